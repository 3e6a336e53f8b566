import ParleyPlan
import Testing

@Suite struct Characters {
  @Test(arguments: [
    Wrong("facilitator: a\u{1B}b\n", "12:14 `a\\x1bb` contains the control character \\x1b"),
    Wrong("facilitator: \"a\\x1bb\"\n", "12:14 `a\\x1bb` contains the control character \\x1b"),
    Wrong("facilitator: \"a\\e[2Jb\"\n", "12:14 `a\\x1b[2Jb` contains the control character \\x1b"),
    Wrong("facilitator: a\0b\n", "12:14 `a\\x00b` contains the control character \\x00"),
    Wrong("facilitator: \"a\\0b\"\n", "12:14 `a\\x00b` contains the control character \\x00"),
    Wrong("facilitator: a\u{7F}\n", "12:14 `a\\x7f` contains the control character \\x7f"),
    Wrong("facilitator: a\u{85}b\n", "12:14 `a\\x85b` contains the control character \\x85"),
    Wrong("facilitator: \"a\\Nb\"\n", "12:14 `a\\x85b` contains the control character \\x85"),
    Wrong("facilitator: a\rb\n", "12:14 `a\\x0db` contains the control character \\x0d"),
    Wrong("facilitator: a\tb\n", "12:14 `a\\x09b` contains the control character \\x09"),
    Wrong("facilitator: \"a\\tb\"\n", "12:14 `a\\x09b` contains the control character \\x09"),
    Wrong("facilitator: a\u{2028}b\n", "12:14 `a\\u2028b` contains the line separator \\u2028"),
    Wrong("facilitator: a\u{202E}b\n", "12:14 `a\\u202eb` contains the bidirectional override \\u202e"),
    Wrong("facilitator: \"a\\u2066b\"\n", "12:14 `a\\u2066b` contains the bidirectional override \\u2066"),
    Wrong("facilitator: a\u{200B}b\n", "12:14 `a\\u200bb` contains the zero-width space \\u200b"),
    Wrong("facilitator: a\u{FEFF}b\n", "12:14 `a\\ufeffb` contains the zero-width space \\ufeff"),
    Wrong("\"a\\x07\": b\n", "12:1 `a\\x07` contains the control character \\x07"),
    Wrong("facilitator: \"a\\nb\"\n", "12:14 `facilitator` has a line break in it"),
    Wrong("facilitator: |\n  a\n  b\n", "12:14 `facilitator` has a line break in it"),
    Wrong(
      "# \u{1}\nremote: yes\n# \u{1B}[2J\n", "12:3 the control character \\x01 stands here",
      "13:9 `yes` is neither true nor false", "14:3 the control character \\x1b stands here"),
    Wrong(
      "context:\n  context: |\n    a\n    \tb\u{8}\n  evidence: c\n",
      "13:12 `a\\x0a\\x09b\\x08\\x0a` contains the control character \\x09"),
    Wrong("remote:\ttrue\n", "12:8 a tab stands here"),
    Wrong("remote: true\t# a\tcomment\t\n"),
  ])
  func charactersThatNoPlanMayHold(wrong: Wrong) { #expect(SamplePlan.with(wrong.rest).told == wrong.told) }

  @Test func lineBreaksMayStandInWhatIsTold() throws {
    var sample = SamplePlan(
      rest: "context:\n  context: |\n    One.\n    Two.\n  conflict: \"a\\nb\"\n  resolution: >\n    c\n    d\n")
    sample.stakeholders = "stakeholders:\n  - {id: ceo, name: Ada, message: \"a\\nb\"}\n"
    let reading = sample.reading
    #expect(reading.told == [])
    #expect(reading.plan?.context?.context == "One.\nTwo.")
    #expect(reading.plan?.context?.conflict == "a\nb")
    #expect(reading.plan?.context?.resolution == "c d")
    #expect(reading.map?.entries.values.first?.message == "a\nb")
  }

  @Test func joinersAndScriptsAndEmojiStay() {
    let name = "王 美玲 مها ‎👩‍💻 نمی‌خواهم é"
    #expect(SamplePlan.with("facilitator: \(name)\n").plan?.facilitator == name)
  }

  @Test func columnsCountScalarsBehindWideOnes() {
    let told = SamplePlan.with("parking-lot: [{text: 王👩‍💻é, by: 王}]\n").told
    #expect(told == ["12:33 there is no stakeholder `王`"])
  }

  @Test func aByteOrderMarkAndCarriageReturnsChangeNoPlace() {
    let text = SamplePlan(rest: "kin: x\nremote: no\n").text
    let expected = ["12:1 `kin` is not a key of the plan", "13:9 `no` is neither true nor false"]
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(PlanReading(text: windows, name: "p").told == expected)
    #expect(PlanReading(text: "\u{FEFF}" + windows, name: "p").told == expected)
    #expect(PlanReading(text: "\u{FEFF}kin: x\n", name: "p").told.contains("1:1 `kin` is not a key of the plan"))
    let plan = SamplePlan(rest: "context:\n  context: |\n    a\n    b\n").text
    let read = PlanReading(
      text: plan.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"), name: "p")
    #expect(read.plan?.context?.context == "a\nb")
  }

  @Test func bytesThatAreNotUTF8AreToldWhereTheyStand() {
    let head = Array(SamplePlan().text.utf8)
    func told(_ bytes: [UInt8]) -> [String] { PlanReading(bytes: head + bytes, name: "p").told }
    #expect(
      told(Array("facilitator: 王".utf8) + [0xFF, 0x0A] + Array("remote: no\n".utf8))
        == ["12:15 the byte ff is not UTF-8", "13:9 `no` is neither true nor false"])
    #expect(told(Array("# ".utf8) + [0xE2, 0x82, 0x0A]) == ["12:3 the bytes e2 82 are not UTF-8"])
    #expect(told(Array("# ".utf8) + [0xC0, 0xAF, 0x0A]).first?.hasPrefix("12:3 ") == true)
    #expect(told([0xED, 0xA0, 0x80, 0x0A]).first?.hasPrefix("12:1 ") == true)
    #expect(PlanReading(bytes: [0xFF, 0xFE, 0x70, 0x00], name: "p").told == ["1:1 the file is in UTF-16"])
  }
}
