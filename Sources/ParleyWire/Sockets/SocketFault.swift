/// Why a socket cannot be used.
public enum SocketFault: Error, Hashable, Sendable {
  /// Its path is longer than the kernel takes.
  case pathTooLong(String)
  /// The directory of sockets is a link, no directory, someone else's, or open to others.
  case unsafeDirectory(String, DirectoryFlaw)
  /// Something that is no socket stands in its place.
  case notASocket(String)
  /// Someone listens there already.
  case inUse(String)
  /// Nobody listens there.
  case nobodyThere(String)
  /// The one who listens there is another user.
  case foreignHost(String)
  /// This user may not give anything to that group, being no member of it.
  case cannotShare(group: UInt32, errno: Int32)
  /// A system call failed with this `errno`.
  case failed(call: String, path: String, errno: Int32)

  /// What makes a directory unfit for sockets.
  public enum DirectoryFlaw: Hashable, Sendable {
    case link, notADirectory, foreign
    case open(mode: UInt32)
  }
}
