import Glibc

/// The directory where a user's live sessions listen: `${TMPDIR:-/tmp}/parley-UID`, as tmux does it.
///
/// Not XDG_RUNTIME_DIR: that is removed when the user logs out, and with it the socket of a running session.
public struct SocketPlace: Hashable, Sendable {
  public let directory: String

  public init(directory: String) { self.directory = directory }

  /// The directory for a user, given the value of TMPDIR.
  public init(uid: UInt32, tmpdir: String?) {
    var parent = tmpdir.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    while parent.count > 1, parent.hasSuffix("/") { parent.removeLast() }
    directory = (parent == "/" ? "" : parent) + "/parley-\(uid)"
  }

  /// This process's user and environment.
  public static var current: SocketPlace {
    SocketPlace(uid: getuid(), tmpdir: getenv("TMPDIR").map { String(cString: $0) })
  }

  /// The longest path of a socket, in bytes, without the final zero.
  static let pathLimit = 107

  /// The socket of a session: sessions of the same id in two stores have two. An id too long for a path is cut;
  /// the mark of what was cut keeps it unique. `store` is the real path of the store's directory.
  public func path(for session: String, store: String) throws(SocketFault) -> String {
    let ending = "-" + SocketPlace.mark(of: store + "\0" + session) + ".sock"
    let room = SocketPlace.pathLimit - directory.utf8.count - 1 - ending.utf8.count
    guard room > 0 else { throw .pathTooLong(directory + "/" + session + ending) }
    var name = session
    while name.utf8.count > room { name.removeLast() }
    return directory + "/" + name + ending
  }

  /// Eight hexadecimal digits that depend on every byte (FNV-1a; not against anyone's intent: the directory is one's
  /// own).
  private static func mark(of text: String) -> String {
    let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  /// Makes the directory, for this user alone, unless it is there; throws unless it is safe then.
  public func prepare() throws(SocketFault) {
    // mkdir's mode is narrowed by the umask, never widened.
    if mkdir(directory, 0o700) != 0, errno != EEXIST {
      throw .failed(call: "mkdir", path: directory, errno: errno)
    }
    try check()
  }

  /// Throws unless the directory is this user's own and closed to everyone else.
  public func check() throws(SocketFault) {
    var found = stat()
    guard lstat(directory, &found) == 0 else {
      if errno == ENOENT { throw .nobodyThere(directory) }
      throw .failed(call: "lstat", path: directory, errno: errno)
    }
    switch found.st_mode & S_IFMT {
    case S_IFDIR: break
    case S_IFLNK: throw .unsafeDirectory(directory, .link)
    default: throw .unsafeDirectory(directory, .notADirectory)
    }
    guard found.st_uid == geteuid() else { throw .unsafeDirectory(directory, .foreign) }
    let mode = found.st_mode & 0o777
    guard mode & 0o077 == 0 else { throw .unsafeDirectory(directory, .open(mode: mode)) }
  }
}
