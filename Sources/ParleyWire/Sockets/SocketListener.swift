import CLinux
import Glibc

/// The socket on which a host waits for terminals.
///
/// The caller must hold the session's lock: nothing else keeps a second host away between finding that nobody answers
/// and taking the place.
public final class SocketListener {
  /// The host's end of an incoming line.
  public typealias Terminal = SocketConnection<HostMessage, TerminalMessage>

  /// As many as a kernel holds by itself: a crowd at the door must not keep the facilitator from knocking.
  private static let backlog: Int32 = 4096

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

  /// The next terminal that waits; nil when there is none. A terminal of another user is turned away unheard unless the
  /// session is shared. Throws when none can be let in now, for instance because this process has no descriptor left.
  /// The socket stays readable then.
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

  /// Removes the socket, unless another has taken its place.
  public func remove() {
    if SocketListener.identity(of: path) == identity { unlink(path) }
  }

  /// Removes the socket, and leads those who come to it to another one beside it, until somebody takes its place.
  public func forward(to path: String) {
    guard SocketListener.identity(of: self.path) == identity, unlink(self.path) == 0 else { return }
    SocketForward.put(at: self.path, to: path)
  }

  /// Ends what ``forward(to:)`` began at a path.
  public static func endForward(at path: String) { _ = SocketForward.remove(path) }

  private static func listen(
    _ descriptor: Int32, _ address: SocketAddress, _ group: UInt32?
  ) throws(SocketFault) -> ino_t {
    guard address.bind(descriptor) == 0 else { throw .failed(call: "bind", path: address.path, errno: errno) }
    // Nobody is let in before `listen`, so others cannot connect in between. A umask would hold for the whole process,
    // and for another thread's files.
    if let group, chown(address.path, geteuid(), group) != 0 { throw .cannotShare(group: group, errno: errno) }
    guard chmod(address.path, group == nil ? 0o600 : 0o660) == 0, let identity = identity(of: address.path),
      Glibc.listen(descriptor, SocketListener.backlog) == 0
    else { throw .failed(call: "listen", path: address.path, errno: errno) }
    return identity
  }

  /// Removes a socket at which nobody answers.
  private static func clear(_ address: SocketAddress) throws(SocketFault) {
    var found = stat()
    guard lstat(address.path, &found) == 0, !SocketForward.remove(address.path) else { return }
    guard found.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(address.path) }
    do throws(SocketFault) {
      close(try address.connected())
    } catch .nobodyThere {
      unlink(address.path)
      return
    } catch .failed(_, _, EAGAIN) {
      // So many wait that no more fit: someone does listen.
    }
    throw .inUse(address.path)
  }

  private static func identity(of path: String) -> ino_t? {
    var found = stat()
    return lstat(path, &found) == 0 ? found.st_ino : nil
  }
}
