import ParleyCore
import TestFixtures
import Testing

/// Every sequence of some commands up to a length, from where a session stands.
///
/// Theory: as TigerBeetle's exhaustigen, what chance would have to find is gone through instead. A refused command changes
/// nothing, so no sequence goes on from one: what follows it follows from the shorter one. Commands that are alike but for
/// a name stand here once.
struct Enumeration {
  /// What is combined with what: undo, conflict, vote, displacement, and what leads on.
  static let alphabet = [
    "undo", "redo", "next", "back", "rebalance", "conflict Topic between=ann,bob goal=a", "resolve So because=Fine",
    "postpone decider=ann by=+7d criteria=Later", "vote open dots=2 max=1", "@ann ballot a=1", "vote reveal",
    "vote cancel", "confirm", "defer a decider=bob by=+7d criteria=Money", "dot bob red layer=metric goal=a",
    "adjust a target=3 timeframe=q4 because=Room", "move a to=q4 displacing=b:later because=Order",
    "propose c New timeframe=q3 metric=M baseline=0 target=1 displacing=a:later",
  ]

  private(set) var sequences = 0
  private(set) var refusals: Set<String> = []
  private(set) var events: Set<String> = []
  private var path: [String] = []
  private var before: [State] = []

  /// Two goals, each of which fills its timeframe; the last timeframe takes everything.
  static var plan: Plan {
    var plan = Plan(
      title: "Small", starts: Instant("2027-06-28T14:00:00"),
      timeframes: [
        Timeframe(id: "q3", name: "Q3", capacity: 1), Timeframe(id: "q4", name: "Q4", capacity: 1),
        Timeframe(id: "later", name: "Later"),
      ], stakeholders: [Stakeholder(id: "ann", name: "Ann Lee"), Stakeholder(id: "bob", name: "Bob Ude")],
      goals: [("a", "q3"), ("b", "q4")].map { id, timeframe in
        Goal(
          id: ID(id), name: "Goal \(id)", timeframe: ID(timeframe),
          metrics: [Metric(name: "M", baseline: 1, target: 2)])
      })
    plan.timeboxes.features = 0
    plan.vote.fewest = 1
    return plan
  }

  /// A session after some lines, none of which may be refused.
  static func session(after lines: [String]) throws -> ScriptedSession {
    var session = ScriptedSession(plan)
    for line in lines { try session.give(line) }
    return session
  }

  /// Goes through everything that can follow in `depth` commands, and holds the laws of each.
  mutating func go(from session: ScriptedSession, depth: Int) {
    guard depth > 0 else { return }
    for line in Self.alphabet {
      sequences += 1
      path.append("+00:01 \(line)")
      defer { path.removeLast() }
      var next = session
      do {
        guard let entry = try next.give("+00:01 \(line)") else { continue }
        note(entry)
        hold(session, next, entry)
        go(from: next, depth: depth - 1)
      } catch {
        refusals.insert(error.code.rawValue)
        law("a refusal changes nothing", next.session == session.session)
        law("a refusal says what is missing", error.sentence.count > 10)
      }
    }
  }

  private mutating func note(_ entry: Entry) {
    for event in entry.json["events"]?.list ?? [] { if let name = event["event"]?.text { events.insert(name) } }
  }

  // MARK: The laws

  private func hold(_ before: ScriptedSession, _ after: ScriptedSession, _ entry: Entry) {
    holdReplay(after, entry)
    holdUndo(before, after, entry)
    holdRoadmap(after.state)
    holdVote(after)
    // Ballots stay, and with them that there was a vote (M19, M27).
    let takesBack = !entry.takenBack.isEmpty
    law("undo leaves what was voted on", !takesBack || turnouts(before.state) == turnouts(after.state))
    law("the session can be led to its end", WayOut(after).closes)
  }

  private func holdReplay(_ session: ScriptedSession, _ entry: Entry) {
    law("a replay of the entries is the session", Session(entries: session.session.entries) == session.session)
    law("an entry comes back from its text", (try? Entry(json: entry.json)) == entry)
  }

  /// `undo` takes the last command back, and with it all that it did, save the ids that it used up.
  private func holdUndo(_ before: ScriptedSession, _ after: ScriptedSession, _ entry: Entry) {
    guard after.session.undoable?.number == entry.number else { return }
    var undone = after
    law("what can be undone is", (try? undone.give("undo")) != nil)
    law("undo restores the state", undone.state == before.state)
    law("undo leaves the one before to be undone next", undone.session.undoable == before.session.undoable)
    law("what was taken back can be given again", (try? undone.give("redo")) != nil)
    // What it makes has a new id.
    let isSame = undone.state == after.state || entry.events.contains { $0.payload.givenID != nil }
    law("redo brings the state back", isSame)
    law("what was given again can be taken back", (try? undone.give("undo")) != nil && undone.state == before.state)
  }

  private func holdRoadmap(_ state: State) {
    for timeframe in state.plan.timeframes {
      let goals = state.occupants(of: timeframe.id)
      law("no timeframe is filled above its capacity", goals.count <= timeframe.capacity ?? .max)
    }
    let ids = state.goals.map(\.id)
    law("every goal has one place in the order", state.order.count == ids.count && Set(state.order) == Set(ids))
    law("a trade-off names two goals", state.tradeOffs.allSatisfy { $0.gained != $0.displaced })
    law("one conflict is open at most", state.conflicts.count { $0.ending == nil } <= 1)
  }

  private func holdVote(_ session: ScriptedSession) {
    let state = session.state
    law("nobody votes twice", state.votes.allSatisfy { Set($0.turnout).count == $0.turnout.count })
    law("ballots are counted as often as voters are named", session.box.ballots == state.openVote?.turnout.count ?? 0)
    for entry in session.session.entries where entry.line.hasPrefix("ballot") {
      law("no entry keeps a ballot", entry.line == "ballot" && entry.events.count == 1)
    }
  }

  /// Who voted, vote by vote.
  private func turnouts(_ state: State) -> Set<[StakeholderID]> {
    Set((state.votes + state.cancelledVotes).map(\.turnout).filter { !$0.isEmpty })
  }

  private func law(_ sentence: String, _ holds: Bool) {
    if holds { return }
    Issue.record("\(sentence), after: \(path.joined(separator: "; "))")
  }
}
