import Glibc

/// A directory for one test; it is removed with this value.
public final class Scratch {
  public let path: String

  public init() throws(ProbeFailure) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/parley-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .notStarted(command: ["mkdtemp", base], errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = try? Run(["rm", "-rf", path]) }

  /// The path of something in it.
  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file in it and returns its path.
  @discardableResult
  public func write(_ text: String, to name: String) -> String {
    let file = fopen(path(name), "w")
    fputs(text, file)
    fclose(file)
    return path(name)
  }

  /// The text of a file in it; nil when there is none.
  public func read(_ name: String) -> String? {
    guard let file = fopen(path(name), "r") else { return nil }
    defer { fclose(file) }
    var (bytes, chunk): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 65536))
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
