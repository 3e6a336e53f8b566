import ParleyCore
import ParleyScreens
import ParleyUI
import ParleyWire
import Testing

@Suite("Line by line")
struct AppPlainTests {
  /// A host in memory and a terminal without a screen.
  struct Talk {
    var host = Session(opening: .workshop, id: "q3", at: Instant(CalendarDate("2027-06-28")!, hour: 14))
    var now = Instant(CalendarDate("2027-06-28")!, hour: 14)
    var plain: PlainSession
    let speaker: Speaker
    var transcript: [String] = []
    var prompts = 0
    var reason: ExitReason?
    var showsTyping = true
    var isMemoryClosed = false
    var drafts: [Draft] = []
    private var box = BallotBox()

    init(hidesTyping: Bool = true, as who: StakeholderID? = nil) {
      speaker = who.map(Speaker.stakeholder) ?? .facilitator
      plain = PlainSession(speaker: speaker, commandPrefix: CommandID("p")!, hidesTyping: hidesTyping)
      hear(
        .welcome(
          Welcome(session: "q3", role: who == nil ? .facilitator : .stakeholder, as: who, now: now, boottimeMs: 0)))
      hear(.snapshot(host.snapshot))
    }

    mutating func hear(_ message: HostMessage) { carryOut(plain.handle(message: message, at: now)) }

    mutating func type(_ lines: String...) {
      for line in lines {
        transcript.append("> \(line)")
        carryOut(plain.handle(line: line, at: now))
        carryOut(plain.tick(at: now))
      }
    }

    mutating func wait(_ seconds: Int) -> Int {
      let end = now.adding(seconds: seconds)
      var wakeUps = 0
      while let next = plain.nextMoment(after: now), next <= end {
        now = next
        wakeUps += 1
        carryOut(plain.tick(at: now))
      }
      now = end
      return wakeUps
    }

    mutating func carryOut(_ effects: [PlainSession.Effect]) {
      for effect in effects {
        switch effect {
        case .say(let text): transcript.append(text)
        case .prompt: prompts += 1
        case .leave(let reason): self.reason = reason
        case .showsTyping(let isShown): showsTyping = isShown
        case .turnPage: transcript.append("")
        case .closeMemory: isMemoryClosed = true
        case .send(.draft(let draft)): drafts.append(draft)
        case .send(.command(let id, let line, _)):
          do throws(Refusal) {
            hear(try give(line, by: speaker))
            hear(.accepted(id: id, entry: host.nextNumber - 1))
          } catch { hear(.refused(id: id, error.notice)) }
        case .send: break
        }
      }
    }

    private mutating func give(_ line: String, by speaker: Speaker) throws(Refusal) -> HostMessage {
      // The keyboard goes round: the facilitator's terminal gives the ballot of whoever holds it.
      let spoken = line.split(separator: " ", maxSplits: 1).map(String.init)
      let isForAnother = line.hasPrefix("@")
      let proposal = try host.proposal(
        for: isForAnother ? spoken[1] : line, by: isForAnother ? Speaker(String(spoken[0].dropFirst())) : speaker,
        at: now, box: box)
      if let ballot = proposal.ballot { box.add(ballot) }
      host.append(proposal.entry)
      return .entry(proposal.entry)
    }

    /// Something is given at another terminal.
    mutating func hearElsewhere(_ lines: String..., by speaker: Speaker = .facilitator) throws {
      for line in lines { hear(try give(line, by: speaker)) }
    }

    var text: String { transcript.joined(separator: "\n") }
  }

