import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("The cards on the screen")
struct AppCardTests {
  /// Every card in the plan's own words, and so to be told from all others.
  private static var plan: Plan {
    var plan = Plan.workshop
    for card in Phrases.Card.allCases { plan.phrases[card.rawValue] = "card \(card.rawValue)." }
    return plan
  }

  /// The cards that are on the screen now.
  private func shown(_ room: Room) -> Set<Phrases.Card> {
    let screen = room.screen
    return Set(Phrases.Card.allCases.filter { screen.contains("card \($0.rawValue).") })
  }

  @Test("Each card of the plan is on the screen at its moment, and no more than one beside what is asked")
  func everyCard() {
    var room = Room(Self.plan)
    var seen: Set<Phrases.Card> = []
    func look(_ room: Room, _ card: Phrases.Card) {
      let now = shown(room)
      #expect(now.contains(card), "\(card) is not shown")
      #expect(now.count <= 2)
      seen.formUnion(now)
    }
    look(room, .opening)
    room.press("n n n")
    look(room, .silent)
    room.press("right g")
    look(room, .round)
    room.press("f x enter")
    look(room, .redirect)
    room.press("esc !")
    look(room, .drift)
    room.press("esc W")
    look(room, .wrong)
    room.press("esc g g r enter m enter")
    look(room, .harm)
    room.press("c")
    look(room, .dissent)
    room.press("esc")
    room.give("conflict Speed between=ceo,vp-sales goal=activation")
    look(room, .position)
    room.give("argue ceo A")
    room.give("argue vp-sales B")
    look(room, .interest)
    room.give("argue ceo A interest=C")
    room.give("argue vp-sales B interest=D")
    look(room, .strategy)
    room.press("x")
    look(room, .ladder)
    room.press("esc")
    room.give("resolve E because=f")
    look(room, .consent)
    room.press("g g c n g g g g")
    look(room, .agreed)
    room.press("c n")
    room.wait(700)
    look(room, .timebox)
    room.press("esc f y enter 1")
    look(room, .displacement)
    room.press("esc g g g g c n n")
    look(room, .deepDive)
    room.press("n n n")
    look(room, .closing)
    var crowd = Self.plan
    for name in ["a", "b", "c"] {
      crowd.stakeholders.append(Stakeholder(id: StakeholderID(name), name: name))
      crowd.askOrder.append(StakeholderID(name))
    }
    room = Room(crowd)
    room.press("n n n")
    look(room, .vote)
    seen.formUnion(kindCards())
    #expect(seen == Set(Phrases.Card.allCases))
  }

  /// The cards of the steps that a kind of session has of its own, each looked for at its step.
  private func kindCards() -> Set<Phrases.Card> {
    let inBetween: [Step.Part: [String]] = [
      .question: ["question q", "decide d because=b"],
      .decision: ["choose O1 because=b"], .reading: ["reason ceo r"], .clustering: ["cluster c R1"],
    ]
    var seen: Set<Phrases.Card> = []
    for kind in SessionKind.allCases where !kind.parts.isEmpty {
      var plan = Self.plan
      plan.kind = kind
      plan.homework.with = plan.stakeholders.first?.id
      plan.homework.assumptions = [.init(text: "t", evidence: .survey)]
      plan.homework.alternatives = ["a", "b"]
      plan.homework.killCriteria = [
        .init(metric: "m", threshold: "t", by: CalendarDate(daysSince1970: 21_000), action: "a")
      ]
      var room = Room(plan)
      for part in kind.parts {
        while room.state.step != .part(part), room.state.step != .readBack { room.press("n") }
        let now = shown(room)
        #expect(now.map(\.rawValue) == [part.rawValue])
        seen.formUnion(now)
        for line in inBetween[part] ?? [] { room.give(line) }
      }
    }
    return seen
  }

  @Test("Without words of the plan, each card speaks in Parley's own")
  func usual() {
    for card in Phrases.Card.allCases {
      #expect(Phrases(own: ["other": "x"]).text(card).count > 20)
      #expect(Phrases(own: [card.rawValue: "x {name}"]).text(card) == "x you")
    }
  }
}
