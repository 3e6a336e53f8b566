import ParleyCore
import ParleyDocuments
import Testing

@Suite("The documents of both examples, and of a session full of hostile text")
struct ExampleDocumentTests {
  /// What a person would have to write to reach a formula, a tag, a header, a property or a template.
  static let hostile =
    "=HYPERLINK(1) <script>alert(\"x\")</script>\r\nBcc: a@b.c\nEND:VEVENT;,\\ {{title}} \u{202E}*b* | 王 "
    + "long ".repeated(30)

  static func records() throws -> [(name: String, record: Record)] {
    [
      ("saas-q3", try ExampleSession("saas-q3").record), ("q3-review", try ExampleSession("q3-review").record),
      ("hostile", PlayedSession.whole { _ in hostile }.record),
    ]
  }

  @Test("They read as their golden files do")
  func golden() throws {
    for (name, record) in try Self.records() {
      try expectGolden(try RecordDocument.markdown(record), "\(name).md")
      try expectGolden(try RecordDocument.html(record), "\(name).html")
      try expectGolden(RecordDocument.csv(record), "\(name).csv")
      try expectGolden(RecordDocument.ics(record), "\(name).ics")
      try expectGolden(try RecordDocument.eml(record), "\(name).eml")
    }
  }

  @Test(
    "The page loads nothing from elsewhere, holds no tag but its own, and leads to headings and web addresses alone")
  func html() throws {
    for (_, record) in try Self.records() {
      let page = try RecordDocument.html(record)
      for reach in ["src=", "url(", "@import", "<script", "<link", "onload"] {
        #expect(!page.contains(reach), "\(reach)")
      }
      for link in page.split(separator: "href=").dropFirst() {
        #expect(link.hasPrefix("\"#goal-") || link.hasPrefix("\"https://"), "\(link.prefix(40))")
      }
      #expect(page.contains("default-src 'none'"))
    }
  }

  @Test("Every line of a calendar and of a mail ends in CRLF and is short; a character is never cut in two")
  func lines() throws {
    for (_, record) in try Self.records() {
      let calendar = RecordDocument.ics(record)
      #expect(calendar.utf8Lines.allSatisfy { $0.utf8.count <= 75 })
      let mail = try RecordDocument.eml(record)
      #expect(mail.utf8Lines.allSatisfy { $0.utf8.count <= 78 })
      #expect(mail.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test("The same journal gives the same bytes in every form")
  func same() throws {
    let (one, two) = (PlayedSession.whole().record, PlayedSession.whole().record)
    #expect(RecordDocument.ics(one) == RecordDocument.ics(two))
    #expect(try RecordDocument.eml(one) == RecordDocument.eml(two))
    #expect(try RecordDocument.html(one) == RecordDocument.html(two))
    #expect(RecordDocument.csv(one) == RecordDocument.csv(two))
  }

  @Test("A session that has only been opened has documents too")
  func opened() throws {
    let record = PlayedSession().record
    #expect(try RecordDocument.html(record).contains("proposal"))
    #expect(RecordDocument.ics(record).contains("BEGIN:VEVENT\r\n"))
    #expect(try RecordDocument.eml(record).hasPrefix("From: "))
  }
}

extension String {
  func repeated(_ count: Int) -> String { String(repeating: self, count: count) }

  /// The lines between CRLFs; a lone CR or LF stays in one, and makes it too long or wrong.
  var utf8Lines: [String] {
    let bytes = Array(utf8)
    var lines: [String] = []
    var line: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D {
        lines.append(String(decoding: line.dropLast(), as: UTF8.self))
        line = []
      } else {
        line.append(byte)
      }
    }
    return lines + (line.isEmpty ? [] : [String(repeating: "x", count: 999)])
  }
}
