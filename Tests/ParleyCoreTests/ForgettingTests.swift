import ParleyCore
import TestFixtures
import Testing

@Suite("A session of which older entries are forgotten")
struct ForgettingTests {
  /// A session that is told whole, and one that forgets what it can, and reads it back where it must.
  private struct Pair {
    var whole: Table
    var short: Session
    let count: Int
    private(set) var readBack = 0

    init(_ table: Table, knowing count: Int) {
      (whole, short, self.count) = (table, table.session, count)
      short.forget(butFor: count)
    }

    mutating func give(_ line: String) {
      let number = whole.session.nextNumber
      whole.when(line)
      guard let entry = whole.session.entry(number) else { return }
      if short.reachesBack(entry), let all = Session(entries: whole.session.entries.dropLast()) {
        short = all
        readBack += 1
      }
      short.append(entry)
      if !short.knowsUndoable, let all = Session(entries: whole.session.entries) {
        short = all
        readBack += 1
      }
      short.forget(butFor: count)
    }

    var agrees: Bool { short.snapshot == whole.session.snapshot }

    /// Whether a session that is read entry by entry, as after a restart, is the same, as far as its end alone tells.
    var agreesWhenRead: Bool {
      var reading = LongReading(knowing: count)
      for entry in whole.session.entries { reading.take(entry) }
      guard let session = reading.end() else { return true }
      return session.snapshot == whole.session.snapshot && session.entries.count <= 2 * count
    }
  }

  @Test("tells those who join, and undo and redo, what one tells that knows all", arguments: Meeting.scripts)
  func scripts(script: Meeting.Script) {
    for count in 1...3 {
      var pair = Pair(Table.at(script.step), knowing: count)
      for line in script.lines {
        pair.give(line)
        #expect(pair.agrees && pair.agreesWhenRead, "\(count) known, after \(line)")
      }
      for line in ["undo", "undo", "redo", "undo", "undo", "undo", "redo", "redo", "note x", "undo", "undo"] {
        pair.give(line)
        #expect(pair.agrees && pair.agreesWhenRead, "\(count) known, after \(line)")
      }
    }
  }

  @Test("takes back everything down to the opening, and reads back no more than now and then")
  func all() {
    var pair = Pair(Table(), knowing: 16)
    for number in 0..<200 { pair.give(number % 3 == 0 ? "heard ceo" : "park \"\(number)\"") }
    #expect(pair.short.entries.count <= 48 && pair.short.knownFrom > 150)
    for _ in 0..<200 {
      pair.give("undo")
      guard pair.agrees else {
        Issue.record("not the same at \(pair.whole.session.nextNumber)")
        return
      }
    }
    #expect(pair.short.undoable == nil && pair.short.state == Table().state)
    #expect((1...20).contains(pair.readBack))
    for _ in 0..<200 { pair.give("redo") }
    #expect(pair.agrees && pair.whole.state.parkingLot.count > 100)
  }

  @Test("knows by which name something goes that was taken back and given again before")
  func names() {
    var pair = Pair(Table(), knowing: 2)
    for line in ["park A", "undo", "redo"] { pair.give(line) }
    guard let id = pair.whole.state.parkingLot.last?.id else { return }
    pair.give("assign \(id) owner=ceo")
    for number in 0..<40 { pair.give("note \"\(number)\"") }
    for _ in 0..<41 { pair.give("undo") }
    #expect(pair.agrees && pair.whole.state.item(id)?.owner == nil)
    for _ in 0..<41 { pair.give("redo") }
    #expect(pair.agrees && pair.whole.state.item(id)?.owner == StakeholderID("ceo"))
    let again = try? pair.short.proposal(
      for: "undo", by: .facilitator, at: pair.whole.now, box: BallotBox())
    #expect(again?.entry.events == [Undone(entry: pair.whole.session.nextNumber - 1).event])
  }
}
