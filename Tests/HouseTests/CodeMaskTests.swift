import Testing

@Suite("Reading sources")
struct CodeMaskTests {
  @Test("only code is left, each thing where it was")
  func blanks() {
    #expect(CodeMask.blanked("a // try!\nb") == "a        \nb")
    #expect(CodeMask.blanked("a /* x /* y */ z */ b") == "a                   b")
    #expect(CodeMask.blanked(#"f("try! // x", y)"#) == #"f("         ", y)"#)
    #expect(CodeMask.blanked(#""\"!" + c"#) == #""   " + c"#)
    #expect(CodeMask.blanked("##\"a\"# b\"## + c") == "##\"     \"## + c")
    #expect(CodeMask.blanked("\"\"\"\nx! \"y\"\n\"\"\" + z") == "\"\"\"\n      \n\"\"\" + z")
  }

  @Test("code within a string is code")
  func interpolations() {
    #expect(CodeMask.blanked(#""é \(a! + f("x)")) b" + c"#) == #""   \(a! + f("  "))  " + c"#)
    #expect(CodeMask.blanked("#\"\\(a) \\#(b)\"#") == "#\"     \\#(b)\"#")
  }

  @Test("functions are found with their bodies, requirements of protocols are not")
  func functions() {
    let text = """
      protocol P {
        func required() -> Int
        var value: Int { get }
      }
      struct S: P {
        public static func run<T>(
          _ body: () -> T = { 1 }
        ) -> T where T: P {
          if x { y() }
          return z
        }
        init?(a: Int) { self.a = a }
        var computed: Int {
          1
        }
        let closure = { init() }
      }
      """
    let found = SourceFile(path: "Sources/X/Y.swift", text: text).functions
    #expect(found.map(\.name) == ["func run", "init", "computed"])
    #expect(found.map(\.body.count) == [2, 0, 1])
    #expect(found.first?.line == 5)
  }

  @Test("arms of one line do not count, longer ones do")
  func arms() {
    let body = ["switch x {", "case .a: 1", "case .b,", "  .c:", "  2", "case .d:", "  f()", "  g()", "}"]
    #expect(Function(name: "f", line: 0, body: body).linesBesidesArms == 4)
  }
}