  @Test("A goal is presented, dotted and settled in sentences")
  func transcript() {
    var talk = Talk()
    #expect(talk.text.hasPrefix("Q3 alignment\nStep: Lobby."))
    talk.type("next", "next", "next")
    #expect(talk.text.contains("now: Improve activation rate, 10 minutes"))
    #expect(
      talk.text.contains("Goal activation: Improve activation rate, Q3 2027; Measure of activation from 25 to 40 %."))
    #expect(talk.text.contains("Ask next: Carla Stein."))
    talk.transcript = []
    talk.type("g", "dot vp-eng yellow layer=metric note=\"Too much\"", "confirm")
    #expect(
      talk.transcript.prefix(2) == [
        "> g", "Carla Stein: green on Improve activation rate",
      ])
    #expect(talk.text.contains("Vera Engel: yellow on Improve activation rate, about the metric target: “Too much”"))
    #expect(talk.text.contains("refused: silent: Victor Sand and Ada Obi are silent"))
    talk.type("g", "g", "c")
    #expect(talk.text.contains("Improve activation rate: confirmed"))
    talk.type("u")
    #expect(talk.text.contains("took back what the facilitator gave: “Improve activation rate: confirmed"))
    #expect(!talk.text.contains("\u{1b}"))
  }

  @Test("The countdown is said at five, two and one minutes and at zero, without a wake-up between")
  func countdown() {
    var talk = Talk()
    talk.type("next", "next", "next")
    talk.transcript = []
    let wakeUps = talk.wait(1000)
    #expect(
      talk.transcript == [
        "Improve activation rate: 5 minutes left", "Improve activation rate: 2 minutes left",
        "Improve activation rate: one minute left",
        "Improve activation rate: time is up. “extend 5” gives more, “rebalance” spreads what is left, “park” and “next” move on; nothing moves by itself",
        "Improve activation rate: 5 minutes over time",
      ])
    #expect(wakeUps == 5)
  }

  @Test("Help, where, people and the parking lot answer at any time")
  func questions() {
    var talk = Talk()
    talk.type("help dot", "where", "people", "parking", "goals", "help all", "nonsense")
    #expect(talk.text.contains("Example: dot vp-eng red"))
    #expect(talk.text.contains("cs-head: Carla Stein, here"))
    #expect(talk.text.contains("P1 parked: Push notifications"))
    #expect(talk.text.contains("No goal has been presented yet."))
    #expect(talk.text.contains("refused: unknown-verb"))
    for grammar in CommandGrammar.all { #expect(talk.text.contains("\(grammar.verb.rawValue): \(grammar.does)")) }
  }

  @Test("The end of the input leaves the session running, after every line was answered")
  func endOfInput() {
    var talk = Talk()
    talk.carryOut(talk.plain.handle(line: "next", at: talk.now))
    talk.carryOut(talk.plain.end(at: talk.now))
    #expect(talk.host.state.step == .boundary)
    #expect(talk.reason == .detached)
  }

  @Test("stop ends the session, quit leaves it")
  func endings() {
    var talk = Talk()
    talk.type("stop")
    #expect(talk.reason == .stopped)
    talk = Talk()
    talk.type("quit")
    #expect(talk.reason == .detached)
  }

  private func atGoal(hidesTyping: Bool = true, as who: StakeholderID? = nil) throws -> Talk {
    var talk = Talk(hidesTyping: hidesTyping, as: who)
    try talk.hearElsewhere("next", "next", "next")
    talk.transcript = []
    return talk
  }

  @Test("y, f and p ask for what they need, and Enter alone gives it as soon as nothing is missing")
  func dialogues() throws {
    var talk = try atGoal()
    talk.type("y", "Forty is a lot", "m", "")
    #expect(
      talk.text.contains("Carla Stein: yellow on Improve activation rate, about the metric target: “Forty is a lot”"))
    talk.type("f", "A sync", "Victor")
    #expect(talk.text.contains("P2 parked: A sync"))
    #expect(talk.text.contains("1: Improve activation rate") && talk.text.contains("Enter alone: leave it"))
    talk.type("", "p", "How it is stored", "/next", "question", "")
    #expect(talk.host.state.parkingLot.map(\.text).suffix(2) == ["A sync", "How it is stored"])
    #expect(talk.host.state.parkingLot.last?.kind == .question)
    talk.type("park", "Spoken", "")
    #expect(talk.host.state.parkingLot.last?.text == "Spoken")
  }

  @Test("Words that were begun are a draft from their first answer, and the same letter brings them back")
  func drafts() throws {
    var talk = try atGoal()
    talk.type("y", "Half a thought", "/leave")
    #expect(talk.text.contains("your words are kept; the same key brings them back"))
    #expect(talk.drafts.contains { $0.words["note"] == "Half a thought" })
    talk.type("y", "/back", "", "m", "")
    #expect(talk.text.contains("Set already: In their words, “Half a thought”."))
    #expect(talk.text.contains("Now: “Half a thought”. Enter alone keeps this."))
    #expect(talk.text.contains("about the metric target: “Half a thought”"))
    talk.type("o", "Half a note")
    #expect(talk.host.state.notes.map(\.text) == ["Half a note"])
  }

  @Test("A question that is answered with a command is left for it, and what makes no answer is asked again")
  func leftQuestion() throws {
    var talk = try atGoal()
    talk.type("y", "Too much", "zebra")
    #expect(talk.text.contains("“zebra” is none of them; /leave goes back to the session"))
    talk.type("dot cs-head green")
    #expect(talk.text.contains("your words are kept") && talk.text.contains("Carla Stein: green"))
    talk.type("/send")
    #expect(talk.transcript.last == "“/send” answers a question, and none is open")
  }

  @Test("News in the middle of a question is told, and the same answer still counts")
  func interrupted() throws {
    var talk = try atGoal()
    talk.type("y", "Forty is a lot")
    let prompts = talk.prompts
    try talk.hearElsewhere("dot ceo green")
    #expect(talk.text.contains("Ada Obi: green on Improve activation rate"))
    #expect(talk.prompts == prompts + 1)
    talk.type("m", "")
    #expect(talk.text.contains("Carla Stein: yellow"))
  }

  @Test("help says what counts at this step, for this role, and what the nearest word is")
  func help() throws {
    var talk = try atGoal()
    talk.type("help")
    #expect(talk.text.contains("You are the facilitator, at: Improve activation rate."))
    #expect(talk.text.contains("y, or yellow: a yellow dot") && !talk.text.contains("acknowledge"))
    talk.type("poeple", "help confrm", "confrm")
    #expect(talk.text.contains("there is no command “poeple”; did you mean people?"))
    #expect(talk.text.contains("“confrm”; did you mean confirm?"))
    var seat = try atGoal(as: StakeholderID("vp-eng"))
    seat.type("help")
    #expect(seat.text.contains("You are Vera Engel") && seat.text.contains("g, or green: a green dot for you"))
    #expect(!seat.text.contains("confirm") && !seat.text.contains("ends, saved"))
  }

  @Test("The vote names who has a terminal of their own, and hands the keyboard to nobody of them")
  func voteElsewhere() throws {
    var talk = try atGoal()
    let carla = Presence(seat: SeatName("cs-head"), since: talk.now)
    talk.hear(.present([Presence(seat: SeatName(.facilitator), since: talk.now), carla]))
    talk.type("v", "")
    #expect(talk.text.contains("At a terminal of their own: Carla Stein. v hands the keyboard to Vera Engel."))
    #expect(!talk.text.contains("v hands the keyboard to Carla Stein"))
  }

  @Test("Private words are asked for unseen, and read out by nobody; /show shows what is typed")
  func privateWords() {
    var talk = Talk()
    talk.type("n", "private-note")
    #expect(!talk.showsTyping && talk.text.contains("Nothing that you type here is shown; /show shows it."))
    talk.type("/show")
    #expect(talk.showsTyping)
    talk.type("/show")
    #expect(!talk.showsTyping)
    talk.transcript = []
    talk.carryOut(talk.plain.handle(line: "He bluffs", at: talk.now))
    #expect(talk.text.contains("the note is kept for the cockpit alone") && talk.showsTyping)
    #expect(!talk.text.contains("bluffs"))
  }

  @Test("The silent vote goes round: nothing that is typed or said tells a ballot, and a card stands between")
  func ballots() throws {
    var talk = try atGoal()
    talk.type("v", "", "v")
    #expect(talk.text.contains("The keyboard is Carla Stein's; everyone else turns away."))
    #expect(talk.showsTyping)
    talk.type("")
    #expect(!talk.showsTyping && talk.isMemoryClosed)
    talk.transcript = []
    for line in ["5 5", "1 1 1", "", "1 2"] { talk.carryOut(talk.plain.handle(line: line, at: talk.now)) }
    #expect(talk.text.contains("That is no ballot, and nothing of it is kept. Begin anew."))
    #expect(talk.text.contains("The ballot is ready. Enter alone casts it for good"))
    #expect(talk.host.state.openVote?.turnout.isEmpty == true)
    talk.type("")
    #expect(talk.text.contains("Carla Stein has voted") && talk.showsTyping)
    #expect(talk.transcript.contains("") && talk.text.contains("The keyboard is Vera Engel's"))
    talk.type("Ada", "", "2 2", "", "", "1", "", "/leave", "v", "", "3", "")
    #expect(talk.text.contains("Everyone here has voted. v reveals the sums."))
    talk.type("v", "r")
    #expect(
      talk.text.contains(
        "votes: Reduce monthly churn 3, Improve activation rate 2, Accelerate deal-to-close time 1"))
    #expect(talk.drafts.isEmpty)
  }

  @Test("Where what is typed cannot be hidden, no ballot is taken; typed in sight, none is either")
  func ballotInSight() throws {
    var pipe = try atGoal(hidesTyping: false)
    pipe.type("v", "", "v")
    #expect(pipe.text.contains("a ballot is typed at a terminal, where it can be kept out of sight (M19)"))
    var talk = try atGoal(as: StakeholderID("vp-eng"))
    try talk.hearElsewhere("vote open")
    talk.type("ballot churn=1")
    #expect(talk.text.contains("not given: a ballot that is typed like this stays in sight"))
    talk.type("v")
    #expect(!talk.showsTyping)
    talk.type("2", "")
    #expect(talk.host.state.openVote?.turnout == [StakeholderID("vp-eng")])
  }

  @Test("At the read-back all is read that M21 wants, in its order; the end says what stands and where it is kept")
  func readBack() throws {
    var talk = Talk()
    try talk.hearElsewhere("next", "next", "next")
    for goal in ["activation", "churn", "deal-close"] {
      for who in ["cs-head", "vp-eng", "vp-sales", "ceo"] { try talk.hearElsewhere("dot \(who) green goal=\(goal)") }
      try talk.hearElsewhere("confirm \(goal)", "next")
    }
    try talk.hearElsewhere(
      "move deal-close to=q4 because=\"No room\"", "rank churn 1", "park \"Who pays\" owner=ceo due=2027-07-05")
    while talk.host.state.step != .readBack { try talk.hearElsewhere("next") }
    let told = talk.text
    let order = [
      "The read-back: is this what we agreed?", "1. Reduce monthly churn, confirmed. Measure of churn from 8 to 5 %.",
      "2. Improve activation rate, confirmed.", "3. Accelerate deal-to-close time, adjusted.",
      "Changed: from Q3 2027 to Q4 2027, because No room.", "Parked:",
      "P2: Who pays, Ada Obi sees to it, by 2027-07-05.",
      "Trade-offs: none.", "Open disagreements: none.", "Ask next: Carla Stein. Still to acknowledge: ",
    ]
    var rest = told[...]
    for words in order {
      let place = try #require(rest.firstRange(of: words), "\(words)\n\(told)")
      rest = rest[place.upperBound...]
    }
    talk.type("ack", "caveat", "Only with a budget", "ack", "ack")
    #expect(talk.transcript.last?.contains("waits: type answer, and say it.") == true)
    talk.type("answer", "Agreed", "close")
    #expect(talk.text.contains("The session is closed: this is agreed."))
    #expect(talk.text.contains("The record: parley record q3"))
    talk.type("quit")
    #expect(talk.reason == .leftClosed && talk.reason?.exitStatus == 0)
  }
}
