import ParleyCore
import ParleyScreens
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyUI

/// Whoever does not lead is told less, and sees the same.
@Suite struct VeilTests {
  /// Sessions from their lobby to their end, line by line; lines that are refused change nothing.
  static let courses: [Course] = [
    Course(
      plan: .saas,
      lines: [
        "park \"Discounts\" by=ceo goal=deal-close", "impact ceo gives=time goal=deal-close", "next", "next", "next",
        "dot cs-head green", "dot vp-eng red layer=metric note=\"Too much\"", "dot ceo green", "dot vp-sales green",
        "conflict \"How far\" between=vp-eng,ceo goal=activation", "argue ceo \"It is needed\" interest=growth",
        "resolve \"Forty\" because=\"The trial shows it\"", "dot vp-eng green",
        "move deal-close to=q4 because=\"Later\"",
        "metric deal-close \"Days in legal\" baseline=9 target=3", "vote open", "@ceo ballot activation=1",
        "vote cancel",
        "confirm activation", "next", "undo", "undo", "confirm activation", "next",
        "propose reliability \"Improve reliability\" timeframe=q3 metric=Deployments baseline=1 target=5 displacing=deal-close:parking-lot",
        "vote open", "@ceo ballot deal-close=1", "@vp-sales ballot churn=1",
        "@vp-eng ballot churn=1", "vote reveal", "undo",
        "dot cs-head green", "dot vp-eng green", "dot ceo green", "dot vp-sales green", "confirm churn", "next",
        "dot cs-head green", "dot vp-eng green", "dot ceo green", "dot vp-sales green", "confirm reliability", "next",
        "dot cs-head green", "dot vp-eng green", "dot ceo green", "dot vp-sales green", "confirm deal-close", "next",
        "rank churn 1", "request \"Salesforce sync\" by=vp-sales", "serve P2 goal=churn", "next", "serve P2 goal=churn",
        "next", "back", "next", "next", "next", "ack ceo", "close early because=time",
      ]),
    Course(plan: .saas, lines: ["next", "next", "next", "close early because=fire"]),
    Course(
      plan: .saas, lines: ["next", "next", "next", "kind check-in because=news", "kind alignment because=back", "undo"]),
  ]

  struct Course: Sendable {
    var plan: Plan
    var lines: [String]
  }

  @Test(arguments: 0..<courses.count)
  func everyPaneIsTheSameUnderTheVeil(number: Int) throws {
    let course = Self.courses[number]
    var session = SampleSession(course.plan)
    try compare(session, "at the opening")
    for line in course.lines {
      session.wait(0, 40)
      try? session.give(line)
      // One dot is like another.
      if !line.hasPrefix("dot") { try compare(session, line) }
    }
    #expect(session.state.ended != nil || number == 2)
  }

  /// The kinds of session as they stand at each of their steps.
  @Test(arguments: SessionKind.allCases)
  func everyKindIsTheSameUnderTheVeil(kind: SessionKind) throws {
    var plan = Plan.saas
    plan.kind = kind
    plan.goals[0].last = LastPeriod(target: 40, actual: 30, because: "It came late", result: .partlyMet)
    plan.before = LastSession(SampleSession(.saas).state)
    var session = SampleSession(plan)
    try compare(session, "at the opening")
    for step in session.state.agenda.dropFirst() {
      session.wait(1)
      try? session.give("goto \(step.text)")
      for who in plan.stakeholders.map(\.id) { try? session.give("dot \(who) green") }
      try? session.give("confirm", "result activation actual=30", "carry-forward activation to=q4")
      try? session.give("question \"Is it worth it?\"", "reading churn 6")
      try? session.give("reading activation 30")
      try compare(session, step.text)
    }
  }

  private func compare(_ session: SampleSession, _ moment: String) throws {
    let ceo = StakeholderID("ceo")
    for (audience, viewer) in [(Speaker.screen, Viewer.room), (.noteTaker, .room), (.stakeholder(ceo), .voter)] {
      let seen = session.session.seen(by: viewer).state
      var panes = [Pane.session]
      if audience == .screen { panes += Self.panes + session.state.goals.filter(\.isPresented).map { .goal($0.id) } }
      for pane in panes {
        var view = session.view(pane)
        view.audience = audience
        var veiled = view
        veiled.state = seen
        let size = Size(columns: 120, rows: 90)
        #expect(view.frame(size: size) == veiled.frame(size: size), "\(moment): \(pane) for \(audience.text)")
      }
      let choices = [session.state, seen].map { FieldChoices(state: $0).goals.map { "\($0.value) \($0.label)" } }
      #expect(choices[0] == choices[1], "\(moment)")
      if viewer == .voter, session.state.voteIsOpen {
        #expect(session.state.ballotGoals.map(\.goal.name) == seen.ballotGoals.map(\.goal.name))
      }
      #expect(plain(session.state) == plain(seen), "\(moment)")
    }
  }

  private func plain(_ state: State) -> [String] {
    state.goals.map { state.shownName(of: $0) } + [state.titles(of: state.step).title]
  }

  static let panes: [Pane] = [
    .roadmap, .goal(nil), .parkingLot, .people, .decisions, .agenda, .record, .countdown, .tradeOffs,
    .playbooks, .boundary,
  ]
}
