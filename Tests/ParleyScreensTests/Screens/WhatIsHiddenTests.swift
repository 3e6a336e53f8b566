import ParleyCore
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyScreens

/// What must not be on a screen, whatever the pane and the size.
@Suite struct WhatIsHiddenTests {
  static let panes: [Pane] = [
    .session, .roadmap, .goal(nil), .goal(GoalID("deal-close")), .parkingLot, .people, .decisions, .agenda, .record,
    .countdown,
  ]
  static let sizes = GoldenScreenTests.sizes + [Size(columns: 200, rows: 60)]

  /// Everything that any pane shows at any size.
  private func everything(of session: SampleSession) -> String {
    Self.panes.flatMap { pane in
      Self.sizes.map { session.view(pane).frame(size: $0).picture }
    }.joined(separator: "\n")
  }

  @Test func aGoalNotYetPresentedIsNamedNowhere() throws {
    var session = try SampleSession.atChurn()
    try session.give("park \"Discounts\" by=ceo goal=deal-close")
    let shown = everything(of: session)
    #expect(!shown.contains("deal-to-close"))
    #expect(!shown.contains("Deal velocity"))
    #expect(!shown.localisedContains("deal close"))
    #expect(shown.contains("Goal 3"))
  }

  @Test func aGoalDisplacedBeforeItWasPresentedStaysANumber() throws {
    var session = try SampleSession.atChurn()
    try session.give(
      "propose reliability \"Improve reliability\" timeframe=q3 metric=Deployments baseline=1 target=5 displacing=deal-close:q4"
    )
    let shown = everything(of: session)
    #expect(!shown.contains("deal-to-close"))
    #expect(shown.contains("Goal 3"))
  }

  @Test func noGoalIsOnTheScreenBeforeTheFirst() throws {
    var session = SampleSession(.saas)
    try session.give("next", "next")
    let shown = everything(of: session)
    for goal in Plan.saas.goals { #expect(!shown.contains(goal.name)) }
  }

  @Test func featuresAreNamedNowhereBeforeTheirStep() throws {
    for session in [try SampleSession.atChurn(), try SampleSession.atPriorities()] {
      let shown = everything(of: session)
      #expect(!shown.contains("checklist"))
      #expect(!shown.contains("Health score"))
    }
    #expect(everything(of: try .atFeatures()).contains("Onboarding checklist"))
  }

  @Test func aBallotIsShownNowhere() throws {
    var session = try SampleSession.atChurn()
    let before = session.view().frame(size: Size(columns: 120, rows: 34)).picture
    try session.give("vote open", "@ceo ballot activation=2")
    var other = try SampleSession.atChurn()
    try other.give("vote open", "@ceo ballot churn=2")
    #expect(session.view() == other.view())
    #expect(before != session.view().frame(size: Size(columns: 120, rows: 34)).picture)
  }
}

extension String {
  fileprivate func localisedContains(_ text: String) -> Bool { lowercased().contains(text) }
}
