import Testing

@Suite("Words")
struct WordTests {
  /// A word that has no place in the sources, and what to write instead.
  struct Rule: Sendable {
    let name: String
    let advice: String
    let hint: String
    let matches: @Sendable (String) -> Bool
  }

  /// A place where a forbidden word stays, and why. Keep it short.
  struct Exception: Sendable {
    let path: String
    let rule: String
    let reason: String
  }

  static let exceptions: [Exception] = []

  static let rules = [
    Rule(name: "try!", advice: "throw, or handle the error", hint: "!") { $0.contains(/\btry!/) },
    Rule(name: "as!", advice: "use as? and handle nil", hint: "!") { $0.contains(/\bas!/) },
    Rule(name: "force unwrap", advice: "use guard let, ?? or #require", hint: "!") {
      $0.contains(/[\w)\]"?]!(?!=)/) && !$0.contains(/\b(try|as)!/)
    },
    Rule(name: "@unchecked Sendable", advice: "make it a value, or keep it on one thread", hint: "@unchecked") {
      $0.contains(/@unchecked\s+Sendable/)
    },
    Rule(name: "nonisolated(unsafe)", advice: "pass the value down instead", hint: "nonisolated") {
      $0.contains(/nonisolated\s*\(\s*unsafe/)
    },
    Rule(name: "fatalError", advice: "make the state impossible, or throw", hint: "fatalError") {
      $0.contains(/\bfatalError\s*\(/)
    },
  ]

  @Test("no crash on purpose and no way around the compiler", arguments: rules.map(\.name))
  func forbidden(name: String) throws {
    let rule = try #require(Self.rules.first { $0.name == name })
    for file in House.sources where file.isSwift && !Self.isExcepted(file.path, name) {
      Self.breaches(of: rule, in: file).report()
    }
  }

  @Test("every exception is still needed, and says why")
  func exceptions() throws {
    for exception in Self.exceptions {
      let rule = try #require(Self.rules.first { $0.name == exception.rule })
      let file = House.sources.first { $0.path == exception.path }
      #expect(file.map { !Self.breaches(of: rule, in: $0).isEmpty } == true, "remove \(exception)")
      #expect(!exception.reason.isEmpty)
    }
  }

  @Test("nothing is left for later")
  func later() {
    for file in House.sources + House.tests where file.name != "WordTests.swift" {
      for index in file.lines.indices where Self.isForLater(file.lines[index]) {
        file.breach(line: index, "do it now, or write down in the documentation that it is not there").report()
      }
    }
  }

  @Test("tests wait for something, they do not sleep")
  func sleeps() {
    for file in House.tests where file.isSwift {
      file.breaches(of: /\b(?:u|nano)?sleep\s*\(/, hints: "sleep", advice: "wait for what the program does").report()
    }
  }

  @Test("names say what a thing is, not that it helps")
  func names() {
    let advice = "name it after what it does"
    for file in House.sources + House.tests {
      if file.name.contains(/Util|Helper|Common|Manager|Misc/) { file.breach(line: 0, advice).report() }
      let pattern = /\b(?:class|struct|enum|actor|protocol)\s+\w*(?:Util|Helper|Common|Manager|Misc)/
      file.breaches(of: pattern, hints: "Util", "Helper", "Common", "Manager", "Misc", advice: advice).report()
    }
  }

  @Test(
    "the forbidden are recognised, and their neighbours are not",
    arguments: [
      ("let a = try! f()", "try!"), ("x as! Y", "as!"), ("b = c!", "force unwrap"), ("f()!.g", "force unwrap"),
      ("a[0]![1]", "force unwrap"), ("var x: Int!", "force unwrap"), ("fatalError(\"\")", "fatalError"),
      ("final class A: @unchecked Sendable {", "@unchecked Sendable"),
      ("nonisolated(unsafe) var a = 1", "nonisolated(unsafe)"),
      ("if !a != (!b) && x! = y {", "force unwrap"),
      ("if !a, b != !c, try f() as? D != nil {", nil), ("a.b!=c", nil), ("#if !DEBUG", nil),
    ] as [(String, String?)])
  func isSharp(line: String, expected: String?) {
    let file = SourceFile(path: "Sources/X/Y.swift", text: line)
    #expect(Self.rules.first { !Self.breaches(of: $0, in: file).isEmpty }?.name == expected)
  }

  private static func isForLater(_ line: String) -> Bool {
    line.mentions(["TODO", "FIXME", "XXX", "HACK"])
      && line.contains(/\b(TODO|FIXME|XXX|HACK)\b/)
  }

  private static func isExcepted(_ path: String, _ rule: String) -> Bool {
    exceptions.contains { $0.path == path && $0.rule == rule }
  }

  private static func breaches(of rule: Rule, in file: SourceFile) -> [Breach] {
    file.code.indices.filter { file.code[$0].mentions([rule.hint]) && rule.matches(file.code[$0]) }.map {
      file.breach(line: $0, "\(rule.name): \(rule.advice)")
    }
  }
}
