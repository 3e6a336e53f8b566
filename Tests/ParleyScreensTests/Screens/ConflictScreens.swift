import ParleyCore
import ParleyTerminal
import ScreenFixtures

@testable import ParleyScreens

extension SampleSession {
  /// A conflict about churn between two, just opened.
  static func inConflict() throws -> SampleSession {
    var session = try atChurn()
    try session.give(
      "conflict \"Is five per cent worth a quarter of engineering?\" between=vp-sales,vp-eng goal=churn")
    session.wait(0, 20)
    return session
  }

  /// Both have said what they hold and why, and a third has spoken.
  static func argued() throws -> SampleSession {
    var session = try inConflict()
    try session.give(
      "argue vp-sales \"Five is out of reach before the win-back mails ship\" interest=\"Deals that close this quarter\"",
      "argue vp-eng \"Each mail we add is one more incident on a pipeline nobody dares to touch\" interest=\"A system that can be changed without fear\"",
      "argue vp-sales \"Thirty deals wait\"", "argue cs-head \"Both lose when the accounts leave\"",
      "argue vp-eng \"Two incidents delayed four releases in May\"")
    session.wait(2)
    return session
  }

  func conflictView(_ pane: Pane = .session) -> SessionView {
    var view = view(pane)
    view.marked = state.openConflict?.nextToSpeak
    return view
  }
}

extension GoldenScreen {
  static let conflicts = [
    GoldenScreen(name: "conflict") { try SampleSession.inConflict().conflictView() },
    GoldenScreen(name: "conflict-argued") { try SampleSession.argued().conflictView() },
    GoldenScreen(name: "conflict-short") {
      var session = try SampleSession.argued()
      session.wait(5, 55)
      return session.conflictView()
    },
    GoldenScreen(name: "conflict-over") {
      var session = try SampleSession.argued()
      session.wait(8, 5)
      return session.conflictView()
    },
    GoldenScreen(name: "conflict-countdown") { try SampleSession.argued().conflictView(.countdown) },
    GoldenScreen(name: "conflict-consent") {
      var session = try SampleSession.argued()
      try session.give("resolve \"Four per cent, the mails first\" because=\"One point is forty accounts\"")
      return session.view()
    },
    GoldenScreen(name: "conflict-record") {
      var session = try SampleSession.argued()
      try session.give(
        "escalate to=ceo by=+7d criteria=\"Cost of delay\" options=\"Five with mails|Four without\"",
        "conflict \"Weekly releases?\" between=ceo,vp-eng", "argue ceo \"Weekly\" interest=Growth",
        "resolve \"Every two weeks\" because=\"Both can live with it\"")
      return session.view(.record)
    },
  ]
}
