import Testing

@Suite("The catalogue")
struct CatalogueTests {
  static let names = Names(House.sources)

  /// The rules of the method by their numbers.
  static func rules(of page: Page) -> [Int] {
    page.lines.compactMap { $0.firstMatch(of: /^- \*\*M(\d+)\.\s/).flatMap { Int($0.1) } }
  }

  /// The numbers of rules that a text cites.
  static func cited(in line: String) -> [Int] {
    // Making a pattern is slow, and this is asked of every line.
    guard line.mentions(["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9"]) else { return [] }
    return line.matches(of: /\bM([1-9]\d?)\b/).compactMap { Int($0.1) }
  }

  @Test("is there, and so is what a newcomer reads first")
  func isThere() {
    let expected = [
      "Architecture", "Changes", "Facilitating", "Glossary", "HowToAdd", "Method", "Minds", "ParleyCore", "Rehearsing",
      "Sharing",
    ]
    #expect(House.catalogue.map(\.name) == expected)
    #expect(House.pages.count == expected.count + 2)
  }

  @Test("has an entry for every rule that is cited, each once, in their order")
  func rules() throws {
    let method = try #require(House.catalogue.first { $0.name == "Method" })
    let rules = Self.rules(of: method)
    #expect(rules == Array(Set(rules)).sorted())
    #expect(rules.count == 47)
    for file in House.sources + House.tests {
      for (index, line) in file.lines.enumerated() {
        for rule in Self.cited(in: line) where !rules.contains(rule) {
          file.breach(line: index, "the method has no rule M\(rule): see \(method.path)").report()
        }
      }
    }
    for page in House.pages {
      for (index, line) in page.lines.enumerated() {
        for rule in Self.cited(in: line) where !rules.contains(rule) && !line.contains("not used") {
          page.breach(line: index, "the method has no rule M\(rule)").report()
        }
      }
    }
  }

  @Test("names only files and folders that are there")
  func files() {
    for page in House.pages {
      for (line, text) in page.codeVoice where Self.isPath(text) && !House.isThere(text) {
        page.breach(line: line, "there is no \(text)").report()
      }
    }
  }

  @Test("links only to pages and names that are there")
  func links() {
    let pages = Set(House.catalogue.map(\.name))
    for page in House.pages {
      for (line, name) in page.pageLinks where !pages.contains(name) {
        page.breach(line: line, "the catalogue has no page \(name)").report()
      }
      for (line, link) in page.symbols {
        for name in Self.names.missing(in: link) { page.breach(line: line, "nothing is called \(name)").report() }
      }
      for (line, text) in page.codeVoice where text.contains(/^[A-Z][a-z]+[A-Z][A-Za-z]*$/) {
        for name in Self.names.missing(in: text) { page.breach(line: line, "nothing is called \(name)").report() }
      }
    }
  }

  @Test("names only environment variables that something reads")
  func variables() {
    let files = House.sources + House.tests.filter { $0.target != "HouseTests" }
    for page in House.pages {
      for (index, line) in page.lines.enumerated() {
        for name in line.matches(of: /\bPARLEY_[A-Z_]+/).map({ String($0.0) }) {
          let isRead = files.contains { $0.lines.contains { $0.mentions([name]) } }
          if !isRead { page.breach(line: index, "nothing reads \(name)").report() }
        }
      }
    }
  }

  @Test("links only to files that are there")
  func fileLinks() {
    for page in House.pages {
      for (index, line) in page.lines.enumerated() {
        for link in line.matches(of: /\]\((?!https?:|#)([^)#]+)/) {
          let path = (page.folder + "/" + link.1).split(separator: "/").reduce(into: [Substring]()) { parts, part in
            if part == ".." { parts.removeLast() } else { parts.append(part) }
          }
          if !House.isThere(path.joined(separator: "/")) {
            page.breach(line: index, "there is no \(link.1)").report()
          }
        }
      }
    }
  }

  @Test("comments of the sources link only to names that are there")
  func comments() {
    for file in House.sources where file.isSwift {
      for (index, line) in file.lines.enumerated() where line.mentions(["``"]) && line.contains(/^\s*\/\//) {
        for link in line.matches(of: /``([^`]+)``/) {
          for name in Self.names.missing(in: String(link.1)) {
            file.breach(line: index, "nothing is called \(name)").report()
          }
        }
      }
    }
  }

  @Test("shows the import table as it is held")
  func importTable() throws {
    let page = try #require(House.catalogue.first { $0.name == "Architecture" })
    var shown: [String: Set<String>] = [:]
    for (_, cells) in page.rows where cells.count >= 2 {
      let name = cells[0].filter { $0 != "`" }
      guard ImportTests.table[name] != nil else { continue }
      let imports = cells.count < 3 ? "" : cells[2]
      shown[name] = Set(imports.matches(of: /`(\w+)`/).map { String($0.1) })
    }
    for (name, imports) in ImportTests.table {
      #expect(shown[name] == imports, "\(page.path) shows another row for \(name)")
    }
  }

  @Test("a rule, a path and a name that are not there are noticed")
  func isSharp() {
    let page = Page(
      path: "A.md", text: "- **M13. Silence.** `Sources/X.swift` <doc:Y#z>\n```\n`a`\n```\n``State/apply(_:at:)``")
    #expect(Self.rules(of: page) == [13])
    #expect(Self.cited(in: "as M9 and M17 say, not XM4, M0 or M-b") == [9, 17])
    #expect(page.codeVoice.map(\.text) == ["Sources/X.swift"])
    #expect(page.pageLinks.map(\.text) == ["Y"])
    #expect(page.symbols.map(\.line) == [4])
    #expect(Self.isPath("Sources/X.swift") && Self.isPath(".ci/run") && !Self.isPath("themes/NAME.toml"))
    let names = Names([SourceFile(path: "Sources/X/Y.swift", text: "struct State { func applyAll() {} } // apply")])
    #expect(names.missing(in: "State/apply(_:at:)") == ["apply"])
    #expect(names.missing(in: "State/applyAll()") == [])
  }

  /// Whether it names a file of the repository; capitals stand for what a reader chooses.
  private static func isPath(_ text: String) -> Bool {
    text.contains(/^(?:Sources|Tests|themes|\.ci|\.github)(?:\/[\w.+-]+)*\/?$|^Package\.swift$/)
      && !text.contains("NAME")
  }
}
