import ParleyCore
import ParleyScreens
import ParleyTerminal
import TestFixtures

/// A session that goes on by command lines, on a clock of its own.
package struct SampleSession {
  private var scripted: ScriptedSession

  package var session: Session { scripted.session }
  package var state: State { scripted.state }
  package var now: Instant { scripted.now }

  package init(_ plan: Plan) {
    scripted = ScriptedSession(
      plan, id: "q3-alignment-2027-06-28", at: plan.starts ?? Instant(milliseconds: 0))
  }

  /// Lets time pass: minutes and seconds.
  package mutating func wait(_ minutes: Int = 0, _ seconds: Int = 0) {
    scripted.now = now.adding(seconds: minutes * 60 + seconds)
  }

  /// Gives commands by the facilitator, or by whom `@WHO` at the beginning names.
  package mutating func give(_ lines: String...) throws { try give(lines) }

  package mutating func give(_ lines: [String]) throws {
    for line in lines { try scripted.give(line) }
  }

  package func view(_ pane: Pane = .session) -> SessionView {
    var view = SessionView(state: state, now: now, pane: pane, keys: SampleSession.keys)
    view.keysOfWaysOut = [.resolve: "R", .experiment: "E", .escalate: "S", .postpone: "P"]
    return view
  }

  package static let keys = [
    ("g y r", "dot"), ("a", "abstain"), ("f", "request"), ("p", "park"), ("c", "confirm"), ("n", "next"), ("u", "undo"),
    ("space", "pause"), (":", "command"), ("?", "help"),
  ].map { KeyHint($0, $1) }
}

extension SampleSession {
  /// The goal `churn` is on the table, five minutes in, with an objection and two people silent.
  package static func atChurn() throws -> SampleSession {
    var session = SampleSession(.saas)
    session.wait(4)
    try session.give("next")
    session.wait(2, 30)
    try session.give("next")
    session.wait(6, 10)
    try session.give("next")
    session.wait(3)
    try session.give(
      "dot cs-head green", "dot vp-eng green", "dot ceo green",
      "dot vp-sales yellow layer=metric note=\"Forty is a lot for one quarter\"")
    session.wait(4)
    try session.give("confirm", "next")
    session.wait(2)
    try session.give("request \"Salesforce sync\" by=vp-sales", "park \"Refactor deploys\" by=vp-eng kind=idea")
    session.wait(3, 28)
    try session.give(
      "dot ceo green",
      "dot vp-sales red layer=metric cause=beliefs note=\"Five is not reachable before the win-back mails ship\"",
      "dot ceo green condition=\"The health score covers every account by August\"")
    return session
  }

  /// Everything up to the priorities is settled; a goal was proposed that displaced another.
  package static func atPriorities() throws -> SampleSession {
    var session = try atChurn()
    try session.give("dot vp-sales green", "dot vp-eng green", "dot cs-head green", "confirm", "next")
    session.wait(6)
    try session.give(
      "dot cs-head green", "dot vp-sales green", "dot vp-eng green", "dot ceo green",
      "propose reliability \"Improve deployment reliability\" timeframe=q3 metric=\"Deployments per week\" baseline=1 target=5 displacing=deal-close:q4",
      "confirm deal-close", "next")
    session.wait(5)
    try session.give(
      "dot vp-eng green", "dot cs-head abstain", "dot ceo green",
      "dot vp-sales yellow condition=\"Deal-to-close comes first in Q4\"", "confirm", "next", "rank churn 2")
    session.wait(1)
    return session
  }

  package static func atFeatures() throws -> SampleSession {
    var session = try atPriorities()
    try session.give("serve P2 goal=activation", "next")
    session.wait(3, 30)
    return session
  }

  package static func atReadBack() throws -> SampleSession {
    var session = try atFeatures()
    try session.give("next", "next", "next", "next")
    session.wait(2)
    try session.give(
      "assign P3 owner=vp-eng due=2027-07-12", "ack ceo", "ack vp-eng",
      "ack vp-sales caveat=\"The Salesforce sync must be designed in Q3\"",
      "decide \"Deal-to-close moves to Q4\" because=\"Deployments block every other goal\" consequences=\"Deals keep their 42 days until October\" until=2027-12-31",
      "follow-up \"Design of the Salesforce sync\" owner=vp-eng due=+7d with=vp-sales")
    return session
  }

  package static func closed() throws -> SampleSession {
    var session = try atReadBack()
    session.wait(4)
    try session.give("ack cs-head", "answer vp-sales \"Design in Q3, build in Q4\"", "close")
    return session
  }
}
