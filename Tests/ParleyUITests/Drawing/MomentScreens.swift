import ParleyCore
import ParleyScreens
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyUI

/// Whole screens of the hard moments, as a terminal shows them with its keys. Recorded as the others are.
@Suite struct MomentScreenTests {
  @Test(arguments: MomentScreen.all, [Size(columns: 80, rows: 24), Size(columns: 120, rows: 34)])
  func looksAsRecorded(_ screen: MomentScreen, _ size: Size) throws {
    var room = Room(.saas)
    room.size = size
    screen.go(&room)
    let frame = room.frame
    let file = GoldenFile("\(screen.name)-\(size.columns)x\(size.rows)")
    let drawn = frame.picture + "\n\n" + frame.styles(by: StyleLegend.dark.letters) + "\n"
    if GoldenFile.isRecording { try file.write(drawn) }
    #expect(try file.read() == drawn, "\(screen.name) at \(size.columns) × \(size.rows)")
  }
}

/// The way to a screen, by keys and commands.
struct MomentScreen: Sendable, CustomTestStringConvertible {
  var name: String
  var go: @Sendable (inout Room) -> Void

  var testDescription: String { name }

  static let all: [MomentScreen] = playbooks + tradeOffs + drift + voices

  private static func atGoal(_ room: inout Room) { room.press("n n n") }

  private static func atDeals(_ room: inout Room) {
    room.press("n n n g g g g c n g g g g c n")
  }

  private static let playbooks = [
    MomentScreen(name: "playbook-empty") {
      atGoal(&$0)
      $0.press("f10")
    },
    MomentScreen(name: "playbook-portfolio") {
      atDeals(&$0)
      $0.give("dot vp-sales red layer=importance cause=goals note=\"Deals first\"")
      $0.give("playbook portfolio activation value=5 fit=4 risk=2")
      $0.give("playbook portfolio churn value=4 fit=5 risk=3")
      $0.give("playbook portfolio deal-close value=3 fit=2 risk=5")
      $0.give("playbook split core=70 adjacent=20 new=10")
      $0.press("f10")
    },
    MomentScreen(name: "playbook-pathfinder") {
      atGoal(&$0)
      $0.give("dot cs-head yellow layer=metric cause=beliefs note=\"Guides do not help\"")
      $0.give(
        "playbook pathfinder \"Does a guide help?\" try=\"A guide for one cohort\" metric=Activation until=+14d owner=cs-head stop=\"No change after a week\" goal=activation"
      )
      $0.press("f10")
    },
    MomentScreen(name: "playbook-tracks") {
      atGoal(&$0)
      $0.give("playbook track near \"Clean up the events\" unlocks=\"Self-service reports\" goal=activation")
      $0.give("playbook track far \"One data model for all products\"")
      $0.press("f10 down down")
    },
    MomentScreen(name: "playbook-gates") {
      atGoal(&$0)
      $0.give("playbook gate \"Ten customers pay for it\" reach=2 by=+30d stop=\"Fewer than three by August\"")
      $0.give("playbook gate \"A quarter of trials use it\" reach=4")
      $0.press("f10 down down down")
    },
  ]

  private static let displacing =
    "propose reliability \"Improve deployment reliability\" timeframe=q3 metric=Deploys baseline=1 target=5 displacing=deal-close:q4"

  private static let tradeOffs = [
    MomentScreen(name: "displacement") {
      atDeals(&$0)
      $0.press("P")
      $0.type("Improve deployment reliability")
      $0.press("tab 1 tab")
      $0.type("Deploys a week")
      $0.press("tab tab 1 tab 5 enter down")
    },
    MomentScreen(name: "acceptance") {
      atDeals(&$0)
      $0.give(displacing)
      $0.press("1 3")
    },
    MomentScreen(name: "trade-offs-empty") {
      atGoal(&$0)
      $0.press("f9")
    },
    MomentScreen(name: "trade-offs") {
      atDeals(&$0)
      $0.give(displacing)
      $0.press("1 3 enter")
      $0.give("move churn to=q4 because=\"The data comes in September\"")
      $0.press("o")
      $0.press("f9")
    },
  ]

  private static let drift = [
    MomentScreen(name: "boundary-open") {
      atDeals(&$0)
      $0.give(
        "decide \"Head count stays\" because=\"The budget is set\" consequences=\"No second team\" until=2027-12-31")
      $0.press("B")
    },
    MomentScreen(name: "drift") {
      atGoal(&$0)
      $0.press("!")
    },
    MomentScreen(name: "drift-named") {
      atDeals(&$0)
      $0.give("dot ceo red goal=activation layer=metric")
    },
    MomentScreen(name: "request") {
      atGoal(&$0)
      $0.press("f")
    },
    MomentScreen(name: "redirect") {
      atDeals(&$0)
      $0.press("f")
      $0.type("Salesforce sync")
      $0.press("tab 2 enter")
    },
  ]

  private static let voices = [
    MomentScreen(name: "late-dot-first") {
      atGoal(&$0)
      $0.press("right g")
    },
    MomentScreen(name: "disputed") {
      atGoal(&$0)
      $0.press("g r")
      $0.type("Forty is a lot for one quarter")
      $0.press("enter m enter")
    },
  ]
}
