import Glibc

/// A file in the folder `Golden` of the tests that ask for it: a folder for each screen, a file for each size.
package struct GoldenFile {
  private var folder: String
  private var path: String

  /// - Parameter name: the screen's name and its size, `goal-80x24`.
  package init(_ name: String, from here: StaticString = #filePath) {
    let tests = "\(here)".split(separator: "/").dropLast(2).joined(separator: "/")
    let parts = name.split(separator: "-")
    folder = "/\(tests)/Golden/\(parts.dropLast().joined(separator: "-"))"
    path = "\(folder)/\(parts.last ?? "").txt"
  }

  /// Whether files are to be written anew.
  package static var isRecording: Bool { getenv("PARLEY_RECORD") != nil }

  package struct Unreadable: Error {
    package var path: String

    package init(path: String) { self.path = path }
  }

  package func read() throws -> String {
    guard let text = TextFile.read(path) else { throw Unreadable(path: path) }
    return text
  }

  package func write(_ text: String) throws {
    mkdir(folder, 0o755)
    guard let file = fopen(path, "w") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw Unreadable(path: path) }
  }
}

/// Reading files without Foundation.
package enum TextFile {
  package static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
