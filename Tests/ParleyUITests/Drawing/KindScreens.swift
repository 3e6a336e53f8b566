import ParleyCore
import ParleyScreens
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyUI

/// Whole screens of the kinds of session that have steps of their own. Recorded as the others are.
@Suite struct KindScreenTests {
  @Test(
    arguments: KindScreen.all,
    [
      Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 120, rows: 34),
      Size(columns: 160, rows: 45), Size(columns: 200, rows: 50),
    ])
  func looksAsRecorded(_ screen: KindScreen, _ size: Size) throws {
    var plan = Plan.saas
    plan.kind = screen.kind
    screen.prepare(&plan)
    var room = Room(plan)
    room.size = size
    screen.go(&room)
    let frame = room.frame
    let file = GoldenFile("\(screen.name)-\(size.columns)x\(size.rows)")
    let drawn = frame.picture + "\n\n" + frame.styles(by: StyleLegend.dark.letters) + "\n"
    if GoldenFile.isRecording { try file.write(drawn) }
    #expect(try file.read() == drawn, "\(screen.name) at \(size.columns) × \(size.rows)")
  }
}

/// The way to a screen of a kind of session.
struct KindScreen: Sendable, CustomTestStringConvertible {
  var name: String
  var kind: SessionKind
  var prepare: @Sendable (inout Plan) -> Void = { _ in }
  var go: @Sendable (inout Room) -> Void

  var testDescription: String { name }

  static let all: [KindScreen] = lookingBack + checkIn + journal + preMortem + oneOnOne

  private static func goOn(_ plan: inout Plan) {
    var goals = plan.goals.map(GoalState.init(goal:))
    for index in goals.indices { goals[index].settlement = .confirmed(note: nil, dissent: nil) }
    goals[1].conditions = [Condition(text: "The health score covers every account by August")]
    plan.before = LastSession(
      id: "q2-alignment-2027-03-29", title: "Q2 alignment", goals: goals,
      tradeOffs: [
        TradeOff(
          gained: "Improve activation rate", displaced: "Mobile app",
          because: "Trials decide this year, and the app can wait")
      ],
      parkingLot: [ParkedItem(id: ItemID("P2"), text: "Salesforce sync", owner: StakeholderID("vp-sales"))])
  }

  private static let lookingBack = [
    KindScreen(name: "review", kind: .review, prepare: goOn) {
      $0.press("n")
      $0.give("result activation actual=38 because=\"The guide came six weeks late\"")
      $0.give("result churn actual=4.8 because=\"Win-back mails\"")
      $0.give("carry-forward activation to=q4 target=45 because=\"Nearly there\"")
    },
    KindScreen(name: "review-form", kind: .review, prepare: goOn) { $0.press("n w") },
    KindScreen(name: "review-planning", kind: .review, prepare: goOn) { $0.press("n n") },
    KindScreen(name: "features-only", kind: .featuresOnly, prepare: goOn) { $0.press("n") },
  ]

  private static let checkIn = [
    KindScreen(
      name: "scorecard", kind: .checkIn,
      prepare: { $0.homework.question = "Do we go on with the win-back mails, or put the health score first?" },
      go: {
        $0.press("n n")
        $0.give("reading activation 31 note=\"The guide is in its third week\"")
        $0.give("reading churn 9")
      }),
    KindScreen(
      name: "question", kind: .checkIn,
      prepare: { $0.homework.question = "Do we go on with the win-back mails, or put the health score first?" },
      go: { $0.press("n n n") }),
    KindScreen(
      name: "question-decided", kind: .checkIn,
      prepare: { $0.homework.question = "Do we go on with the win-back mails, or put the health score first?" },
      go: {
        $0.press("n n n")
        $0.give("decide \"The mails go on until August\" because=\"One account in five came back\"")
      }),
  ]

  private static func atJournal(_ room: inout Room) {
    room.press("n n n")
    room.give("assume \"Accounts leave because nobody calls them\" evidence=anecdote by=cs-head")
    room.give(
      "assume \"One in five would come back for a call within a week\" evidence=survey note=\"Forty answers in May\"")
    room.give("assume \"A mail is opened by half of them\" evidence=cohort-data")
  }

  private static func atAlternatives(_ room: inout Room) {
    atJournal(&room)
    room.press("n")
    room.give(
      "alternative \"Mails that write themselves\" gives=\"Two weeks of work\" costs=\"Half of them are never read\"")
    room.give(
      "alternative \"A person who calls\" gives=\"One account in five\" costs=\"A head count that Q3 does not have\"")
  }

  private static func atKillCriteria(_ room: inout Room) {
    atAlternatives(&room)
    room.press("n")
    room.give(
      "kill-criterion \"Stop the mails and call instead\" metric=\"Monthly churn\" threshold=\"above 8 %\" by=2027-09-30 owner=cs-head"
    )
  }

  private static func ask(_ plan: inout Plan) { plan.homework.question = "How do we win back the accounts that left?" }

  private static let journal = [
    KindScreen(name: "assumptions", kind: .decisionJournal, prepare: ask, go: atJournal),
    KindScreen(name: "alternatives", kind: .decisionJournal, prepare: ask, go: atAlternatives),
    KindScreen(name: "kill-criteria", kind: .decisionJournal, prepare: ask, go: atKillCriteria),
    KindScreen(name: "decision", kind: .decisionJournal, prepare: ask) {
      atKillCriteria(&$0)
      $0.press("n")
      $0.give("choose O2 because=\"A person is heard\" until=2027-12-31")
    },
  ]

  private static func atReading(_ room: inout Room) {
    room.press("n n n n")
    room.give("reason vp-eng \"Nobody owned the data model, and so nobody noticed for two months\"")
    room.give("reason vp-sales \"We sold it before it worked\"")
    room.give("reason cs-head \"Support learnt of it from customers\"")
  }

  private static let preMortem = [
    KindScreen(name: "writing", kind: .preMortem) {
      $0.press("n n n")
      $0.give("reason vp-eng \"Nobody owned the data model\"")
    },
    KindScreen(name: "reading", kind: .preMortem, go: atReading),
    KindScreen(name: "clustering", kind: .preMortem) {
      atReading(&$0)
      $0.press("n")
      $0.give("cluster \"Launch without support\" R2,R3")
    },
    KindScreen(name: "mitigation", kind: .preMortem) {
      atReading(&$0)
      $0.press("n")
      $0.give("cluster \"Launch without support\" R2,R3")
      $0.give("cluster \"Ownership of data\" R1")
      $0.press("n")
      $0.give("mitigate G2 \"One owner for the event data, named before July\" owner=vp-eng due=2027-07-12")
    },
  ]

  private static let oneOnOne = [
    KindScreen(
      name: "one-on-one", kind: .oneOnOne,
      prepare: { $0.homework.with = StakeholderID("vp-eng") },
      go: {
        $0.press("n")
        $0.give("learn \"My team is tired of launches\"")
        $0.press("n")
      })
  ]
}
