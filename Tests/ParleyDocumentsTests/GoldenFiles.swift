import Foundation
import Testing

/// Compares with the file of this name beside the tests. With PARLEY_RECORD_GOLDEN set it is written instead: look at
/// the difference before committing it.
func expectGolden(_ text: String, _ name: String, at place: SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
  if ProcessInfo.processInfo.environment["PARLEY_RECORD_GOLDEN"] != nil {
    return try Data(text.utf8).write(to: file)
  }
  let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  let (expected, found) = (golden.split(separator: "\n"), text.split(separator: "\n"))
  for (line, (a, b)) in zip(expected, found).enumerated() where a != b {
    Issue.record("\(name), non-empty line \(line + 1): expected \(a), found \(b)", sourceLocation: place)
    return
  }
  #expect(golden == text, sourceLocation: place)
}
