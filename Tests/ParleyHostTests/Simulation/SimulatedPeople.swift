import ParleyCore
import ParleyWire
import TestFixtures

/// What the people of a simulated session say, by chance: each what their role may say, and now and then what it may not.
struct SimulatedPeople {
  private var chance: Chance
  private let people: [String]
  private let goals: [String]
  private let kind: SessionKind

  init(seed: UInt64, plan: Plan) {
    chance = Chance(seed: seed)
    people = plan.stakeholders.map(\.id.text)
    goals = plan.goals.map(\.id.text)
    kind = plan.kind
  }

  /// Every example of the reference, so that a command that is new is played too; the session is not to end too soon.
  private static let examples = CommandGrammar.all.filter { ![.close, .closeEarly].contains($0.verb) }.map(\.example)

  /// Some lines that belong together, each with who gives it.
  mutating func lines(of role: ParleyWire.Role, who: String?) -> [String] {
    switch role {
    case .facilitator, .cockpit: leading()
    case .noteTaker: [chance.next(3) == 0 ? chance.one(of: Self.examples) : aside(chance.one(of: people))]
    case .screen: ["note x"]
    case .stakeholder: [own(who ?? people[0])]
    }
  }

  private mutating func leading() -> [String] {
    if chance.next(3) == 0, !own(kind).isEmpty { return (0..<3).map { _ in chance.one(of: own(kind)) } }
    return switch chance.next(24) {
    case 0...3: settled()
    case 4: vote()
    case 5: conflict()
    case 6: Array(repeating: "undo", count: 1 + chance.next(12)) + ["redo"]
    case 7...11: [chance.one(of: Self.examples)]
    case 12: leaving()
    case 14: people.map { "ack \($0)" } + ["close"]
    case 13: changeOfKind()
    case 15: serving()
    default: [any()]
    }
  }

  /// Everyone has said something, and the goal is settled.
  private mutating func settled() -> [String] {
    people.map { "dot \($0) \(chance.one(of: ["green", "green", "yellow layer=metric note=n", "abstain"]))" }
      + [chance.one(of: ["confirm", "confirm", "skip \(goal()) because=later"]), "next"]
  }

  private mutating func vote() -> [String] {
    ["vote open dots=3 max=2"] + people.map { "@\($0) ballot \(goal())=\(1 + chance.next(2))" }
      + [chance.one(of: ["vote reveal", "vote reveal", "vote cancel", "note waiting"])]
  }

  /// What somebody votes at a terminal of their own.
  mutating func ballot() -> String { "ballot \(goal())=\(1 + chance.next(2))" }

  private mutating func conflict() -> [String] {
    [
      "conflict \"what first\" between=\(people[0]),\(people[1])", "argue \(people[1]) because interest=calm",
      chance.one(of: [
        "resolve so because=why", "experiment two-weeks metric=m until=+14d owner=\(people[0])",
        "postpone decider=\(people[0]) by=+7d criteria=sums", "note \"no end yet\"",
      ]),
    ]
  }

  private mutating func leaving() -> [String] {
    let who = chance.one(of: people)
    return chance.one(of: [["leave \(who)", any(), "arrive \(who)"], ["pause", any(), "resume"]])
  }

  /// Somebody wants something, and it is asked which goal that serves.
  private mutating func serving() -> [String] {
    ["request \"a sync\" by=\(chance.one(of: people))"]
      + (1...4).map { "serve P\($0 + chance.next(3)) goal=\(goal())" }
  }

  private mutating func changeOfKind() -> [String] {
    let kind = chance.one(of: SessionKind.allCases)
    let lines = own(kind) + ["next"]
    return ["kind \(kind.rawValue) because=why", "next"] + (0..<4).map { _ in chance.one(of: lines) }
  }

  /// What sessions of a kind alone take.
  private func own(_ kind: SessionKind) -> [String] {
    let goal = goals[0]
    return switch kind {
    case .alignment, .goalsOnly, .featuresOnly: []
    case .review:
      goals.map { "result \($0) actual=4 because=so" } + [
        "carry-forward \(goal) to=q4 because=on", "reading \(goal) 4",
      ]
    case .checkIn: ["question \"one thing\"", "decide so because=thus", "reading \(goal) 4", "next"]
    case .decisionJournal:
      [
        "assume it evidence=survey", "evidence A1 pilot", "alternative one", "alternative two",
        "kill-criterion stop metric=m threshold=t by=+9d", "choose O1 because=why", "next",
      ]
    case .preMortem:
      [
        "reason \(people[0]) why", "reason \(people[1]) so", "cluster all R1,R2",
        "mitigate G1 it owner=\(people[1]) due=+7d",
        "bear G1 because=so", "next",
      ]
    case .oneOnOne: ["learn \"a word\"", "note \"a word\" private=true", "learn \"a word\" alignment=neutral", "next"]
    }
  }

  private mutating func any() -> String {
    let (who, goal, other) = (chance.one(of: people), self.goal(), self.goal())
    return chance.one(of: [
      "next", "next", "next", "back", "undo", "redo", "undo of=\(chance.next(40))", "next from=context", "pause",
      "resume", "extend 5", "rebalance", "rebalance end=16:00", "leave \(who)", "arrive \(who)",
      "heard \(who)", "dot \(who) red layer=horizon condition=no", "dot \(who) clear", "dot \(who) green goal=\(goal)",
      "confirm \(goal) decider=\(who) by=+7d criteria=sums", "adjust \(goal) target=3 because=less",
      "defer \(goal) decider=\(who) by=+7d criteria=sums", "drop \(goal) because=why", "goto goal:\(goal)",
      "move \(goal) to=q4 because=why", "move \(goal) to=q3 displacing=\(other):q4 because=why",
      "move \(goal) to=parking-lot because=why", "rank \(goal) 1", "metric \(goal) more baseline=1 target=9",
      "propose new-\(chance.next(4)) New timeframe=q3 metric=M baseline=0 target=1 displacing=\(goal):q4",
      "request \"a sync\" by=\(who)", "serve P\(1 + chance.next(4)) goal=\(goal)", "withdraw P\(1 + chance.next(4))",
      "accept \(who)", "ack \(who)", "ack \(who) caveat=\"not yet\"", "answer \(who) soon", "goto priorities",
      "goto read-back", "vote open", "vote reveal", "vote reveal", "close early because=enough", "comment \(who) late",
      "reply C1 so", "finalise", aside(who),
    ])
  }

  private mutating func aside(_ who: String) -> String {
    chance.one(of: [
      "note \"a word\"", "park later by=\(who) goal=\(goal())", "decide so because=thus",
      "follow-up ask owner=\(who) due=+7d", "dot \(who) green", "argue \(who) so", "impact \(who) gives=time", "next",
    ])
  }

  private mutating func own(_ who: String) -> String {
    // Whoever has a terminal votes there alone.
    if chance.next(3) == 0 { return ballot() }
    return chance.one(of: [
      "dot green", "dot yellow layer=metric note=much", "dot red condition=never", "dot abstain", "request \"a sync\"",
      "argue so", "ack", "ack caveat=hm", "comment late", "reason why", "withdraw P2", "ballot \(goal())=9", "next",
      "dot \(chance.one(of: people)) green", "undo", "@\(who) dot green", "nonsense",
    ])
  }

  private mutating func goal() -> String { chance.one(of: goals) }
}
