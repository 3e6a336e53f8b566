import Glibc
import ScreenFixtures

/// Themes in a directory that goes away with the value that holds it.
final class ThemeFolder {
  let path: String

  init(bytes files: [String: [UInt8]]) throws {
    var template = Array("/tmp/parley-themes-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw GoldenFile.Unreadable(path: "/tmp") }
    path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, bytes) in files {
      guard let file = fopen("\(path)/\(name).toml", "w") else { throw GoldenFile.Unreadable(path: path) }
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }

  convenience init(_ files: [String: String]) throws { try self.init(bytes: files.mapValues { Array($0.utf8) }) }

  deinit {
    guard let handle = opendir(path) else { return }
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      unlink("\(path)/\(name)")
    }
    closedir(handle)
    rmdir(path)
  }
}
