import Testing

@Suite("Sizes")
struct SizeTests {
  @Test("no file has more than 600 lines")
  func files() {
    for file in House.sources + House.tests where file.length > 600 {
      file.breach(line: 600, "\(file.length) lines: give each type or screen a file of its own").report()
    }
  }

  @Test("no function has more than 40 lines, save a switch of one-line arms")
  func functions() {
    for file in House.sources where file.isSwift { Self.longFunctions(of: file).report() }
  }

  @Test("a long function is noticed, a long switch is not")
  func isSharp() {
    func file(_ lines: [String]) -> SourceFile {
      SourceFile(path: "Sources/X/Y.swift", text: (["func f() {"] + lines + ["}"]).joined(separator: "\n"))
    }
    #expect(Self.longFunctions(of: file(Array(repeating: "  g()", count: 40))) == [])
    #expect(Self.longFunctions(of: file(Array(repeating: "  g()", count: 41))).map(\.line) == [1])
    let arms = (0..<60).map { "  case \($0): g()" }
    #expect(Self.longFunctions(of: file(["  switch x {"] + arms + ["  }"])) == [])
  }

  static func longFunctions(of file: SourceFile) -> [Breach] {
    file.functions.filter { $0.body.count > 40 && $0.linesBesidesArms > 12 }.map { function in
      file.breach(line: function.line, "\(function.name) has \(function.body.count) lines: split it")
    }
  }
}
