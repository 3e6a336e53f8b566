import Glibc

/// The directory where a user's live sessions listen: `${TMPDIR:-/tmp}/parley-UID`, as tmux does it. Sessions shared
/// with a group have a directory of their own, `parley-UID-gGID`, so that the other sessions stay closed to it.
///
/// Not XDG_RUNTIME_DIR: logging out removes it, and with it the socket of a running session.
public struct SocketPlace: Hashable, Sendable {
  public let directory: String
  /// The group that may pass through it, but not list it; nil keeps everyone else out.
  public let group: UInt32?

  public init(directory: String, group: UInt32? = nil) {
    self.directory = directory
    self.group = group
  }

  /// The directory for a user, given the value of TMPDIR.
  public init(uid: UInt32, tmpdir: String?, sharedWith group: UInt32? = nil) {
    self.group = group
    var parent = tmpdir.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    while parent.count > 1, parent.hasSuffix("/") { parent.removeLast() }
    directory = (parent == "/" ? "" : parent) + "/parley-\(uid)" + (group.map { "-g\($0)" } ?? "")
  }

  /// This process's user and environment.
  public static var current: SocketPlace { current(sharedWith: nil) }

  /// The same, open to a group.
  public static func current(sharedWith group: UInt32?) -> SocketPlace {
    SocketPlace(uid: getuid(), tmpdir: getenv("TMPDIR").map { String(cString: $0) }, sharedWith: group)
  }

  /// The longest path of a socket, in bytes, without the final zero.
  static let pathLimit = 107

  /// The socket of a session. Sessions of the same id in two stores have two sockets. An id too long for a path is cut;
  /// a mark of the whole id keeps it unique. `store` is the real path of the store's directory.
  public func path(for session: String, store: String) throws(SocketFault) -> String {
    let ending = "-" + SocketPlace.mark(of: store + "\0" + session) + ".sock"
    let room = SocketPlace.pathLimit - directory.utf8.count - 1 - ending.utf8.count
    guard room > 0 else { throw .pathTooLong(directory + "/" + session + ending) }
    var name = session
    while name.utf8.count > room { name.removeLast() }
    return directory + "/" + name + ending
  }

  /// The session that listens at a path, as its name says.
  public static func session(ofPath path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isMarked = name.hasSuffix(".sock") && name.dropLast(13).last == "-"
    return isMarked ? String(name.dropLast(14)) : name
  }

  /// Eight hexadecimal digits that depend on every byte (FNV-1a). They need not withstand an attacker: the directory is
  /// the user's own.
  private static func mark(of text: String) -> String {
    let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  /// Makes the directory for this user and the group alone, unless it exists. Throws when it is unsafe.
  public func prepare() throws(SocketFault) {
    // The umask narrows mkdir's mode, and never widens it.
    if mkdir(directory, 0o700) != 0, errno != EEXIST {
      throw .failed(call: "mkdir", path: directory, errno: errno)
    }
    if let group { try open(to: group) }
    try check()
  }

  /// Throws unless the directory is this user's own and closed to everyone else, save the group that it is shared with.
  public func check() throws(SocketFault) {
    let found = try SocketPlace.folder(directory)
    guard found.st_uid == geteuid() else { throw .unsafeDirectory(directory, .foreign) }
    let mode = found.st_mode & 0o777
    guard mode & 0o077 == (group == nil ? 0 : 0o010), group == nil || found.st_gid == group else {
      throw .unsafeDirectory(directory, .open(mode: mode))
    }
  }

  /// The owner of the directory. It may be another user: someone gave this path on purpose. Throws for a link, and when
  /// others than the owner could put a socket there.
  static func owner(of directory: String) throws(SocketFault) -> UInt32 {
    let found = try folder(directory)
    guard found.st_mode & 0o022 == 0 else { throw .unsafeDirectory(directory, .open(mode: found.st_mode & 0o777)) }
    return found.st_uid
  }

  private static func folder(_ directory: String) throws(SocketFault) -> stat {
    var found = stat()
    guard lstat(directory, &found) == 0 else {
      if errno == ENOENT { throw .nobodyThere(directory) }
      throw .failed(call: "lstat", path: directory, errno: errno)
    }
    switch found.st_mode & S_IFMT {
    case S_IFDIR: return found
    case S_IFLNK: throw .unsafeDirectory(directory, .link)
    default: throw .unsafeDirectory(directory, .notADirectory)
    }
  }

  /// Through the directory itself, not its path: someone else may have put something there.
  private func open(to group: UInt32) throws(SocketFault) {
    let folder = Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    // `check()` reports anything that is not this user's folder.
    guard folder >= 0 else { return }
    defer { close(folder) }
    var found = stat()
    guard fstat(folder, &found) == 0, found.st_uid == geteuid() else { return }
    guard fchown(folder, geteuid(), group) == 0 else { throw .cannotShare(group: group, errno: errno) }
    guard fchmod(folder, 0o710) == 0 else { throw .failed(call: "chmod", path: directory, errno: errno) }
  }
}
