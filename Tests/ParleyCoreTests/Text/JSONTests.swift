import Testing

@testable import ParleyCore

@Suite("Reading JSON")
struct JSONTests {
  private func read(_ text: String) -> JSON? { JSON(Array(text.utf8)) }

  @Test("Every kind of value is read, members in their order, space around all of it")
  func values() {
    let text = " {\"b\" : [ null , true,false ],\r\n\t\"a\":{} ,\"c\":[]} \n"
    #expect(
      read(text)
        == .object([.init("b", [nil, true, false]), .init("a", .object([])), .init("c", .array([]))]))
    #expect(read("null") == JSON.null && read("\"x\"") == "x" && read("[[],[[]]]") == [[], [[]]])
  }

  @Test("Of two members with one key the first counts, and both are kept")
  func twice() throws {
    let json = try #require(read(#"{"a":1,"a":2}"#))
    #expect(json["a"] == 1 && json.line == #"{"a":1,"a":2}"#)
  }

  @Test(
    "A number without point and exponent is whole as far as an Int goes",
    arguments: [
      ("0", JSON.integer(0)), ("-0", 0), ("12", 12), ("-7", -7), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("1.5", .number(1.5)), ("-0.25", .number(-0.25)), ("1e3", .number(1000)), ("1E+3", .number(1000)),
      ("12.5e-1", .number(1.25)), ("0e0", .number(0)), ("1.0", .number(1)),
    ])
  func numbers(text: String, value: JSON) {
    #expect(read(text) == value)
    #expect(read("[\(text)]") == [value])
  }

  @Test(
    "What is no number of RFC 8259, or none that a Double holds, is not read",
    arguments: [
      "-", "+1", "01", "-01", "00", ".5", "1.", "1.e5", "1e", "1e+", "--1", "1-2", "1.5.5", "0x10", "NaN", "Infinity",
      "1e999", "-1e999", "1_000", "１",
    ])
  func noNumbers(text: String) {
    #expect(read(text) == nil)
    #expect(read("{\"a\":\(text)}") == nil)
  }

  @Test(
    "Escapes become what they stand for",
    arguments: [
      (#""\n\t\r\b\f\"\\\/""#, "\n\t\r\u{8}\u{C}\"\\/"), (#""\u0041\u00e9\u00E9""#, "Aéé"), (#""\u0000""#, "\u{0}"),
      (#""\ud83d\ude00!""#, "😀!"), (#""a\"é\\😀""#, "a\"é\\😀"), ("\"\u{7F}\"", "\u{7F}"), ("\"\"", ""),
    ])
  func escapes(text: String, value: String) {
    #expect(read(text) == .string(value))
    #expect(read("{\(text):\(text)}") == .object([.init(value, .string(value))]))
  }

  @Test(
    "A string with an escape that means nothing is not read",
    arguments: [
      #""\x""#, #""\u12""#, #""\u12g4""#, #""\u+123""#, #""\ud83d""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83dA""#,
      #""\ude00""#, #""\""#, "\"\\\u{1}\"", "\"\u{1}\"", "\"\n\"", "\"a", "\"a\\", "'a'",
    ])
  func noEscapes(text: String) {
    #expect(read(text) == nil)
    #expect(read("[\(text)]") == nil)
  }

  @Test(
    "A string that is not UTF-8 is not read",
    arguments: [
      [0xC3, 0x28], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x5C, 0x6E, 0x80],
    ])
  func notUTF8(bytes: [UInt8]) {
    #expect(JSON([0x22] + bytes + [0x22]) == nil)
    #expect(JSON(Array("{\"".utf8) + bytes + Array("\":1}".utf8)) == nil)
  }

  @Test(
    "What is cut off, left open, or followed by anything is not JSON",
    arguments: [
      "", " ", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1]]", "[1]x", "[1] 2", "{", "}", "{\"a\"", "{\"a\":",
      "{\"a\":1", "{\"a\":1,}", "{a:1}", "{1:2}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "tru", "trues", "nul", "nulll",
      "True",
      "[1}", "{\"a\":1]", "// x\n1", "\u{FEFF}1", "1\u{0}", "\u{B}1",
    ])
  func broken(text: String) { #expect(read(text) == nil) }

  @Test("Thirty-two levels are read, and no more, however deep it goes")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(read(nested(32)) != nil && read(nested(33)) == nil && read(nested(1_000_000)) == nil)
    let objects = String(repeating: "{\"a\":", count: 31)
    #expect(read(objects + "1" + String(repeating: "}", count: 31)) != nil)
    #expect(read(objects + "[1]" + String(repeating: "}", count: 31)) == nil)
  }

  @Test("What is written is read again as the same")
  func again() {
    let json: JSON = [
      "a": [1, .number(0.1), .number(-1.5e300), .integer(.min), true, nil], "é\n\u{1}\u{7F}\"\\": "😀\u{2028}",
      "": .object([]), "b": .array([]),
    ]
    #expect(read(json.line) == json && read(json.pretty) == json)
  }
}
