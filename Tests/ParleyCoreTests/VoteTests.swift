import ParleyCore
import Testing

@Suite("Silent vote (M19)")
struct VoteTests {
  @Test("A ballot is one's own, final, and within the dots")
  func ballots() {
    var table = Table.at("goal:activation")
    #expect(table.refusal("@ceo ballot churn=1") == "vote-closed")
    #expect(table.refusal("@ceo ballot nothing=1") == "unknown-id")
    table.must("vote open")
    #expect(table.state.openVote == Vote(dots: 2, max: 2))
    #expect(table.refusal("vote open") == "bad-argument")
    #expect(table.refusal("@ceo ballot churn=2 activation=1") == "too-many-dots")
    #expect(table.refusal("ballot churn=1") == "not-yours")
    #expect(table.refusal("@note-taker ballot churn=1") == "not-yours")
    #expect(table.refusal("@ceo ballot nothing=1") == "unknown-id")
    #expect(table.refusal("@ceo ballot") == "bad-argument")
    #expect(table.refusal("@ceo ballot churn=x") == "bad-argument")
    table.must("@ceo ballot churn=2")
    #expect(table.refusal("@ceo ballot churn=1") == "already-cast")
    table.must("leave vp-eng")
    #expect(table.refusal("@vp-eng ballot churn=1") == "not-permitted")
  }

  @Test("More than one goal takes is refused")
  func onOneGoal() {
    var table = Table.at("goal:activation")
    table.must("vote open dots=3 max=1")
    #expect(table.refusal("@ceo ballot churn=2") == "too-many-dots")
  }

  @Test("The reveal gives sums and the order; no entry holds a ballot's dots")
  func reveal() {
    var table = Table.at("goal:activation", .quarter.revealing(from: 1))
    table.must("vote open", "@ceo ballot churn=1 deal-close=1", "@vp-eng ballot deal-close=1", "vote reveal")
    #expect(table.state.votes.last?.tally == ["churn": 1, "deal-close": 2])
    #expect(table.state.order.map(\.text) == ["deal-close", "churn", "activation"])
    #expect(table.state.votes.last?.turnout == ["ceo", "vp-eng"])
    let kept = table.session.entries.filter { $0.line.contains("ballot") }
    #expect(kept.map(\.line) == ["ballot", "ballot"])
    #expect(table.refusal("undo") == "nothing-to-undo")
  }

  @Test("A vote with ballots is not undone, it is cancelled; its ballots then count nowhere")
  func cancel() {
    var table = Table.at("goal:activation")
    table.must("vote open", "undo", "vote open", "@ceo ballot churn=1", "note x", "undo")
    #expect(table.refusal("undo") == "nothing-to-undo")
    #expect(table.refusal("@ceo ballot churn=1") == "already-cast")
    table.must("vote cancel")
    #expect(table.state.votes.isEmpty && table.state.cancelledVotes.map(\.turnout) == [["ceo"]])
    #expect(table.refusal("undo") == "nothing-to-undo")
    #expect(table.refusal("vote reveal") == "vote-closed")
    #expect(table.refusal("vote cancel") == "vote-closed")
  }

  @Test("What was revealed takes no further ballot; another vote is another one")
  func noReopening() {
    var table = Table.at("goal:activation", .quarter.revealing(from: 1))
    table.must("vote open", "@ceo ballot churn=1", "vote reveal")
    #expect(table.refusal("@vp-eng ballot churn=1") == "vote-closed")
    #expect(table.refusal("vote reveal") == "vote-closed")
    table.box = BallotBox()
    table.must("vote open", "@vp-eng ballot activation=1", "vote reveal")
    #expect(table.state.votes.map(\.tally) == [["churn": 1], ["activation": 1]])
  }

  @Test("From fewer ballots than three, or than the plan says, one could tell who voted for what")
  func tooFew() {
    var table = Table.at("goal:activation")
    table.must("leave ceo", "leave vp-eng")
    #expect(table.refusal("vote open") == "too-few-ballots")
    table.must("arrive ceo", "vote open dots=1")
    #expect(table.refusal("vote reveal") == "too-few-ballots")
    table.must("@ceo ballot churn=1", "@cs-head ballot activation=1")
    #expect(table.refusal("vote reveal") == "too-few-ballots")
    table.must("@vp-sales ballot churn=1", "vote reveal")
    #expect(table.state.votes.last?.tally == ["churn": 2, "activation": 1])
    var strict = Table.at("goal:activation", .quarter.revealing(from: 5))
    #expect(strict.refusal("vote open") == "too-few-ballots")
    var alone = Table.at("goal:activation", .quarter.revealing(from: 1))
    alone.must("vote open")
    #expect(alone.refusal("vote reveal") == "too-few-ballots")
    alone.must("@ceo ballot churn=1", "vote reveal")
  }

  @Test(
    "A result says when it tells everyone's ballot, and only then",
    arguments: [
      (["churn=1", "churn=1", "churn=1"], 1, true), (["churn=1", "churn=1", "activation=1"], 1, false),
      (["churn=2 activation=1", "churn=2 activation=1", "churn=2 activation=1"], 3, true),
      (["churn=2 activation=1", "churn=2 activation=1", "churn=2"], 3, false),
      (["churn=1 activation=1", "churn=1 activation=1", "churn=1 activation=1"], 2, false),
      (["churn=2", "churn=2", "churn=2"], 3, true), (["churn=1", "churn=1", "churn=1"], 2, false),
    ])
  func unanimous(ballots: [String], dots: Int, isTold: Bool) {
    var table = Table.at("goal:activation")
    guard case .success(let opened) = table.when("vote open dots=\(dots)") else { return #expect(Bool(false)) }
    let words = opened.compactMap { $0.payload.sentence(by: Narrator(table.state)) }.joined()
    #expect(words.contains("if all vote alike"))
    for (who, ballot) in zip(["ceo", "vp-eng", "vp-sales"], ballots) { table.must("@\(who) ballot \(ballot)") }
    table.must("vote reveal")
    let told = table.session.entries.last?.sentence(in: table.state) ?? ""
    #expect(told.contains("all voted alike") == isTold, "\(told)")
    #expect(Record(of: table.session).votes.last?.tellsEveryBallot == isTold)
  }

  @Test("Whoever voted and left counts on; whoever left without voting does not")
  func electorate() {
    var table = Table.at("goal:activation")
    table.must("vote open", "@ceo ballot churn=1", "leave ceo", "leave vp-eng")
    #expect(table.state.electorate.contains("ceo") && !table.state.electorate.contains("vp-eng"))
  }

  @Test("The vote waits for the goals")
  func early() {
    var table = Table()
    #expect(table.refusal("vote open") == "wrong-step")
    #expect(table.refusal("vote") == "bad-argument")
  }
}
