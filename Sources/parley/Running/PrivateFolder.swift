import Glibc
import ParleyHost
import ParleyJournal

/// A folder of this user's own that lasts as long as the command.
///
/// Theory: the command locks a file in it for as long as it lives, however it ends. A lock that nobody holds shows what
/// `kill -9` left behind, and the next command that makes such a folder removes it.
struct PrivateFolder {
  let path: String
  private let owner: Int32

  private static let prefix = "parley-demo-"
  private static let ownerName = "owner"

  init() throws(Failure) {
    let parent = Environment.value(.temporaryDirectory).flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    PrivateFolder.sweep(parent)
    var template = Array("\(parent)/\(PrivateFolder.prefix)XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw .cannotCreate(parent, reason: Output.reason(errno)) }
    path = String(cString: made)
    // It gets its name once it is locked, so that nobody finds it free.
    let draft = "\(path)/\(PrivateFolder.ownerName).new"
    owner = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard owner >= 0, flock(owner, LOCK_EX | LOCK_NB) == 0, rename(draft, ownerPath) == 0 else {
      let reason = Output.reason(errno)
      remove()
      throw .cannotCreate(path, reason: reason)
    }
  }

  /// The folder that a killed command left; nil when it is no such folder, or its command lives.
  private init?(leftAt path: String) {
    var found = stat()
    guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR, found.st_uid == geteuid() else { return nil }
    owner = open("\(path)/\(PrivateFolder.ownerName)", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard owner >= 0 else { return nil }
    guard flock(owner, LOCK_EX | LOCK_NB) == 0 else {
      close(owner)
      return nil
    }
    self.path = path
  }

  private var ownerPath: String { "\(path)/\(PrivateFolder.ownerName)" }

  private static func sweep(_ parent: String) {
    for name in SystemFile.names(in: parent) ?? [] where name.hasPrefix(prefix) {
      guard let folder = PrivateFolder(leftAt: "\(parent)/\(name)") else { continue }
      for file in Store(directory: folder.path).files() { HostConnector.stopHost(of: file) }
      folder.remove()
    }
  }

  /// Removes it with its files; it holds no folders.
  func remove() {
    for name in SystemFile.names(in: path) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
    if owner >= 0 { close(owner) }
  }
}
