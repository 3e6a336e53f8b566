import ParleyCore
import ParleyDocuments
import Testing

@Suite("Words of people stay words")
struct HostileTextTests {
  private static let hostile = [
    "# heading", "- item", "+ item", "* item", "1. one", "12) twelve", "> quote", "===", "---", "***", "___",
    "| a | b |", "|", "a | b", "a \\| b", "\\", "a\\", "\\\\", "```", "`code`", "~~~ x", "~~gone~~",
    "<script>x</script>",
    "<!-- x", "<a@b.c>", "[x](http://e.org)", "![x](y)", "[x]: y", "[^1]", "[ ] task", "*b* _i_ __s__", "&amp;",
    "&#35;",
    "{{title}}", "{{{title}}}", "{{#goals}}", "{{/goals}}", "{.class}", "\"quoted\" 'and' not", ": x", "key: value",
    "%TAG",
    "$x$", "x^2^", "# x #", "    four spaces", "Ada\nObi", "a\n\n# b", "a\r\n- b", "a\u{2028}# b", "a\u{85}b", "\tx",
    "\u{1B}[31mred", "a\u{202E}b", "a\u{0}b", "\u{FEFF}x", "王 美玲", "👩‍👩‍👧‍👦", "e\u{301}", "null", "~", "@x", "!x", "...",
    "a  ",
  ]

  @Test("Whatever is written, the document has the same lines of the same sorts", arguments: hostile)
  func structure(text: String) throws {
    let plain = PlayedSession.whole { _ in "word" }
    let played = PlayedSession.whole { _ in text }
    #expect(played.refusals == [])
    #expect(shape(try RecordDocument.markdown(played.record)) == shape(try RecordDocument.markdown(plain.record)))
  }

  @Test("Texts that bypassed every gate of the core are no danger either", arguments: hostile)
  func ungated(text: String) throws {
    var record = PlayedSession.whole { _ in "word" }.record
    let plain = shape(try RecordDocument.markdown(record))
    record.title = text
    record.id = text
    record.notes[0].text = text
    record.goals[0].goal.name = text
    record.parkingLot[0].text = text
    record.decisions[0].what = text
    record.attendance[0].name = text
    #expect(shape(try RecordDocument.markdown(record)) == plain)
  }

  @Test("What is written can be read off again", arguments: ["a | b", "# x", "1. one", "<b>*x*</b>", "a\\b", "~", "王"])
  func legible(text: String) throws {
    let document = try RecordDocument.markdown(PlayedSession.whole { _ in text }.record)
    let title = try #require(document.split(separator: "\n").first { $0.hasPrefix("# ") })
    #expect(unescaped(title.dropFirst(2)) == "\(text) — agreed, open for comment")
  }

  @Test("The front matter holds quoted text that reads back as it was, save that it calls nobody", arguments: hostile)
  func frontMatter(text: String) throws {
    let document = try RecordDocument.markdown(PlayedSession.whole { _ in text }.record)
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "---" && lines[10] == "---")
    let title = try #require(lines.first { $0.hasPrefix("title: ") })
    #expect(JSON(Array(title.dropFirst(7).utf8))?.text == text.cleaned.withoutMentions)
  }

  @Test("The JSON holds every text as it was kept", arguments: hostile)
  func json(text: String) throws {
    let record = PlayedSession.whole { _ in text }.record
    let json = try #require(JSON(Array(RecordDocument.json(record).utf8)))
    #expect(json["comments"]?.list?.first?["text"]?.text == text.cleaned)
    #expect(json["session"]?["title"]?.text == text)
  }
}

/// What a Markdown reader sees of each line: its sort, and how often each mark of markup stands there unescaped.
private func shape(_ document: String) -> [String] {
  document.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(11).map { line in
    var marks: [Character: Int] = [:]
    var escapes = false
    for character in line {
      if !escapes, "|*_`[]<>#~&{}".contains(character) { marks[character, default: 0] += 1 }
      escapes = character == "\\" && !escapes
    }
    let counts = marks.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }.joined()
    return "\(sort(of: line)) \(counts)\(escapes ? " ends in a backslash" : "")"
  }
}

private func sort(of line: Substring) -> String {
  if line.allSatisfy({ $0 == " " }) { return "blank" }
  let text = line.drop { $0 == " " }
  let indent = line.count - text.count
  for beginning in ["### ", "## ", "# ", "| ", "- ", "+ ", "* ", "> ", "```", "~~~", "<", "---", "==="]
  where text.hasPrefix(beginning) {
    return "\(indent) \(beginning)"
  }
  let digits = text.prefix { $0.isNumber }
  let mark = text.dropFirst(digits.count).first
  return !digits.isEmpty && (mark == "." || mark == ")") ? "\(indent) list" : "\(indent) text"
}

private func unescaped(_ text: Substring) -> String {
  var out = ""
  var escapes = false
  for character in text {
    if character == "\\", !escapes {
      escapes = true
    } else {
      out.append(character)
      escapes = false
    }
  }
  return out
}
