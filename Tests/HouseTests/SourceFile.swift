import Foundation
import Testing

/// One file of the repository, as its author wrote it and as code alone.
struct SourceFile {
  /// From the root of the repository: `Sources/ParleyCore/Goal.swift`.
  let path: String
  let lines: [String]
  /// The same lines with comments and the insides of string literals blanked out.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    code = CodeMask.blanked(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// The folder below `Sources` or `Tests`, which is the target.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var isSwift: Bool { path.hasSuffix(".swift") }

  /// The length as an editor counts it.
  var length: Int { lines.last == "" ? lines.count - 1 : lines.count }
}

/// The files these tests read.
enum House {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let sources = files(below: "Sources")
  static let tests = files(below: "Tests")

  /// The folders directly below `Sources` or `Tests`.
  static func folders(below top: String) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: top), includingPropertiesForKeys: [.isDirectoryKey])
    return (found ?? []).filter { $0.hasDirectoryPath }.map(\.lastPathComponent).sorted()
  }

  private static func files(below top: String) -> [SourceFile] {
    let folder = root.appending(path: top).path
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { [".swift", ".c", ".h"].contains(where: $0.hasSuffix) }.sorted().compactMap { name in
      guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else { return nil }
      return SourceFile(path: "\(top)/\(name)", text: text)
    }
  }
}

/// A line that breaks a promise, and what to do about it.
struct Breach: Equatable {
  let path: String
  /// Counts from 1.
  let line: Int
  let advice: String

  /// Fails the running test at the very line that is at fault.
  func report() {
    // A file id is of two parts, whatever folders are between them.
    let parts = path.split(separator: "/").dropFirst().map(String.init)
    let location = SourceLocation(
      fileID: "\(parts.first ?? "House")/\(parts.last ?? path)", filePath: House.root.appending(path: path).path,
      line: max(1, line), column: 1)
    Issue.record("\(path):\(line): \(advice)", sourceLocation: location)
  }
}

extension String {
  /// Whether one of these words is in it, found in the fastest way there is.
  func mentions(_ words: [String]) -> Bool {
    withCString { text in words.contains { strstr(text, $0) != nil } }
  }
}

extension Sequence<Breach> {
  func report() {
    for breach in self { breach.report() }
  }
}

extension SourceFile {
  func breach(line index: Int, _ advice: String) -> Breach { Breach(path: path, line: index + 1, advice: advice) }

  /// A breach for every line of code that matches. Only lines that hold one of the hints are looked at closely:
  /// patterns are slow.
  func breaches(of pattern: some RegexComponent, hints: String..., advice: String) -> [Breach] {
    code.indices.filter { code[$0].mentions(hints) && code[$0].contains(pattern) }
      .map { breach(line: $0, advice) }
  }
}
