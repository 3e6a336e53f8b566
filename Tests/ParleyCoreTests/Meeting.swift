import ParleyCore
import TestFixtures
import Testing

/// A session that is held, and those who joined it at one time or another.
struct Meeting {
  var table: Table
  private(set) var guests: [Guest] = []
  /// How often someone was to join anew.
  private(set) var renewals = 0

  struct Guest {
    var session: Session
    var joined: Int
  }

  init(_ table: Table = Table(.quarter)) { self.table = table }

  mutating func join() throws {
    let snapshot = try Meeting.sent(table.session.snapshot)
    guests.append(Guest(session: Session(snapshot), joined: snapshot.nextNumber))
  }

  /// Gives a command, and tells everyone what came of it; a refusal is told to nobody.
  mutating func give(_ line: String) throws {
    let number = table.session.nextNumber
    table.when(line)
    guard let entry = table.session.entry(number) else { return }
    for index in guests.indices {
      let snapshot = table.session.snapshot(with: entry, joined: guests[index].joined) { count in
        Array(table.session.entries.prefix(count))
      }
      guests[index].session.append(entry, anew: try snapshot.map(Meeting.sent))
      guard let snapshot else { continue }
      guests[index].joined = snapshot.nextNumber
      renewals += 1
    }
  }

  /// Whether everyone has the same session before them.
  var agrees: Bool {
    guests.allSatisfy { guest in
      guest.session.state == table.state && guest.session.undoable == table.session.undoable
        && guest.session.nextNumber == table.session.nextNumber
    }
  }

  /// The snapshot as it arrives at the other end of a line.
  static func sent(_ snapshot: Snapshot) throws -> Snapshot {
    let text = Array(snapshot.json.line.utf8)
    return try text.withUnsafeBufferPointer { text in
      try Fields.read(text) { fields throws(CodingFault) in try Snapshot(coded: fields) }
    }
  }
}

extension Meeting {
  /// A session by hand, from a step on, in which something happens that chance seldom brings. No line is refused.
  struct Script: Sendable {
    var step: String
    var lines: [String]

    init(_ step: String, _ lines: String...) { (self.step, self.lines) = (step, lines) }
  }

  static let scripts = [
    Script(
      "goal:activation", "dot ceo green", "dot vp-eng abstain", "undo", "undo", "redo", "redo", "park A", "undo",
      "redo",
      "undo", "note x"),
    Script(
      "boundary", "+00:30 rebalance", "rebalance end=15:00", "next", "back",
      "rebalance end=15:10", "undo", "note x"),
    Script(
      "lobby", "leave vp-eng", "arrive vp-eng", "leave ceo", "next", "+00:10 pause", "+00:20 resume", "pause",
      "+00:05 note x", "note y", "link A https://a.example", "link B https://b.example", "arrive ceo", "leave ceo",
      "next"),
    Script(
      "goal:activation", "leave cs-head", "dot ceo green", "dot vp-sales yellow layer=metric note=n condition=c",
      "dot vp-eng red layer=features cause=beliefs how=pre-read",
      "confirm note=n condition=more decider=ceo by=+7d criteria=c", "arrive cs-head", "next", "dot ceo green",
      "dot vp-sales green", "dot vp-eng green", "dot cs-head green", "adjust churn target=6 because=b",
      "metric churn T baseline=9 target=6"),
    Script(
      "priorities", "rank deal-close 1",
      "propose speed Speed timeframe=q3 metric=M baseline=1 target=2 displacing=churn:q4", "accept ceo,vp-eng",
      "propose more More timeframe=q3 metric=M baseline=1 target=2 displacing=deal-close:q4", "accept ceo",
      "move churn to=q3 displacing=speed:q4 because=b", "move activation to=q4 because=b"),
    Script(
      "priorities", "leave ceo", "dot ceo clear goal=churn", "dot cs-head green goal=churn", "confirm churn",
      "propose speed Speed timeframe=q3 metric=M baseline=1 target=2 displacing=churn:parking-lot because=b",
      "goto goal:speed", "skip speed because=x", "undo", "dot ceo red layer=metric goal=churn", "drop speed because=y"),
    Script(
      "goal:activation", "conflict T between=vp-eng,vp-sales goal=activation", "argue vp-eng Breaks interest=Sleep",
      "argue vp-sales Sells", "+00:10 pause", "+00:30 extend 5", "+00:01 resume", "resolve D because=B until=+7d",
      "dot vp-eng green", "conflict U between=ceo,cs-head",
      "experiment A metric=M until=+14d owner=vp-eng", "back", "conflict V between=ceo,vp-eng"),
    Script(
      "goal:activation", "park A by=ceo kind=question goal=activation owner=vp-eng due=+7d", "request B by=cs-head",
      "assign P2 owner=ceo due=+9d", "serve P3 goal=activation because=b", "withdraw P2",
      "decide A because=b consequences=c until=+9d", "decide B because=c replaces=D1",
      "follow-up F owner=ceo due=+7d with=vp-eng,cs-head", "follow-up G owner=vp-eng due=+8d",
      "impact ceo gives=a goal=activation", "impact vp-eng costs=c decision=D1", "gap A owner=ceo due=+1d",
      "gap B owner=vp-eng due=+2d", "commit ceo A goal=activation due=+5d", "@vp-eng commit B",
      "commit vp-eng C goal=churn", "kind review because=a",
      "kind check-in because=b",
      "playbook split core=70 adjacent=20 new=10", "playbook track near A unlocks=B"),
    Script(
      "goal:activation", "vote open dots=3 max=2", "@ceo ballot activation=1", "@vp-eng ballot churn=1",
      "@vp-sales ballot churn=2", "vote reveal", "vote open dots=1 max=1",
      "@vp-eng ballot activation=1",
      "vote cancel"),
    Script(
      "read-back", "ack ceo caveat=c", "ack vp-sales", "answer ceo a", "ack vp-eng", "ack cs-head caveat=d",
      "answer cs-head b", "close", "comment ceo x"),
    Script(
      "context", "close early because=x", "comment ceo why", "reply C1 so", "comment vp-eng what mail=m",
      "+9999:00 finalise"),
    Script(
      "lobby", "kind pre-mortem because=a", "next", "next", "next", "reason ceo a", "reason vp-eng b", "next", "next",
      "cluster D R1", "cluster E R2", "next", "mitigate G1 x owner=ceo due=+7d", "bear G2 because=c",
      "mitigate G2 y owner=vp-eng due=+8d"),
    Script(
      "lobby", "kind decision-journal because=a", "next", "next", "next", "assume t evidence=survey by=ceo note=n",
      "assume u evidence=pilot", "evidence A2 anecdote", "next", "alternative a gives=g costs=c", "alternative b",
      "next",
      "kill-criterion s metric=m threshold=t by=+5d owner=ceo", "kill-criterion r metric=n threshold=u by=+6d", "next",
      "choose O1 because=x", "choose O2 because=y"),
    Script(
      "lobby", "kind check-in because=a", "next", "next", "reading churn 5 note=n", "reading activation 6", "next",
      "question q", "postpone decider=ceo by=+3d criteria=c"),
    Script(
      "lobby", "kind check-in because=a", "next", "next", "next", "question r", "decide A because=b"),
    Script(
      "lobby", "kind review because=a", "next", "result churn actual=5 because=x",
      "result activation actual=4 target=3 result=missed because=y", "carry-forward churn to=q4 target=4 because=x",
      "carry-forward activation to=q4 target=9 because=z"),
    Script("lobby", "kind one-on-one because=a", "next", "learn x", "next", "learn y"),
  ]
}
