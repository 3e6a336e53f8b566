import Foundation
import ParleyCore
import TestFixtures
import Testing

/// A session as an earlier program kept it, under `Tests/Fixtures/journals`, beside what that program printed of it.
struct KeptSession: CustomTestStringConvertible, Sendable {
  let name: String

  /// In the order in which they are played: some go on from one before them.
  static let all: [KeptSession] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { exists("\(folder)/\($0)/session.parley") }.sorted().map(KeptSession.init)
  }()

  /// Those that a script can play anew; the others were held live.
  static let played = all.filter { exists($0.path("script")) }

  private static let folder = fixture("journals")

  private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  var testDescription: String { name }

  func path(_ file: String) -> String { "\(KeptSession.folder)/\(name)/\(file)" }

  /// What was printed then.
  func text(_ file: String) throws -> String { try String(contentsOfFile: path(file), encoding: .utf8) }

  /// What is printed now: what was printed then, save where a command has come to mean more, or a document to say more.
  func textAnew(_ file: String) throws -> String {
    let anew = "anew.\(file)"
    return try text(KeptSession.exists(path(anew)) ? anew : file)
  }
}

extension KeptSession {
  /// The plan, as a plan of today would say the same, and its script. That a vote of two people may be opened and
  /// revealed was not asked of a plan then, and authority and metric were shown to everyone.
  func copyScript(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["plan.private.yaml", "script"] where FileManager.default.fileExists(atPath: path(name)) {
      try FileManager.default.copyItem(atPath: path(name), toPath: "\(folder)/\(name)")
    }
    let plan = try text("plan.yaml")
    let rules = plan.contains("\nvote: ") ? "" : "\nvote: {fewest: 1}\n"
    let people = plan.components(separatedBy: "\ngoals:")[0]
    let isTold = people.contains("authority:") || people.contains("metric:")
    let shows = isTold && !plan.contains("\nshows: ") ? "\nshows: [authority, metric]\n" : ""
    try (plan + rules + shows).write(toFile: "\(folder)/plan.yaml", atomically: true, encoding: .utf8)
  }
}

extension String {
  private var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

  /// Where this journal of a script breaks what `kept` promised: the same entries, with what was added since last in
  /// them. That a dot was its giver's own was written down at a terminal alone, and not of a script.
  func breach(ofJournal kept: String) -> String? {
    let (now, then) = (lines, kept.lines)
    guard now.count == then.count else { return "\(now.count) lines, not \(then.count)" }
    for (new, old) in zip(now, then) where !old.isEmpty {
      var new = String(new.replacing(#""vote":{"fewest":1},"#, with: ""))
      // The dots of the session before are in the opening.
      if new.contains(#""event":{"event":"opened""#) {
        new = new.replacing(#""how":"own""#, with: #""how":"spoken""#)
      }
      guard let fresh = JSON(new.utf8), var before = JSON(old.utf8) else { return "no JSON: \(new)" }
      let event = before["event"]
      if event?["event"]?.text == "dot-given", event?["who"]?.text == before["by"]?.text {
        before = JSON(old.replacing(#""how":"spoken""#, with: #""how":"own""#).utf8) ?? before
      }
      if let breach = fresh.breach(of: before, at: "entry") { return "\(breach): \(new)" }
    }
    return nil
  }

  /// Where this document breaks what `kept` promised: the same lines, save for cells that were empty then.
  func breach(ofDocument kept: String) -> String? {
    let (now, then) = (lines, kept.lines)
    guard now.count == then.count else { return "\(now.count) lines, not \(then.count)" }
    for (new, old) in zip(now, then) where new != old {
      let (cells, before) = (new.cells, old.cells)
      let isSame = zip(cells, before).allSatisfy { $0 == $1 || $1.isEmpty }
      guard new.hasPrefix("|"), cells.count == before.count, isSame else { return "\(new), not \(old)" }
    }
    return nil
  }
}

extension Substring {
  /// The cells of a line of a table, whatever its columns' widths.
  fileprivate var cells: [String] {
    replacing(#"\|"#, with: "\u{FFFC}").split(separator: "|", omittingEmptySubsequences: false).map { cell in
      let text = cell.trimmingCharacters(in: .whitespaces)
      return text.allSatisfy { $0 == "-" } && !text.isEmpty ? "-" : text
    }
  }
}

extension JSON {
  /// Where this breaks what `kept` promised: every member is there with its value, in its order; what was added since
  /// comes last in its object. Nil where it does not.
  func breach(of kept: JSON, at path: String = "record") -> String? {
    switch (kept, self) {
    case (.object(let old), .object(let new)):
      for (index, member) in old.enumerated() {
        guard index < new.count, new[index].key == member.key else {
          return "\(path).\(member.key) is not in its place"
        }
        if let breach = new[index].value.breach(of: member.value, at: "\(path).\(member.key)") { return breach }
      }
      return nil
    case (.array(let old), .array(let new)):
      guard old.count == new.count else { return "\(path) has \(new.count) elements, not \(old.count)" }
      for index in old.indices {
        if let breach = new[index].breach(of: old[index], at: "\(path)[\(index)]") { return breach }
      }
      return nil
    default: return self == kept ? nil : "\(path) is \(self), not \(kept)"
    }
  }
}
