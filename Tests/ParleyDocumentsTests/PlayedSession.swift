import ParleyCore
import TestFixtures

/// A session in which everything happens that a record tells of. Every text that people write goes through `write`.
struct PlayedSession {
  private var scripted: ScriptedSession
  private let write: (String) -> String
  /// Lines that were refused; none should be.
  private(set) var refusals: [String] = []

  /// A session that has been opened, no more.
  init(write: @escaping (String) -> String = { $0 }) {
    self.write = write
    scripted = ScriptedSession(
      .rich(write).revealing(from: 1), id: "q3-alignment-2027-06-28", at: Instant(milliseconds: 1_814_191_200_000))
  }

  /// A session from a plan.
  init(opening plan: Plan, id: String, at: Instant) {
    write = { $0 }
    scripted = ScriptedSession(plan, id: id, at: at)
  }

  /// Plays the lines of a script.
  mutating func play(_ script: String) {
    for line in script.split(separator: "\n") { say(0, String(line)) }
  }

  /// One that has been held to its end.
  static func whole(write: @escaping (String) -> String = { $0 }) -> PlayedSession {
    var played = PlayedSession(write: write)
    played.hold()
    return played
  }

  var session: Session { scripted.session }
  var record: Record { Record(of: session) }

  private mutating func hold() {
    say(0, "next")
    say(120, "arrive late")
    say(60, "next")
    goals()
    priorities()
    readBack()
  }

  private mutating func goals() {
    say(0, "dot ceo green")
    say(30, "dot eng yellow layer=metric cause=risk how=pre-read note=\(text("Forty is a lot"))")
    say(0, "dot late abstain")
    say(10, "confirm note=\(text("All of us")) condition=\(text("No extra vans"))")
    say(0, "next")
    say(0, "dot ceo green", "dot late green", "dot eng red layer=existence cause=beliefs note=\(text("Never"))")
    say(20, "conflict \(text("Speed or safety")) between=ceo,eng goal=churn")
    say(10, "argue eng \(text("Every release breaks")) interest=\(text("Sleep"))", "argue ceo \(text("Deals wait"))")
    say(5, "resolve \(text("Two releases")) because=\(text("Both can live with it"))")
    say(5, "conflict \(text("Build or buy")) between=ceo,late")
    say(5, "experiment \(text("Two weeks")) metric=\(text("Incidents")) until=+14d owner=eng")
    say(0, "adjust churn target=6 because=\(text("Fewer releases")) decider=ceo by=+7d criteria=\(text("Capacity"))")
    say(0, "next", "leave late")
    say(
      15,
      "propose speed \(text("Ship faster")) timeframe=q3 metric=\(text("Deploys")) baseline=1 target=5 displacing=deals:q4"
    )
    say(0, "defer deals decider=ceo by=+7d criteria=\(text("Data of June"))", "next")
    say(0, "dot ceo green", "dot eng green", "request \(text("Dark mode")) by=ceo", "confirm", "arrive late")
    say(0, "vote open dots=2", "@ceo ballot churn=1 speed=1", "@eng ballot activation=2", "vote reveal")
    say(0, "vote open dots=1", "@ceo ballot speed=1", "vote cancel", "next")
  }

  private mutating func priorities() {
    say(60, "rank churn 1", "next", "serve P2 goal=churn", "next", "next")
    say(
      0, "park \(text("Who owns pricing?")) by=eng kind=question goal=churn owner=ceo due=+3d",
      "note \(text("Late again"))", "link \(text("The recording")) https://meet.example.com/q3")
    say(
      0,
      "playbook pathfinder \(text("Does it pay?")) try=\(text("A week")) metric=\(text("Deals")) until=+14d owner=eng",
      "playbook portfolio churn value=5 fit=4 risk=2", "playbook split core=70 adjacent=20 new=10",
      "playbook track far \(text("Platform")) unlocks=\(text("Partners"))",
      "playbook gate \(text("Ten pay")) reach=3 by=+30d stop=\(text("None by May"))",
      "accept eng,ceo", "impact ceo gives=\(text("Calm")) costs=\(text("Reach")) goal=churn",
      "commit eng \(text("Two engineers")) goal=churn due=+21d", "commit ceo \(text("A budget"))",
      "gap \(text("Cohorts")) owner=eng due=+7d", "kind review because=\(text("Old goals first"))",
      "kind alignment because=\(text("Done"))")
  }

