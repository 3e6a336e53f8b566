import Foundation
import Testing

/// Python, whose own readers of tables, mails and calendars know nothing of Parley's writers.
enum ForeignReader {
  /// Whether a script with these modules can be run here.
  static func has(_ modules: String) -> Bool { (try? run("import \(modules)", on: "")) != nil }

  /// What a script prints that gets a document's bytes as `data`.
  static func read(_ document: String, _ script: String) throws -> String {
    try run("import sys\ndata = sys.stdin.buffer.read()\n" + script, on: document)
  }

  /// The system's own, which has the modules that packages of the system bring, before any other of that name.
  private static let interpreter = ["/usr/bin/python3"].first(where: FileManager.default.isExecutableFile) ?? "python3"

  private static func run(_ script: String, on document: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID().uuidString)")
    try Data(document.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [interpreter, "-c", script]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Complaint(text: complaint) }
    return text
  }

  struct Complaint: Error { let text: String }
}
