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
