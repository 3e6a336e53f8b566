/// Why a socket cannot be used.
public enum SocketFault: Error, Hashable, Sendable {
  /// Its path is longer than the kernel takes.
  case pathTooLong(String)
  /// The directory of sockets is a link, no directory, someone else's, or open to others.
  case unsafeDirectory(String, DirectoryFlaw)
  /// Something else is in the socket's place.
  case notASocket(String)
  /// Someone listens there already.
  case inUse(String)
  /// Nobody listens there.
  case nobodyThere(String)
  /// Another user listens there.
  case foreignHost(String)
  /// This user is no member of that group, and may not give it anything.
  case cannotShare(group: UInt32, errno: Int32)
  /// A system call failed with this `errno`.
  case failed(call: String, path: String, errno: Int32)

  /// The flaw that makes a directory unfit for sockets.
  public enum DirectoryFlaw: Hashable, Sendable {
    case link, notADirectory, foreign
    case open(mode: UInt32)
  }
}
