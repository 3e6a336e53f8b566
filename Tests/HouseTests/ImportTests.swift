import Testing

@Suite("The import table")
struct ImportTests {
  /// Each target and what it may import; the row of the design, plus the system modules. Foundation is none of them: it
  /// brings ICU, which was half of the program, and costs each start milliseconds.
  static let table: [String: Set<String>] = [
    "CLinux": [], "CMail": [], "CNcurses": [], "CSHA256": [], "CSQLite": [], "CYAML": [], "ParleyCore": [],
    "ParleyPlan": ["ParleyCore", "CYAML", "Glibc", "Darwin"],
    "ParleyJournal": ["ParleyCore", "CSHA256", "CSQLite", "Dispatch", "Glibc", "Synchronization"],
    "ParleyDocuments": ["ParleyCore", "CMail", "Glibc"],
    "ParleyWire": ["ParleyCore", "CLinux", "Glibc"],
    "ParleyHost": ["ParleyCore", "ParleyJournal", "ParleyWire", "CLinux", "Glibc"],
    "ParleyTerminal": ["CNcurses", "CLinux", "Glibc"],
    "ParleyScreens": ["ParleyCore", "ParleyTerminal", "Glibc"],
    "ParleyUI": ["ParleyCore", "ParleyWire", "ParleyTerminal", "ParleyScreens", "Glibc"],
    "parley": [
      "ParleyCore", "ParleyPlan", "ParleyJournal", "ParleyDocuments", "ParleyWire", "ParleyHost",
      "ParleyTerminal", "ParleyScreens", "ParleyUI", "CLinux", "ArgumentParser", "Glibc", "FoundationEssentials",
      // Where there is no smaller one.
      "Foundation",
    ],
  ]

  @Test("has a row for every target")
  func rows() { #expect(House.folders(below: "Sources") == Self.table.keys.sorted()) }

  @Test("holds: no target imports what its row does not name")
  func holds() { House.sources.flatMap(Self.strangeImports).report() }

  @Test("only CNcurses includes curses, and only the tests' emulator includes libvterm")
  func headers() {
    for file in House.sources + House.tests where !file.isSwift {
      let advice = "call it through the C target that is there for it"
      if file.target != "CNcurses" {
        file.breaches(of: /#\s*include\s*<n?curses/, hints: "curses", advice: advice).report()
      }
      if file.target != "CVterm" { file.breaches(of: /#\s*include\s*<vterm/, hints: "vterm", advice: advice).report() }
    }
  }

  @Test("tests use Swift Testing alone")
  func testing() {
    for file in House.tests {
      file.breaches(of: /^\s*import\s+XCTest\b/, hints: "XCTest", advice: "use Swift Testing").report()
    }
  }

  @Test("is noticed when it is broken, however the import is written")
  func isSharp() {
    let text = "import ParleyCore\n@preconcurrency internal import struct Foundation.Date\nimport ncurses"
    let found = Self.strangeImports(of: SourceFile(path: "Sources/ParleyWire/X.swift", text: text))
    #expect(found.map(\.line) == [2, 3])
  }

  static func strangeImports(of file: SourceFile) -> [Breach] {
    file.code.indices.compactMap { index in
      guard file.isSwift, let module = imported(by: file.code[index]) else { return nil }
      if table[file.target]?.contains(module) == true { return nil }
      return file.breach(line: index, "\(file.target) may not import \(module): see the table in ImportTests")
    }
  }

  private static func imported(by line: String) -> String? {
    // Making a pattern is slow, and this is asked of every line.
    guard line.mentions(["import"]) else { return nil }
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|func|var|let|protocol|typealias)\s+)?(\w+)/
    return line.firstMatch(of: pattern).map { String($0.1) }
  }
}
