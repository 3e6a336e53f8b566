import Foundation
import ParleyCore
import Testing

@testable import ParleyJournal

@Suite struct StoreTests {
  let scratch = Scratch()
  var store: Store { scratch.store }

  @Test("The store is where the option says, else the environment, else the user's data")
  func location() {
    func place(_ option: String?, _ environment: [String: String]) -> String {
      Store(option: option, environment: environment).directory
    }
    let all = ["PARLEY_STORE": "/p", "XDG_DATA_HOME": "/x", "HOME": "/h"]
    #expect(place("/o", all) == "/o")
    #expect(place(nil, all) == "/p")
    #expect(place(nil, ["XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/parley/sessions")
    #expect(place(nil, ["PARLEY_STORE": "", "XDG_DATA_HOME": "", "HOME": "/h"]) == "/h/.local/share/parley/sessions")
    #expect(place(nil, ["XDG_DATA_HOME": "relative", "HOME": "/h"]) == "/h/.local/share/parley/sessions")
    #expect(place("here", all) == FileManager.default.currentDirectoryPath + "/here")
  }

  @Test("All folders that are made for the store are its owner's alone")
  func folderModes() throws {
    let deep = Store(directory: scratch.directory + "/a/b")
    try deep.prepare()
    #expect(["", "/a", "/a/b"].map { mode(scratch.directory + $0) } == [0o700, 0o700, 0o700])
  }

  @Test(
    "An id is the title and the day in plain letters",
    arguments: [
      ("Q3 alignment", "q3-alignment-2027-06-28"),
      ("  Größe & Maß: «Über»!  ", "grosse-mass-uber-2027-06-28"),
      ("Łódź, Ærø, İstanbul", "lodz-aero-istanbul-2027-06-28"),
      ("What's next?", "whats-next-2027-06-28"),
      ("../../etc/passwd", "etc-passwd-2027-06-28"),
      ("🙂 !!", "session-2027-06-28"),
      ("", "session-2027-06-28"),
      ("Бюджет на квартал", "byudzhet-na-kvartal-2027-06-28"), ("Προϋπολογισμός", "proypologismos-2027-06-28"),
      ("ロードマップ", "rodomapu-2027-06-28"), ("한국", "hangug-2027-06-28"), ("Ngân sách quý", "ngan-sach-quy-2027-06-28"),
      ("予算", "session-2027-06-28"),
      (
        "The quarterly meeting about everything that nobody decided",
        "the-quarterly-meeting-about-everything-2027-06-28"
      ),
      (String(repeating: "x", count: 100), String(repeating: "x", count: 40) + "-2027-06-28"),
    ])
  func ids(title: String, expected: String) throws {
    let date = try #require(CalendarDate("2027-06-28"))
    #expect(store.newID(title: title, date: date) == expected)
  }

  @Test("An id that is taken gets a number")
  func takenIDs() throws {
    let date = try #require(CalendarDate("2027-06-28"))
    try scratch.journal("q3-2027-06-28").close()
    #expect(store.newID(title: "Q3", date: date) == "q3-2027-06-28-2")
    try scratch.journal("q3-2027-06-28-2").close()
    #expect(store.newID(title: "Q3", date: date) == "q3-2027-06-28-3")
  }

  @Test("A session is found by its id, the beginning of it or of its title, or its path")
  func finding() throws {
    try scratch.journal("q3-2027-06-28", title: "Alignment for Q3").close()
    try scratch.journal("q3-2027-06-28-2", title: "Alignment for Q3, again").close()
    try scratch.journal("review-2027-09-30", title: "Übersicht").close()
    func found(_ name: String) throws -> String { try store.find(name).id }
    #expect(try found("q3-2027-06-28") == "q3-2027-06-28")
    #expect(try found("rev") == "review-2027-09-30")
    #expect(try found("REV") == "review-2027-09-30")
    #expect(try found("übers") == "review-2027-09-30")
    #expect(try found("ALIGNMENT FOR Q3") == "q3-2027-06-28")
    #expect(try found("alignment for q3,") == "q3-2027-06-28-2")
    #expect(try found("\(store.directory)/review-2027-09-30.parley") == "review-2027-09-30")
    #expect(try found("review-2027-09-30.parley") == "review-2027-09-30")
  }

  @Test("A name that means several sessions is refused with their ids")
  func ambiguity() throws {
    for id in ["q3-b", "q3-a", "other"] { try scratch.journal(id, title: "The same").close() }
    #expect(fault { _ = try store.find("q3") } == .ambiguous("q3", ["q3-a", "q3-b"]))
    #expect(fault { _ = try store.find("the") } == .ambiguous("the", ["other", "q3-a", "q3-b"]))
    #expect(fault { _ = try store.find("the same") }?.kind == .notFound)
  }

