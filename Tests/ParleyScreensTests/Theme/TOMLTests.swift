import TestFixtures
import Testing

@testable import ParleyCore
@testable import ParleyScreens

@Suite("TOML as settings and themes have it")
struct TOMLTests {
  private func fault(_ text: String) -> TOMLFault? {
    do throws(TOMLFault) {
      _ = try TOMLReader.read(text)
      return nil
    } catch { return error }
  }

  @Test(
    "Texts are read as toml.io has them",
    arguments: [
      (#""a\tb\"\\\u00e4\U0001F600""#, "a\tb\"\\ä😀"), (#"'a\tb'"#, #"a\tb"#), (#""""#, ""), ("''", ""),
      ("\"\"\"\na\r\nb\\\n   c\"\"\"", "a\nbc"), ("'''a'b''c'''", "a'b''c"), ("\"\"\"a\"\"\"\"\"", "a\"\""),
      ("'''\n'''''", "''"), ("\"\"\"\"x\"\"\"", "\"x"), ("\"# no comment\" # one", "# no comment"),
    ])
  func texts(written: String, read: String) throws {
    #expect(try TOMLReader.read("k = \(written)\n")["k"]?.text == read)
  }

  @Test("Tables come together by headers, by dotted keys and in line")
  func tables() throws {
    let root = try TOMLReader.read(
      "# first\na.\"b c\".d = 1\r\n[t.'u']\nx = { y = { z = [ 1, [\"w\"],\n # in a list\n ] } } # end\n[t]\nv = true\n[[l]]\nn = 1\n[[l]]\nn = 2\n[l.m]\n"
    )
    #expect(root["a"]?.table?["b c"]?.table?["d"] != nil)
    #expect(root["t"]?.table?["v"]?.flag == true)
    #expect(root["t"]?.table?["u"]?.table?["x"]?.table?["y"]?.table?["z"]?.list?[1].list?[0].text == "w")
    #expect(root.place(of: ["t", "u"]) == TextPlace(line: 3, column: 4))
    #expect(root.place(of: ["t", "u", "x", "y"]) == TextPlace(line: 4, column: 7))
    #expect(root.entries.map(\.key) == ["a", "t", "l"])
  }

  @Test(
    "What is no TOML is told at its place",
    arguments: [
      ("a", 1, 2), ("a = ", 1, 5), ("a = 1 b = 2", 1, 7), ("= 1", 1, 1), ("a.= 1", 1, 3), ("[a", 1, 3), ("[a]b", 1, 4),
      ("a = \"x", 1, 5), ("a = \"x\ny\"", 1, 5), ("a = '''x''", 1, 5), ("a = \"\\q\"", 1, 7), ("a = \"\\ud800\"", 1, 7),
      ("a = [1", 1, 7), ("a = [,]", 1, 6), ("a = [1 2]", 1, 8), ("a = {b=1,}", 1, 10), ("a = {b=1", 1, 9),
      ("a = {\nb=1}", 1, 6), ("a = 1\na = 2", 2, 1), ("a = 1\n[a]", 2, 2), ("[a]\n[a]", 2, 2), ("a.b = 1\n[a]", 2, 2),
      ("[a]\nb = 1\n[c]\n[a.b.c]", 4, 4), ("a = {b = 1}\na.c = 2", 2, 1), ("a = []\n[[a]]", 2, 3), ("a = \u{7F}", 1, 5),
      ("# \u{1}", 1, 3), ("a = 1\rb = 2", 1, 6), ("\"\"\"a\"\"\" = 1", 1, 3), ("a = [[1]", 1, 9),
    ])
  func faults(text: String, line: Int, column: Int) {
    #expect(fault(text)?.place == TextPlace(line: line, column: column))
  }

  @Test(
    "What ended the program before is a fault, as everything too deep is",
    arguments: [
      "t={g=\"\",s=[}", String(repeating: "a.", count: 100_000) + "a = 1",
      "[" + String(repeating: "a.", count: 100_000) + "a]",
      "a = " + String(repeating: "[", count: 100_000), "a = " + String(repeating: "{a=", count: 100_000),
      "a = " + String(repeating: "{a.b.c=", count: 17) + "1" + String(repeating: "}", count: 17),
    ])
  func ended(text: String) { #expect(fault(text) != nil) }

  @Test("No change to a theme ends the program", arguments: 0..<4)
  func changed(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let parts = Array("[]{}=.,\"'\\\n #u").map { [$0] } + ["\"\"\"", "'''", "\u{0}", "e\u{301}"].map { Array($0) }
    let original = Array(BuiltInThemes.text("colour-blind") ?? "")
    #expect(!original.isEmpty)
    for _ in 0..<Sweep.runs(60, whole: 20_000) {
      var text = original
      for _ in 0...chance.next(4) {
        let place = chance.next(text.count)
        text.replaceSubrange(place..<min(text.count, place + chance.next(6)), with: chance.one(of: parts))
      }
      let read = try? ThemeReader(String(text), file: "x")
      #expect(read != nil || fault(String(text)) != nil)
    }
  }
}
