import Foundation
import ParleyCore
import Testing

@Suite("Sessions that earlier programs kept hold the whole language")
struct KeptSessionCoverageTests {
  private static let advice = "keep a session with it: see Tests/Fixtures/journals/README.md"

  /// The lines that `parley journal` printed, of all sessions.
  private func lines() throws -> [JSON] {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let folder = "/\(tests)/Fixtures/journals"
    let journals = try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)/journal.jsonl" }
      .filter(FileManager.default.fileExists(atPath:))
    return try journals.flatMap { path in
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { try #require(JSON($0.utf8)) }
    }
  }

  @Test("every command was given, and taken")
  func verbs() throws {
    let given = Set(try lines().compactMap { $0["line"]?.text.flatMap { ParleyCore.CommandLine.verb(in: $0) } })
    for verb in VerbName.allCases {
      #expect(given.contains(verb), "no kept session has `\(verb.rawValue)`: \(Self.advice)")
    }
  }

  @Test("every event happened")
  func events() throws {
    let happened = Set(try lines().compactMap { $0["event"]?["event"]?.text })
    for name in Set(CodedEvents.all.compactMap { $0.json["event"]?.text }) {
      #expect(happened.contains(name), "no kept session has the event `\(name)`: \(Self.advice)")
    }
  }

  @Test("every reason for a refusal was given")
  func refusals() throws {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let folder = "/\(tests)/Fixtures/journals"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)/refusals.txt" }
    let all = files.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }.joined()
    // The codes are the contract's; scripts of users depend on them.
    let codes = [
      "unknown-verb", "bad-argument", "unknown-id", "not-permitted", "wrong-step", "closed", "final", "decided",
      "incomplete", "goal-open", "over-capacity", "needs-layer", "silent", "dissent-without-process",
      "needs-displacement", "conflict-open", "no-conflict", "vote-closed", "too-many-dots", "already-cast", "not-yours",
      "not-acknowledged", "caveat-open", "window-open", "nothing-to-undo",
    ]
    for code in codes { #expect(all.contains(": refused: \(code): "), "no kept script was refused with `\(code)`") }
  }

  @Test("every entry reads back, and writes as it was")
  func codec() throws {
    for line in try lines() {
      guard let event = line["event"] else { continue }
      #expect(try Event(json: event).json == event)
    }
  }
}
