import ParleyCore
import TestFixtures
import Testing

@Suite("Joining a session")
struct JoiningTests {
  @Test("A state arrives as it was sent, and is the one that all entries tell", arguments: Meeting.scripts)
  func scripts(script: Meeting.Script) throws {
    var meeting = Meeting(Table.at(script.step))
    for line in script.lines {
      try meeting.join()
      meeting.table.now = meeting.table.now.adding(seconds: 1)
      let count = meeting.table.session.nextNumber
      try meeting.give(line)
      #expect(meeting.table.session.nextNumber == count + 1, "refused: \(line)")
      #expect(meeting.agrees, "after \(line)")
      let snapshot = meeting.table.session.snapshot
      #expect(try Meeting.sent(snapshot) == snapshot, "after \(line)")
      #expect(Session(entries: meeting.table.session.entries)?.state == snapshot.state, "after \(line)")
    }
  }

  @Test("Everything can be taken back down to the opening, however long the session and whenever one joined")
  func all() throws {
    var meeting = Meeting()
    try meeting.join()
    var states = [meeting.table.state]
    for number in 0..<200 {
      try meeting.give(number % 3 == 0 ? "heard ceo" : "note \"\(number)\"")
      states.append(meeting.table.state)
      if number % 70 == 50 { try meeting.join() }
    }
    for state in states.dropLast().reversed() {
      try meeting.give("undo")
      guard meeting.table.state == state, meeting.agrees else {
        Issue.record("not the same at \(meeting.table.session.nextNumber)")
        return
      }
    }
    #expect(meeting.table.session.undoable == nil)
    #expect(meeting.renewals > 200)
  }

  @Test("What was voted on stays, for whoever joins with the vote open too")
  func ballots() throws {
    var meeting = Meeting()
    for line in ["note a", "vote open dots=3 max=1", "note b"] {
      try meeting.give(line)
      try meeting.join()
    }
    try meeting.give("@ceo ballot churn=1")
    for line in ["note c", "undo", "undo", "undo", "vote cancel", "undo"] {
      try meeting.join()
      try meeting.give(line)
      #expect(meeting.agrees, "after \(line)")
    }
    #expect(meeting.table.session.undoable == nil && meeting.table.state.votes.isEmpty)
  }

  @Test("What is sent is as long as what was captured, not as the session's past")
  func short() throws {
    var meeting = Meeting()
    try meeting.give("heard ceo")
    let length = meeting.table.session.snapshot.json.line.utf8.count
    for _ in 0..<2000 { try meeting.give("heard ceo") }
    #expect(meeting.table.session.snapshot.json.line.utf8.count < length + 20)
  }
}
