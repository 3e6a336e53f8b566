import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import ScreenFixtures
import Testing

@testable import ParleyUI

/// Whole screens of every role, as its terminal shows them. Recorded as the others are.
@Suite struct RoleScreenTests {
  @Test(
    arguments: RoleScreen.all,
    [Size(columns: 80, rows: 24), Size(columns: 120, rows: 34), Size(columns: 60, rows: 16)])
  func looksAsRecorded(_ screen: RoleScreen, _ size: Size) throws {
    let room = try screen.room(size)
    let file = GoldenFile("\(screen.name)-\(size.columns)x\(size.rows)")
    let drawn = room.frame.picture + "\n\n" + room.frame.styles(by: StyleLegend.dark.letters) + "\n"
    if GoldenFile.isRecording { try file.write(drawn) }
    #expect(try file.read() == drawn, "\(screen.name) at \(size.columns) × \(size.rows)")
  }

  @Test(
    "On a telephone a seat has its goal, its metric, its own dot, the time and its keys",
    arguments: RoleScreen.narrow, [Size(columns: 50, rows: 30), Size(columns: 56, rows: 20)])
  func narrow(_ screen: RoleScreen, _ size: Size) throws {
    try looksAsRecorded(screen, size)
    guard screen.name == "seat-goal" else { return }
    let words = try screen.room(size).screen
    for part in ["Improve activation rate", "25 → 40 %", "no dot yet", "left of 10:00", "g y r a dot", "? help"] {
      #expect(words.contains(part), "\(part)")
    }
  }

  @Test("No screen but the cockpit's holds anything private", arguments: RoleScreen.all)
  func secrets(_ screen: RoleScreen) throws {
    let words = try screen.room(Size(columns: 120, rows: 34)).screen
    let isCockpit = screen.name.hasPrefix("cockpit") && !screen.name.hasSuffix("empty")
    #expect(words.contains("misaligned") == isCockpit)
    #expect(words.contains("private") == screen.name.hasPrefix("cockpit"))
  }
}

/// A role's terminal at a moment of a session.
struct RoleScreen: Sendable, CustomTestStringConvertible {
  var name: String
  var speaker: Speaker
  var notes: PrivateNotes?
  /// What happens elsewhere.
  var lines: [String]
  /// What is pressed here.
  var keys = ""

  var testDescription: String { name }

  func room(_ size: Size) throws -> Room {
    var room = Room(.saas, speaker: speaker)
    room.size = size
    if let notes { room.hear(.map(notes)) }
    for line in lines { try room.hearElsewhere(line) }
    room.press(keys)
    return room
  }

  static let all = seats + desks + [projector, projectorClosed] + cockpits

  private static let vera = Speaker.stakeholder(StakeholderID("vp-eng"))
  private static let toGoal = ["next", "next", "next"]
  private static let spoken =
    toGoal + ["dot cs-head green", "dot vp-sales yellow layer=metric note=\"Forty is a lot\""]
  private static let settled = ["dot cs-head green", "dot vp-sales green", "dot ceo green", "confirm", "next"]
  private static let conflict =
    spoken + [
      "conflict \"How much in a quarter\" between=vp-sales,vp-eng",
      "argue vp-sales \"Forty is out of reach\" interest=\"Deals this year\"",
      "argue vp-eng \"Thirty changes nothing\" interest=\"A system that holds\"",
      "argue vp-sales \"Then in two steps\"",
    ]
  /// Vera misses the first goal, and comes back at the second.
  private static let late = toGoal + ["leave vp-eng"] + settled + ["arrive vp-eng", "dot cs-head green"]
  private static let voting = toGoal + ["vote open dots=2 max=2"]
  private static let all4 = ["dot cs-head green", "dot vp-sales green", "dot vp-eng green", "dot ceo green"]
  private static let toReadBack =
    toGoal + all4 + ["confirm", "next"] + all4 + ["confirm", "next"] + all4 + ["confirm", "next", "next"]
    + ["next", "next", "next"]

  private static let seats = [
    RoleScreen(name: "seat-goal", speaker: vera, lines: spoken),
    RoleScreen(name: "seat-layers", speaker: vera, lines: spoken, keys: "y"),
    RoleScreen(
      name: "seat-late", speaker: vera, lines: late + ["request \"Rebuild the pipeline\" by=vp-eng"], keys: "g"),
    RoleScreen(name: "seat-missed", speaker: vera, lines: late, keys: "m"),
    RoleScreen(name: "seat-conflict", speaker: vera, lines: conflict),
    RoleScreen(name: "seat-vote", speaker: vera, lines: voting),
    RoleScreen(name: "seat-read-back", speaker: vera, lines: toReadBack + ["ack ceo"]),
    RoleScreen(
      name: "seat-closed", speaker: vera,
      lines: toReadBack + ["ack ceo", "ack vp-eng", "ack vp-sales", "ack cs-head", "close"]),
  ]

  /// Those that are shown on a telephone too.
  static let narrow = seats.filter { $0.name != "seat-missed" }

  private static let desks = [
    RoleScreen(name: "desk-goal", speaker: .noteTaker, lines: spoken + ["note \"Who writes the guide?\""]),
    RoleScreen(name: "desk-conflict", speaker: .noteTaker, lines: conflict),
  ]

  private static let projector = RoleScreen(name: "screen-goal", speaker: .screen, lines: spoken)
  private static let projectorClosed = RoleScreen(
    name: "screen-closed", speaker: .screen,
    lines: toReadBack + ["ack ceo", "ack vp-eng", "ack vp-sales", "ack cs-head", "close"])

  private static let cockpits = [
    RoleScreen(name: "cockpit-goal", speaker: .facilitator, notes: .workshop, lines: spoken),
    RoleScreen(name: "cockpit-person", speaker: .facilitator, notes: .workshop, lines: spoken, keys: "down down"),
    RoleScreen(name: "cockpit-vote", speaker: .facilitator, notes: .workshop, lines: voting),
    RoleScreen(
      name: "cockpit-empty", speaker: .facilitator,
      notes: .missing("nothing private was written down for this session"), lines: spoken),
  ]
}

extension PrivateNotes {
  static let workshop = PrivateNotes(
    StakeholderMap(entries: [
      StakeholderID("ceo"): .init(
        influence: .veryHigh, interest: "Revenue growth", alignment: .aligned,
        salience: [.power, .legitimacy, .urgency],
        message: "Keeping customers is the cheapest revenue there is.", met: CalendarDate("2027-06-21")),
      StakeholderID("vp-sales"): .init(
        influence: .high, interest: "Deals close faster", alignment: .neutral,
        objections: ["Trials take his best callers", "Anything that leaves the quarter without a deal"],
        requests: ["Salesforce sync", "Discount approval in the app"], salience: [.power, .urgency],
        message: "Trials that activate in a day need fewer calls, and close sooner.",
        survey: .init(
          outcome: "A shorter sales cycle", worry: "Tech debt eats the quarter", nonNegotiable: "The Acme deal"),
        met: CalendarDate("2027-06-22")),
      StakeholderID("vp-eng"): .init(
        influence: .high, interest: "A system that can be changed without fear", alignment: .misaligned,
        objections: ["No goal carries the deployment pipeline"], requests: ["Rebuild the pipeline"],
        salience: [.legitimacy, .urgency], message: "Reliability has a price that the other goals pay each week."),
      StakeholderID("cs-head"): .init(
        influence: .medium, interest: "Customers who stay", alignment: .aligned, requests: ["Push notifications"],
        salience: [.legitimacy]),
    ]))
}
