import ParleyCore
import Testing

@Suite("Entries on disk")
struct EntryCodingTests {
  private func text(_ entry: Entry) -> [UInt8] {
    var bytes: [UInt8] = []
    entry.json.write(to: &bytes)
    return bytes
  }

  private func read(_ bytes: [UInt8]) throws -> Entry {
    try bytes.withUnsafeBufferPointer { bytes throws(CodingFault) in try Entry(jsonText: bytes) }
  }

  private func entry(_ events: [Event]) -> Entry {
    Entry(number: 7, at: CodedEvents.at, by: .facilitator, line: "dot ceo green", events: events)
  }

  @Test("every event comes back as it was, from text and from a value", arguments: CodedEvents.all)
  func roundTrip(event: Event) throws {
    let entry = entry([event, Paused().event])
    #expect(try read(text(entry)) == entry)
    #expect(try Entry(json: entry.json) == entry)
    #expect(try Event(json: event.json) == event)
  }

  @Test("events have different names, in words with hyphens")
  func names() {
    let names = Set(CodedEvents.all.map { $0.json["event"]?.text ?? "" })
    #expect(names == Set(Event.Name.allCases.map(\.rawValue)))
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
  }

  @Test(
    "who spoke comes back, even someone whose id is the name of a role",
    arguments: [
      Speaker.facilitator, .noteTaker, .screen, .stakeholder(StakeholderID("ceo")),
      .stakeholder(StakeholderID("screen")), .stakeholder(StakeholderID("facilitator")),
    ])
  func speakers(by: Speaker) throws {
    let entry = Entry(number: 0, at: CodedEvents.at, by: by, line: "", events: [])
    #expect(try read(text(entry)) == entry)
  }

  @Test(
    "the seat comes back, even that of someone whose id reads like an account",
    arguments: [
      Giver.seat(.facilitator), .seat(.noteTaker), .seat(.stakeholder(StakeholderID("ceo"))),
      .seat(.stakeholder(StakeholderID("send"))), .seat(.stakeholder(StakeholderID("send:maya"))), .account(nil),
      .account("maya"), .account("a:b"), .further(.facilitator, 2), .further(.noteTaker, 3),
    ])
  func seats(seat: Giver) throws {
    let entry = Entry(number: 1, at: CodedEvents.at, by: .facilitator, line: "", events: [], seat: seat)
    #expect(try read(text(entry)) == entry)
  }

  @Test("which of several facilitators gave it stands at the end, and is left out for the first")
  func number() {
    func text(_ seat: Giver) -> String {
      String(
        decoding: self.text(
          Entry(number: 1, at: CodedEvents.at, by: .facilitator, line: "", events: [], seat: seat)), as: UTF8.self)
    }
    #expect(text(.further(.facilitator, 2)).hasSuffix(#""seat":"facilitator","number":2}"#))
    #expect(text(.seat(.facilitator)).hasSuffix(#""seat":"facilitator"}"#))
    #expect(Giver(.facilitator, number: 1) == .seat(.facilitator))
  }

