import Glibc

/// The path of a Unix socket as the kernel takes it.
struct SocketAddress {
  private var address = sockaddr_un()
  let path: String

  init(_ path: String) throws(SocketFault) {
    self.path = path
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, bytes.count <= SocketPlace.pathLimit, !bytes.contains(0) else { throw .pathTooLong(path) }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
  }

  func bind(_ socket: Int32) -> Int32 { call { Glibc.bind(socket, $0, $1) } }
  func connect(_ socket: Int32) -> Int32 { call { Glibc.connect(socket, $0, $1) } }

  private func call(_ function: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        function($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  /// A new stream socket, close-on-exec and non-blocking.
  static func newSocket(for path: String) throws(SocketFault) -> Int32 {
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    let descriptor = socket(AF_UNIX, Int32(kind), 0)
    guard descriptor >= 0 else { throw .failed(call: "socket", path: path, errno: errno) }
    return descriptor
  }

  /// Connects a new socket; `nobodyThere` when there is none or nobody listens.
  ///
  /// - Parameter limit: how long it waits for room where many wait to be let in, in milliseconds.
  func connected(withinMs limit: Int = 0) throws(SocketFault) -> Int32 {
    let descriptor = try SocketAddress.newSocket(for: path)
    if limit > 0 {
      // The kernel gives room in the order in which lines began to wait; whoever only tries again would be overtaken.
      var time = timeval(tv_sec: limit / 1000, tv_usec: limit % 1000 * 1000)
      setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
      _ = fcntl(descriptor, F_SETFL, 0)
    }
    var failure: Int32 = 0
    repeat { failure = connect(descriptor) == 0 ? 0 : errno } while failure == EINTR
    if failure == 0, fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 { return descriptor }
    close(descriptor)
    if failure == ENOENT || failure == ECONNREFUSED { throw .nobodyThere(path) }
    throw .failed(call: "connect", path: path, errno: failure)
  }
}
