import Glibc

/// A folder of this user's own that lasts as long as the command.
struct PrivateFolder {
  let path: String

  init() throws(Failure) {
    let parent = Environment.value("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(parent)/parley-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw .cannotCreate(parent, reason: Output.reason(errno)) }
    path = String(cString: made)
  }

  /// Removes it with what it holds: files, no folders.
  func remove() {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
