import ParleyCore
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyScreens

/// Whole screens, compared with files. `PARLEY_RECORD=1 swift test --filter GoldenScreenTests` writes them
/// anew: look at what changed before it is committed.
@Suite struct GoldenScreenTests {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 34), Size(columns: 60, rows: 16), Size(columns: 40, rows: 10),
  ]
  /// A phone held upright, a larger laptop and two projectors.
  static let otherSizes = [
    Size(columns: 50, rows: 30), Size(columns: 100, rows: 30), Size(columns: 160, rows: 45),
    Size(columns: 200, rows: 50),
  ]

  @Test(arguments: GoldenScreen.staged, otherSizes)
  func looksAsRecordedElsewhere(_ screen: GoldenScreen, _ size: Size) throws {
    try looksAsRecorded(screen, size)
  }

  @Test(arguments: GoldenScreen.all, sizes)
  func looksAsRecorded(_ screen: GoldenScreen, _ size: Size) throws {
    let frame = try screen.view().frame(size: size)
    let file = GoldenFile("\(screen.name)-\(size.columns)x\(size.rows)")
    let drawn = frame.picture + "\n\n" + frame.styles(by: StyleLegend.dark.letters) + "\n"
    if GoldenFile.isRecording { try file.write(drawn) }
    #expect(try file.read() == drawn, "\(screen.name) at \(size.columns) × \(size.rows)")
  }
}

/// A screen with a name.
struct GoldenScreen: Sendable, CustomTestStringConvertible {
  var name: String
  var view: @Sendable () throws -> SessionView

  var testDescription: String { name }

  static let all: [GoldenScreen] = steps + panes + moments + conflicts

  /// What a room looks at for long, and so at the sizes of phones and projectors too.
  static let staged = steps + [dissent, heard]

  private static let steps = [
    GoldenScreen(name: "lobby") { SampleSession(.saas).view() },
    GoldenScreen(name: "boundary") {
      var session = SampleSession(.saas)
      try session.give("next")
      return session.view()
    },
    GoldenScreen(name: "context") {
      var session = SampleSession(.saas)
      try session.give("next", "next")
      session.wait(1, 5)
      return session.view()
    },
    GoldenScreen(name: "goal") { try SampleSession.atChurn().view() },
    GoldenScreen(name: "priorities") {
      var view = try SampleSession.atPriorities().view()
      view.selected = .goal(GoalID("churn"))
      return view
    },
    GoldenScreen(name: "features") { try SampleSession.atFeatures().view() },
    GoldenScreen(name: "read-back") { try SampleSession.atReadBack().view() },
    GoldenScreen(name: "closed") { try SampleSession.closed().view() },
  ]

  private static let dissent = GoldenScreen(name: "dissent") {
    var session = try SampleSession.atChurn()
    try session.give(
      "dot vp-eng green", "dot cs-head green",
      "confirm decider=ceo by=2027-07-05 criteria=\"The win-back mails of June\"", "next")
    var view = session.view()
    view.selected = .goal(GoalID("churn"))
    return view
  }

  /// Everyone was heard of the goal on the table, whatever they said; the next one is marked.
  private static let heard = GoldenScreen(name: "heard") {
    var session = try SampleSession.atChurn()
    try session.give("dot vp-eng abstain note=\"Not my trade\"", "heard cs-head")
    var view = session.view()
    view.marked = StakeholderID("cs-head")
    return view
  }

  private static let panes = [
    GoldenScreen(name: "roadmap") {
      var view = try SampleSession.atPriorities().view(.roadmap)
      view.selected = .goal(GoalID("reliability"))
      return view
    },
    GoldenScreen(name: "goal-card") { try SampleSession.atChurn().view(.goal(GoalID("churn"))) },
    GoldenScreen(name: "parking-lot") { try SampleSession.atReadBack().view(.parkingLot) },
    GoldenScreen(name: "people") { try SampleSession.atChurn().view(.people) },
    GoldenScreen(name: "decisions") { try SampleSession.atReadBack().view(.decisions) },
    GoldenScreen(name: "agenda") { try SampleSession.atChurn().view(.agenda) },
    GoldenScreen(name: "record") { try SampleSession.atReadBack().view(.record) },
    GoldenScreen(name: "countdown") { try SampleSession.atChurn().view(.countdown) },
  ]

  private static let moments = [
    GoldenScreen(name: "overtime") {
      var session = try SampleSession.atChurn()
      session.wait(4, 44)
      var view = session.view()
      view.offer = OvertimeOffer([
        .init(key: "e", way: .extend(minutes: 5)), .init(key: "n", way: .moveOn), .init(key: "esc", way: .stay),
      ])
      return view
    },
    GoldenScreen(name: "refusal") {
      var view = try SampleSession.atChurn().view()
      view.input = InputLine(text: "confirm churn", hint: " [note=T]")
      view.notice = Notice(.refusal, "silent: Carla Stein and Vera Engel have not said anything; ask them (M13)")
      return view
    },
    dissent, heard,
    GoldenScreen(name: "completion") {
      var view = try SampleSession.atChurn().view()
      view.input = InputLine(
        text: "dot v", completions: [.init("vp-eng", "Vera Engel"), .init("vp-sales", "Victor Sand")], chosen: 1)
      return view
    },
    GoldenScreen(name: "wide") {
      var session = SampleSession(.wide)
      try session.give("next", "next")
      session.wait(8, 30)
      try session.give("dot apac green", "dot cto red layer=metric note=\"七百は遠い\"", "leave cfo")
      return session.view()
    },
    GoldenScreen(name: "ascii") {
      var view = try SampleSession.atChurn().view()
      view.look = Look(theme: .parleyDark, depth: .none, showsUnicode: false)
      return view
    },
    GoldenScreen(name: "vote") {
      var session = try SampleSession.atChurn()
      try session.give("vote open", "@ceo ballot activation=1 churn=1")
      return session.view()
    },
  ]
}
