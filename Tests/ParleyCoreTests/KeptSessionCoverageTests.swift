import Foundation
import ParleyCore
import TestFixtures
import Testing

@Suite("Sessions that earlier programs kept hold the whole language")
struct KeptSessionCoverageTests {
  private static let advice = "keep a session with it: see Tests/Fixtures/journals/README.md"

  /// The lines that `parley journal` printed, of all sessions.
  private func lines() throws -> [JSON] {
    let folder = fixture("journals")
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
    let folder = fixture("journals")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)/refusals.txt" }
    let all = files.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }.joined()
    for code in Refusal.Code.allCases.map(\.rawValue) {
      #expect(all.contains(": refused: \(code): "), "no kept script was refused with `\(code)`: \(Self.advice)")
    }
  }

  @Test("every entry reads back, and writes as it was")
  func codec() throws {
    for line in try lines() {
      guard let event = line["event"] else { continue }
      #expect(try Event(json: event).json == event)
    }
  }
}
