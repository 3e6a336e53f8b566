import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import Testing

@testable import ParleyUI

/// A session, its host and one terminal, all in memory: keys go in, and what the terminal shows can be looked at.
struct Room {
  var host: Session
  var box = BallotBox()
  var model: TerminalModel
  var now: Instant
  var size = Size(columns: 120, rows: 34)
  /// What was done besides sending.
  var effects: [Effect] = []
  /// How often the host was asked whether it is there.
  private(set) var pings = 0
  /// The lines that reached the host.
  var lines: [String] = []
  /// While true, what is sent is kept for later.
  var isHostAway = false
  /// While true, answers are kept back.
  var isHostSlow = false
  /// The number that the next entry had when the terminal was told how the session stands.
  private var joined = 0
  /// What a host took and did not answer, as entries.
  private var taken: [CommandID: Int] = [:]
  private var keptBack: [(CommandID, String)] = []
  /// Why the disk does not take commands.
  var diskFault: String?
  /// What the terminal foresaw when it gave its last command, as far as the host has borne it out.
  private var speculation: SpeculativeFrame?
  /// How many pictures were shown as they had been foreseen.
  private(set) var foreseen = 0

  init(_ plan: Plan = .workshop, speaker: Speaker = .facilitator, keymap: Keymap = .standard) {
    now = Instant(CalendarDate("2027-06-28")!, hour: 14)
    host = Session(opening: plan, id: "q3", at: now)
    model = TerminalModel(speaker: speaker, commandPrefix: CommandID("t1")!, keymap: keymap)
    welcome()
  }

  mutating func welcome() {
    let seat = SeatName(model.speaker.text)
    hear(.welcome(Welcome(session: "q3", role: seat.role, as: seat.who, now: now, boottimeMs: 1000)))
    joined = host.nextNumber
    hear(.snapshot(seen(host).snapshot))
  }

  var state: State { host.state }

  mutating func hear(_ message: HostMessage) {
    if speculation?.hear(message) == false { speculation = nil }
    take(model.handle(message: message, at: now))
  }

  /// Presses keys by their names, parted by spaces: `n g g enter`.
  mutating func press(_ names: String) {
    for name in names.split(separator: " ") { press(Key(name: String(name))!) }
  }

  mutating func press(_ key: Key) {
    take(model.handle(key: key, at: now))
    take(model.tick(at: now, size: size))
    _ = frame
  }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Gives a command on the `:` line.
  mutating func give(_ line: String) {
    press(":")
    type(line)
    press("enter")
  }

  /// Lets time pass, second by second, as the clock of a terminal does.
  mutating func wait(_ seconds: Int) {
    let end = now.adding(seconds: seconds)
    while let next = model.nextMoment(after: now), next <= end {
      now = next
      take(model.tick(at: now, size: size))
    }
    now = end
  }

  var frame: Frame { model.frame(size: size, at: now, depth: .trueColor, showsUnicode: true) }

  /// What stands on the screen, row by row.
  var screen: String {
    let frame = frame
    return (0..<size.rows).map { row in
      (0..<size.columns).map { frame[$0, row].text }.joined()
    }.joined(separator: "\n")
  }

  private mutating func take(_ effects: [Effect]) {
    for effect in effects {
      if effect == .send(.ping) {
        pings += 1
        if !isHostAway, !isHostSlow { hear(.pong) }
        continue
      }
      guard case .send(.command(let id, let line)) = effect else {
        self.effects.append(effect)
        continue
      }
      guard !isHostAway else { continue }
      if isHostSlow { keptBack.append((id, line)) } else { answerForeseen(id, line) }
    }
  }

  /// Answers, and holds the picture that the terminal made meanwhile against the one that it would make now.
  private mutating func answerForeseen(_ id: CommandID, _ line: String) {
    speculation = model.speculativeFrame(at: now, size: size, depth: .trueColor, showsUnicode: true)
    answer(id, line)
    guard let speculation, speculation.holds(at: now, size: size) else { return }
    take(model.tick(at: now, size: size))
    #expect(speculation.frame == frame, "\(line)")
    #expect(speculation.footer?.hints == model.footer?.hints, "\(line)")
    self.speculation = nil
    foreseen += 1
  }

  /// Lets a slow host answer what it has been given so far.
  mutating func answerNext() {
    guard !keptBack.isEmpty else { return }
    let (id, line) = keptBack.removeFirst()
    answer(id, line)
  }