  private mutating func readBack() {
    say(0, "next", "ack ceo", "ack eng caveat=\(text("Not in August"))", "ack late")
    say(0, "answer eng \(text("In July"))")
    say(0, "decide \(text("Vans stay")) because=\(text("Money")) consequences=\(text("Slower")) until=2027-12-31")
    say(0, "decide \(text("Vans go")) because=\(text("More money")) replaces=D2")
    say(0, "follow-up \(text("Cost of vans")) owner=eng due=+7d with=ceo")
    say(700, "close", "comment ceo \(text("Add the budget"))", "reply C1 \(text("Added"))")
  }

  private func text(_ plain: String) -> String { CommandLine.quoted(write(plain)) }

  private mutating func say(_ wait: Int, _ lines: String...) {
    scripted.now = scripted.now.adding(seconds: wait)
    for line in lines {
      do { try scripted.give(line) } catch { refusals.append("\(line): \(error)") }
    }
  }
}

extension Plan {
  fileprivate static func rich(_ write: (String) -> String) -> Plan {
    let metric = Metric(name: write("Activated"), unit: write("%"), baseline: 25, target: 40.5)
    let churn = Metric(name: write("Churn"), unit: write("%"), baseline: 8, target: 5)
    var plan = Plan(
      title: write("Q3 alignment"), starts: nil, facilitator: write("Maya Lindt"), noteTaker: write("Leo Park"),
      context: Context(context: write("Churn rose")), boundary: nil,
      timeframes: [
        Timeframe(id: ID("q3"), name: write("Q3 2027"), capacity: 3), Timeframe(id: ID("q4"), name: write("Q4 2027")),
      ],
      stakeholders: [
        Stakeholder(id: ID("ceo"), name: write("Ada Obi"), role: write("CEO"), email: "ada@example.org"),
        Stakeholder(id: ID("eng"), name: write("王 美玲"), role: nil),
        Stakeholder(id: ID("late"), name: write("Victor Sand"), role: write("VP Sales"), absent: true),
      ],
      goals: [
        Goal(
          id: ID("activation"), name: write("Improve activation"), timeframe: ID("q3"), metrics: [metric],
          rationale: write("Trials convert"), owner: ID("ceo"),
          raci: RACI(accountable: ID("ceo"), responsible: [ID("eng")], informed: [ID("late")]),
          features: [Feature(id: ID("list"), name: write("Checklist"), ref: write("PAR-2"), url: tracker + "PAR-2")],
          last: LastPeriod(target: 30, actual: 25, because: write("It came late"), result: .partlyMet),
          ref: write("PAR-1"), url: tracker + "PAR-1", share: 60),
        Goal(id: ID("churn"), name: write("Reduce churn"), timeframe: ID("q3"), metrics: [churn]),
        Goal(id: ID("deals"), name: write("Faster deals"), timeframe: ID("q3"), metrics: [metric]),
      ],
      parkingLot: [ParkedIdea(text: write("Push notifications"), by: ID("eng"), kind: .feature, ref: write("PAR-3"))])
    plan.northStar = Metric(name: write("Active teams"), unit: write("teams"), baseline: 400, target: 900)
    plan.redLines = [write("We never sell what customers tell us")]
    plan.links = [Link(name: "1 " + write("Roadmap"), url: "https://roadmap.example.org/q3?a=(1)&b=2|3")]
    plan.inform = [Recipient(name: write("Ann Board"), email: "ann@example.org"), Recipient(name: write("Jo Quiet"))]
    plan.mailboxes = Mailboxes(facilitator: "maya@example.org", sendFrom: "roadmap@example.org")
    return plan
  }

  private static let tracker = "https://tracker.example.org/browse/"
}
