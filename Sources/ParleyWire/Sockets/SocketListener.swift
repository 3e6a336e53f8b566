import CLinux
import Glibc

/// The socket on which a host waits for terminals.
///
/// Whoever opens one must hold the session's lock: between finding out that nobody answers and taking the place,
/// nothing else keeps a second host away.
public final class SocketListener {
  /// The host's end of a line that came in here.
  public typealias Terminal = SocketConnection<HostMessage, TerminalMessage>

  public let path: String
  public let descriptor: Int32
  private let identity: ino_t
  private let isShared: Bool

  /// Listens at `path`, whose directory must be as ``SocketPlace/prepare()`` leaves it. A socket that a dead host
  /// left there is replaced. Only this user may connect, and the members of `group`.
  public init(at path: String, group: UInt32? = nil) throws(SocketFault) {
    isShared = group != nil
    let address = try SocketAddress(path)
    try SocketListener.clear(address)
    let descriptor = try SocketAddress.newSocket(for: path)
    do throws(SocketFault) {
      identity = try SocketListener.listen(descriptor, address, group)
    } catch {
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The next terminal that is waiting; nil when there is none. One of another user is turned away unheard where
  /// nothing is shared. Throws when none can be let in now, as when this process has no descriptor left: the socket
  /// stays readable then.
  public func accept() throws(SocketFault) -> Terminal? {
    while true {
      let accepted = parley_accept(descriptor)
      guard accepted >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        if errno == EAGAIN { return nil }
        throw .failed(call: "accept", path: path, errno: errno)
      }
      let terminal = Terminal(taking: accepted)
      if let peer = terminal.peer, isShared || peer.uid == geteuid() { return terminal }
      terminal.close()
    }
  }

  /// Takes the socket away, unless another has taken its place.
  public func remove() {
    if SocketListener.identity(of: path) == identity { unlink(path) }
  }

  private static func listen(
    _ descriptor: Int32, _ address: SocketAddress, _ group: UInt32?
  ) throws(SocketFault) -> ino_t {
    guard address.bind(descriptor) == 0 else { throw .failed(call: "bind", path: address.path, errno: errno) }
    // Nobody is let in before `listen`, so there is no moment at which others could connect; a umask would be that of
    // the whole process, and another thread's files would be made with it.
    if let group, chown(address.path, geteuid(), group) != 0 { throw .cannotShare(group: group, errno: errno) }
    guard chmod(address.path, group == nil ? 0o600 : 0o660) == 0, let identity = identity(of: address.path),
      Glibc.listen(descriptor, 128) == 0
    else { throw .failed(call: "listen", path: address.path, errno: errno) }
    return identity
  }

  /// Makes room where nobody answers.
  private static func clear(_ address: SocketAddress) throws(SocketFault) {
    var found = stat()
    guard lstat(address.path, &found) == 0 else { return }
    guard found.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(address.path) }
    do throws(SocketFault) {
      close(try address.connected())
    } catch .nobodyThere {
      unlink(address.path)
      return
    } catch .failed(_, _, EAGAIN) {
      // So many are waiting that no more fit: someone does listen.
    }
    throw .inUse(address.path)
  }

  private static func identity(of path: String) -> ino_t? {
    var found = stat()
    return lstat(path, &found) == 0 ? found.st_ino : nil
  }
}