  /// What is told when another terminal of the facilitator gives these commands.
  mutating func hearElsewhere(_ lines: String...) throws {
    for line in lines {
      let entry = try host.proposal(for: line, by: .facilitator, at: now, box: box).entry
      append(entry)
      take(model.tick(at: now, size: size))
    }
  }

  /// The host takes what it was given last, and dies before it answers.
  mutating func dieTaking() throws {
    for (id, line) in keptBack {
      let entry = try host.proposal(for: line, by: model.speaker, at: now, box: box).entry
      host.append(entry)
      taken[id] = entry.number
    }
    keptBack = []
    take(model.loseHost(at: now))
  }

  private mutating func append(_ entry: Entry) {
    let before = seen(host)
    host.append(entry)
    if !state.voteIsOpen { box = BallotBox() }
    if let viewer { return hear(veiled(entry, for: viewer, before)) }
    guard let snapshot = host.snapshot(with: entry, joined: joined) else { return hear(.entry(entry)) }
    joined = host.nextNumber
    hear(.entryAnew(entry, snapshot))
  }

  /// As whom the terminal looks on; nil where it leads.
  private var viewer: Viewer? {
    switch model.speaker {
    case .facilitator: nil
    case .stakeholder: .voter
    case .noteTaker, .screen: .room
    }
  }

  /// The session as a host tells it to this terminal.
  private func seen(_ host: Session) -> Session { viewer.map(host.seen) ?? host }

  private func veiled(_ entry: Entry, for viewer: Viewer, _ before: Session) -> HostMessage {
    let (covered, after) = (Redaction(host.state, for: viewer).redacted(entry), seen(host).snapshot)
    var folded = before
    folded.append(covered)
    let comes = entry.takenBack.isEmpty && folded.snapshot == after
    return comes ? .entry(covered) : .entryAnew(covered, after)
  }

  private mutating func answer(_ id: CommandID, _ line: String) {
    if let number = taken[id], let entry = host.entry(number) {
      hear(.entry(entry))
      return hear(.accepted(id: id, entry: number))
    }
    if let diskFault {
      keptBack.append((id, line))
      return hear(.notSaved(id: id, reason: diskFault))
    }
    lines.append(line)
    do throws(Refusal) {
      let script = ScriptLine(line)
      let isForAnother = model.speaker == .facilitator && script.speaker != nil
      let proposal = try host.proposal(
        for: isForAnother ? script.line : line, by: isForAnother ? script.speaker ?? model.speaker : model.speaker,
        at: now, box: box)
      if let ballot = proposal.ballot { box.add(ballot) }
      append(proposal.entry)
      hear(.accepted(id: id, entry: proposal.entry.number))
    } catch {
      hear(.refused(id: id, error.notice))
    }
  }
}

extension Plan {
  /// Four people and three goals, with every step.
  static var workshop: Plan {
    Plan(
      title: "Q3 alignment", minutes: 90, context: Context(context: "Churn rose."),
      boundary: Boundary(decided: ["Head count"]),
      timeframes: [
        Timeframe(id: TimeframeID("q3"), name: "Q3 2027", capacity: 3),
        Timeframe(id: TimeframeID("q4"), name: "Q4 2027", capacity: 3),
      ],
      stakeholders: [
        Stakeholder(id: StakeholderID("ceo"), name: "Ada Obi", authority: .decides),
        Stakeholder(id: StakeholderID("vp-sales"), name: "Victor Sand", authority: .veto),
        Stakeholder(id: StakeholderID("vp-eng"), name: "Vera Engel", authority: .advises),
        Stakeholder(id: StakeholderID("cs-head"), name: "Carla Stein", authority: .advises),
      ],
      goals: [
        .with("activation", "Improve activation rate", from: 25, to: 40, features: ["checklist"]),
        .with("churn", "Reduce monthly churn", from: 8, to: 5, features: ["health"]),
        .with("deal-close", "Accelerate deal-to-close time", from: 42, to: 30, features: ["crm"]),
      ],
      parkingLot: [ParkedIdea(text: "Push notifications", by: StakeholderID("cs-head"), kind: .feature)],
      askOrder: ["cs-head", "vp-eng", "vp-sales", "ceo"].map { StakeholderID($0) })
  }
}

extension Goal {
  static func with(_ id: String, _ name: String, from: Double, to: Double, features: [String]) -> Goal {
    Goal(
      id: GoalID(id), name: name, timeframe: TimeframeID("q3"),
      metrics: [Metric(name: "Measure of \(id)", unit: "%", baseline: from, target: to)],
      features: features.map { Feature(id: FeatureID($0), name: "Feature \($0)") }, capacity: 1)
  }
}