  @Test(
    "a dot of which a journal does not say how it came, or in a later version's word, was said aloud",
    arguments: ["", #","how":"whispered""#])
  func dotSaidAloud(how: String) throws {
    let json = try #require(JSON(Array(#"{"event":"dot-given","goal":"g","who":"ceo","colour":"red"\#(how)}"#.utf8)))
    let dot = DotGiven(goal: GoalID("g"), who: StakeholderID("ceo"), dot: Dot(colour: .red, how: .spoken))
    #expect(try Event(json: json) == dot.event)
  }

  @Test("no event takes more room than a dot, of which a journal has most")
  func room() {
    #expect(MemoryLayout<Event>.stride <= MemoryLayout<DotGiven>.stride)
  }

  @Test(
    "any text comes back",
    arguments: ["", "\"\\/\u{8}\u{c}\n\r\t\u{1}\u{7F}", "Ä 予算 👩‍👩‍👧 \u{202E}e\u{301}", "{\"events\":[]}", "\\u0041"])
  func words(word: String) throws {
    let entry = entry([Noted(text: word).event])
    #expect(try read(text(entry)) == entry)
    #expect(try Entry(json: entry.json) == entry)
  }

  @Test(
    "an entry from elsewhere may be spaced and ordered as it likes, with members that nobody knows",
    arguments: [
      #" { "events" : [ ] , "line":"x", "by" : "screen" ,"at":0 , "new":[1,{"a":null},"]"], "n" : 3 } "#,
      #"{"n":3,"n":4,"at":-0,"by":"screen","line":"\u0078","events":[]}"#,
      "{\"n\":3,\"at\":0,\"by\":\"screen\",\r\n\t\"line\":\"x\",\"events\":null}",
    ])
  func leniency(text: String) throws {
    let expected = Entry(number: 3, at: Instant(milliseconds: 0), by: .screen, line: "x", events: [])
    #expect(try read(Array(text.utf8)) == expected)
  }

  @Test(
    "what is not an entry names the member that is missing or wrong",
    arguments: [
      ("", "JSON"), ("[", "JSON"), ("{} x", "JSON"), (#"{"a":tru}"#, "JSON"), (#"{"a" 1}"#, "JSON"),
      (#"{"a":"x"#, "JSON"), (#"{"a":"\"#, "JSON"), ("{\"a\":\"\u{1}\"}", "JSON"),
      (String(repeating: "[", count: 100_000), "JSON"),
      ("{}", "n"), ("[]", "n"), ("3", "n"), (#"{"n":"3"}"#, "n"), (#"{"n":1.5}"#, "n"), (#"{"n":1e99}"#, "n"),
      (#"{"n":99999999999999999999}"#, "n"), (#"{"n":-}"#, "JSON"),
      (#"{"n":1125899906842624}"#, "n"), (#"{"n":1,"at":-9223372036854775808}"#, "at"), (#"{"n":null}"#, "n"),
      (#"{"n":1,"at":2,"by":"screen","line":7}"#, "line"),
      (#"{"n":1,"at":2,"by":"screen","line":"x","events":[{"event":"sung"}]}"#, "event sung"),
      (#"{"n":1,"at":2,"by":"screen","line":"x","events":[3]}"#, "event"),
      (#"{"n":1,"at":2,"by":"screen","line":"x","events":[{"event":"heard"}]}"#, "who"),
      (#"{"n":1,"at":2,"by":"screen","line":"x","events":[{"event":"step-entered","step":"x"}]}"#, "step"),
    ])
  func faults(text: String, member: String) {
    #expect(throws: CodingFault.self) { try read(Array(text.utf8)) }
    do { _ = try read(Array(text.utf8)) } catch { #expect((error as? CodingFault)?.member == member) }
  }

  @Test("text that is not UTF-8 is no text")
  func notUTF8() {
    let bytes = Array(#"{"n":1,"at":2,"by":"screen","line":""#.utf8) + [0xC3, 0x28] + Array(#"","events":[]}"#.utf8)
    #expect(throws: CodingFault.self) { try read(bytes) }
  }

  @Test("text that was cut off is no entry, wherever it was cut")
  func cut() {
    let whole = text(entry(Array(CodedEvents.all)))
    for count in 0..<whole.count where (try? read(Array(whole[..<count]))) != nil {
      Issue.record("\(count) bytes are an entry")
    }
  }

  @Test("bits that flip never stop the program, and both ways of reading agree on what is left")
  func flips() throws {
    let whole = text(entry(Array(CodedEvents.all)))
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= UInt8(1 << (place % 8))
      guard let json = JSON(bytes), let entry = try? Entry(json: json) else {
        _ = try? read(bytes)
        continue
      }
      #expect(try read(bytes) == entry)
    }
  }
}