  @Test("A name that means none is not found", arguments: ["nope", "", "/no/such.parley", "no.parley", "q3\u{0}", "*"])
  func notFound(name: String) throws {
    try scratch.journal("q3").close()
    #expect(fault { _ = try store.find(name) }?.kind == .notFound)
  }

  @Test("A store that is not there has no sessions")
  func empty() {
    #expect(store.list().isEmpty)
    #expect(
      fault { () throws(JournalFault) in
        var sessions = store.openSessions
        _ = try sessions.next()
      } == .noOpenSession(store: store.directory))
    #expect(!exists(store.directory))
  }

  @Test("The list gives each session's outline and holder, and says which cannot be read")
  func listing() throws {
    let held = try scratch.journal("a-held", notes: 2)
    let closed = try scratch.journal("b-closed", title: "Closed")
    let at = Sample.start.adding(seconds: 60)
    for (index, event) in [StepEntered(step: .readBack).event, Closed().event].enumerated() {
      let entry = Entry(number: index + 1, at: at, by: .facilitator, line: "next", events: [event])
      try closed.append(entry, commandID: "c\(index)", clock: Sample.clock(60))
    }
    closed.close()
    try scratch.overwrite(store.file("c-broken").path, [1, 2, 3])
    let list = store.list()
    #expect(list.map(\.file.id) == ["b-closed", "a-held", "c-broken"])
    #expect(list.map(\.holder?.pid) == [nil, getpid(), nil])
    let first = try #require(list[0].outline)
    #expect(first.title == "Closed")
    #expect(first.status == .openForComment)
    #expect(!first.isOpen)
    #expect(first.started == at)
    #expect(first.ended == at)
    #expect(first.entries == 3)
    #expect(list[1].outline?.isOpen == true)
    #expect(list[1].outline?.step == .lobby)
    #expect(list[2].fault == .notASession(path: store.file("c-broken").path))
    var sessions = store.openSessions
    #expect(try sessions.next() == held.file)
    #expect(fault { _ = try sessions.next() } == .noOpenSession(store: store.directory))
  }

  @Test("The session to resume is the one used last, then the one before")
  func openSessions() throws {
    try scratch.journal("b-long-ago", notes: 2).close()
    try scratch.journal("a-now", notes: 9).close()
    try scratch.journal("c-before", notes: 5).close()
    try scratch.overwrite(store.file("d-broken").path, [1, 2, 3])
    var sessions = store.openSessions
    let ids = try (0..<3).map { _ in try sessions.next().id }
    #expect(ids == ["a-now", "c-before", "b-long-ago"])
    #expect(fault { _ = try sessions.next() } == .noOpenSession(store: store.directory))
  }

  @Test("A closed session is not resumed, whatever was said after its end")
  func closedSessions() throws {
    try scratch.journal("a-open", notes: 2).close()
    let closed = try scratch.journal("b-closed", notes: 9)
    let comment = Comment(id: CommentID("C1"), who: StakeholderID("ceo"), text: "why")
    let events: [[Event]] = [
      [StepEntered(step: .readBack).event], [Closed().event], [Commented(comment: comment).event],
      [Undone(entry: 12).event], [], [Finalised().event],
    ]
    for (index, events) in events.enumerated() {
      let entry = Entry(
        number: 10 + index, at: Sample.start.adding(seconds: 60), by: .facilitator, line: "x", events: events)
      try closed.append(entry, commandID: "d\(index)", clock: Sample.clock(60))
    }
    closed.close()
    #expect(SessionSummary(closed.file).outline?.isOpen == false)
    var sessions = store.openSessions
    #expect(try sessions.next().id == "a-open")
  }

  @Test("Every fault is one line that says where, what, and what to do")
  func sentences() {
    let faults: [JournalFault] = [
      .notFound("x"), .ambiguous("q", ["qa", "qb"]), .noOpenSession(store: "/s"), .notASession(path: "/f"),
      .newerVersion(path: "/f", version: 2), .damaged(path: "/f", entry: 3, what: "it is missing"),
      .damaged(path: "/f", entry: nil, what: "torn"), .busy(path: "/f", pid: 12), .busy(path: "/f", pid: nil),
      .exists(path: "/f"), .cannotCreate(path: "/f", why: "no"), .notReadable(path: "/f", why: "no"),
      .notWritable(path: "/f"), .diskFull(path: "/f"), .io(path: "/f", why: "no"),
      .outOfOrder(path: "/f", expected: 3, given: 4),
    ]
    for fault in faults {
      #expect(!fault.description.contains("\n"))
      #expect(fault.description == "\(fault.place): \(fault.what) — \(fault.remedy)")
    }
    #expect(Set(faults.map(\.description)).count == faults.count)
  }
}
