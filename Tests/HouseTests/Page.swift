import Foundation

/// A page of Markdown: of the catalogue, or one that people read first.
struct Page: Sendable {
  /// From the root of the repository.
  let path: String
  let lines: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var name: String { path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? path }

  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// What stands between single backticks, line by line from 0; blocks of code are left out.
  var codeVoice: [(line: Int, text: String)] { found(/`([^`]+)`/) { $0.replacing(/``[^`]+``/, with: "") } }

  /// The symbols that stand between double backticks.
  var symbols: [(line: Int, text: String)] { found(/``([^`]+)``/) }

  /// The pages that `<doc:Name>` links to.
  var pageLinks: [(line: Int, text: String)] { found(/<doc:([^>#]+)/) }

  /// The cells of the rows of a table whose first cell is code, by that cell.
  var rows: [(line: Int, cells: [String])] {
    lines.indices.filter { lines[$0].hasPrefix("| `") }.map { index in
      (index, lines[index].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) })
    }
  }

  func breach(line index: Int, _ advice: String) -> Breach { Breach(path: path, line: index + 1, advice: advice) }

  private func found(
    _ pattern: Regex<(Substring, Substring)>, in prepared: (String) -> String = { $0 }
  ) -> [(line: Int, text: String)] {
    var (isCode, found): (Bool, [(line: Int, text: String)]) = (false, [])
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode { found += prepared(line).matches(of: pattern).map { (index, String($0.1)) } }
    }
    return found
  }
}

extension House {
  static let catalogueFolder = "Sources/ParleyCore/ParleyCore.docc"

  /// The pages of the catalogue.
  static let catalogue: [Page] = read(names(in: catalogueFolder).map { "\(catalogueFolder)/\($0)" })

  /// Those that a newcomer reads first, and the catalogue.
  static let pages: [Page] = read(["README.md", ".github/CONTRIBUTING.md"]) + catalogue

  private static func names(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }

  private static func read(_ paths: [String]) -> [Page] {
    paths.compactMap { path in
      let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
      return text.map { Page(path: path, text: $0) }
    }
  }

  /// Whether a file or a folder is there.
  static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }
}

/// The names that the code of the sources has, to look links up in.
struct Names {
  private let code: String

  init(_ files: [SourceFile]) { code = files.flatMap(\.code).joined(separator: "\n") }

  /// Whether the name occurs as a word of its own.
  func contains(_ name: String) -> Bool {
    code.withCString { text in
      var place: UnsafePointer<CChar> = text
      while let found = strstr(place, name) {
        place = UnsafePointer(found) + name.utf8.count
        let isBegun = UnsafePointer(found) == text || !Names.isPart(found[-1])
        if isBegun, !Names.isPart(place[0]) { return true }
      }
      return false
    }
  }

  /// The parts of a link that the code has no name for: `State/apply(_:at:)` is looked up as `State` and `apply`.
  func missing(in link: String) -> [String] {
    link.split(separator: "/").map { String($0.prefix { $0 != "(" && $0 != "-" }) }
      .filter { $0.contains(/^\w+$/) && $0 != "init" && !contains($0) }
  }

  private static func isPart(_ byte: CChar) -> Bool { byte < 0 || isalnum(Int32(byte)) != 0 || byte == 95 }
}
