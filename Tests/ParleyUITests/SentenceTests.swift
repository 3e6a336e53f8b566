import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyScreens
import ParleyTerminal
import ParleyWire
import TestFixtures
import Testing

@testable import ParleyUI

/// Random sentences, typed into every form at every step, while the table moves, others type, and terminals and hosts
/// die: each sentence is in the journal or kept as a draft, and no position is there that nobody chose.
@Suite("Sentences", .tags(.slow))
struct SentenceTests {
  static let seeds = Sweep.seed.map { $0...$0 } ?? 1...(UInt64(Sweep.runs(12, whole: 300)))

  @Test("Every sentence is kept, and every position was chosen", arguments: seeds)
  func kept(seed: UInt64) throws {
    var room = try CrowdedRoom(seed: seed)
    for _ in 0..<120 { try room.act() }
    try room.judge()
  }
}

/// A session at several terminals, whose hands are chance's.
private struct CrowdedRoom {
  private let seed: UInt64
  private var chance: Chance
  private let journal = MemoryJournal()
  private let drafts = MemoryDrafts()
  private var host: MemoryHost
  private var desks: [Desk] = []
  private var births = 0
  /// What was typed whole, and not discarded.
  private var sentences: [String] = []
  /// The positions that someone chose.
  private var positions: Set<String> = []

  private static let seats: [Speaker] = [
    .facilitator, .facilitator, .noteTaker, .stakeholder(StakeholderID("cs-head")),
    .stakeholder(StakeholderID("vp-eng")),
  ]

  init(seed: UInt64) throws {
    self.seed = seed
    chance = Chance(seed: seed)
    host = try MemoryHost(
      opening: .workshop, id: "q3", at: Instant(CalendarDate("2027-06-28")!, hour: 14), journal: journal)
    try restart()
  }

  /// A new host comes, and every terminal finds it.
  private mutating func restart() throws {
    host = try #require(MemoryHost(goingOnWith: journal.kept, journal: journal, drafts: drafts))
    if desks.isEmpty { for seat in Self.seats { desks.append(newDesk(seat)) } }
    for desk in desks { desk.join(host) }
    settle()
    host.pass(seconds: 1)
    trace("and is back with \(drafts.drafts().map { "\($0.terminal) \($0.draft.id)" })")
  }

  private mutating func newDesk(_ speaker: Speaker) -> Desk {
    births += 1
    return Desk(TerminalModel(speaker: speaker, commandPrefix: CommandID("t\(births)")!))
  }

  private mutating func settle() {
    // What one of them hears may make it say something.
    for _ in 0..<3 { for desk in desks { desk.hear(host.time.now.at) } }
  }

  /// One run is told step by step.
  private func trace(_ words: @autoclosure () -> String) { if Sweep.seed != nil { print(words()) } }

  mutating func act() throws {
    let index = chance.next(desks.count)
    switch chance.next(20) {
    case 0..<12: try writeIn(desks[index])
    case 12..<15: vote(desks[index])
    case 15..<17: moveTable()
    case 17: kill(index)
    case 18: try killAll()
    default: desks[index].press(.escape)
    }
    settle()
  }

  /// Opens a form by its key, and says something in it.
  private mutating func writeIn(_ desk: Desk) throws {
    guard desk.model.overlays.isEmpty else { return try goOn(desk) }
    desk.press(.character(chance.one(of: Array("ryfpodFxWDXSAPmEvR:!I"))))
    try goOn(desk)
  }

  private mutating func goOn(_ desk: Desk) throws {
    switch desk.model.overlays.last {
    case .form(let form):
      if form.fields.contains(where: \.takesWords) {
        if chance.next(3) == 0 { for _ in 0..<chance.next(4) { desk.press(.tab) } }
        try say(desk)
      }
      finish(desk)
    case .prompt:
      let words = sentence()
      desk.type("note \"\(words)\"")
      sentences.append(words)
      desk.press(chance.next(2) == 0 ? .enter : .escape)
    default: desk.press(.escape)
    }
  }

  /// Types or pastes a sentence wherever the cursor stands; whatever that is, no choice may change.
  private mutating func say(_ desk: Desk) throws {
    let words = sentence()
    let before = desk.choices
    if chance.next(5) == 0 { desk.press(.paste(words)) } else { desk.type(words) }
    sentences.append(words)
    trace("\(desk.name) “\(words)” in \(desk.form?.verb.rawValue ?? "?") \(desk.form?.refusal ?? "")")
    let after = desk.choices
    #expect(before == after, "seed \(seed): “\(words)” changed a choice")
  }

  /// Sends it, leaves it open, or leaves it; a dot is sent with a layer that is chosen by its key.
  private mutating func finish(_ desk: Desk) {
    switch chance.next(4) {
    case 0: desk.press(.escape)
    case 1: break
    default:
      if let form = desk.form, form.verb == .dot, form.missing == nil {
        positions.insert(Self.position(form.fixed["WHO"], form.fixed["goal"], form.fixed["COLOUR"]))
      }
      desk.press(.enter)
      trace("\(desk.name) Enter: \(desk.form?.refusal ?? journal.kept.last?.entry.line ?? "")")
      guard let form = desk.form, form.verb == .dot, form.refusal != nil, form.fields[form.focus].name == "layer" else {
        return
      }
      desk.press(.character(chance.one(of: Array("imhef"))))
      positions.insert(Self.position(form.fixed["WHO"], form.fixed["goal"], form.fixed["COLOUR"]))
      desk.press(.enter)
    }
  }

  /// Gives a dot by one key: for who is marked there, on the goal that is shown there.
  private mutating func vote(_ desk: Desk) {
    guard desk.model.overlays.isEmpty else { return }
    let (key, colour) = chance.next(3) == 0 ? ("a", "abstain") : ("g", "green")
    positions.insert(Self.position(desk.model.person?.text, desk.model.goal?.id.text, colour))
    desk.press(.character(Character(key)))
    // Someone's own dot is asked about first.
    if desk.model.overlays.isEmpty == false { desk.press(.escape) }
  }

  private mutating func moveTable() {
    if let goal = host.session.state.goalOnTable, goal.settlement == nil {
      for person in host.session.state.plan.stakeholders where goal.dots[person.id] == nil {
        host.give("dot \(person.id) green goal=\(goal.id)")
        positions.insert(Self.position(person.id.text, goal.id.text, "green"))
      }
      host.give("skip \(goal.id) because=Time")
    }
    host.give(chance.next(5) == 0 ? "back" : "next")
    if chance.next(4) == 0 { host.give("undo") }
  }

  /// A terminal dies, and someone takes its seat anew.
  private mutating func kill(_ index: Int) {
    trace("\(desks[index].name) dies")
    let dead = desks[index]
    dead.die()
    desks[index] = newDesk(dead.model.speaker)
    desks[index].join(host)
  }

  /// The host dies, and some of the terminals with it; a second has passed since the last key.
  private mutating func killAll() throws {
    host.pass(seconds: 1)
    trace("the host dies with \(drafts.drafts().map { "\($0.terminal) \($0.draft.id) \($0.draft.words)" })")
    for index in desks.indices where chance.next(2) == 0 {
      desks[index].die()
      desks[index] = newDesk(desks[index].model.speaker)
    }
    for desk in desks { desk.lose(host.time.now.at) }
    try restart()
  }

  /// Several words, so that it is a sentence and no key, whatever they begin with.
  private mutating func sentence() -> String {
    let openings = [
      "we", "if", "he", "me", "1", "3", "him", "Salesforce", "ceo", "efforts", "0", "42", "i", "für",
    ]
    let words = [
      "should", "carry", "this", "before", "uptime", "3", "and/or", "sync", "im", "e", "vera", "=", "because", "x|y",
    ]
    let middle = (0..<(1 + chance.next(4))).map { _ in chance.one(of: words) }
    return ([chance.one(of: openings)] + middle + ["said\(sentences.count)"]).joined(separator: " ")
  }

  private static func position(_ who: String?, _ goal: String?, _ colour: String?) -> String {
    "\(who ?? "?") \(colour ?? "?") on \(goal ?? "?")"
  }

  mutating func judge() throws {
    host.pass(seconds: 1)
    let lines = journal.kept.map(\.entry.line)
    let left = drafts.drafts().flatMap { $0.draft.words.values }
    for words in sentences {
      let quoted = CommandLine.quoted(words)
      let isKept =
        lines.contains { $0.contains(words) || $0.contains(quoted.dropFirst().dropLast()) }
        || left.contains { $0.contains(words) || $0.contains(quoted.dropFirst().dropLast()) }
      #expect(isKept, "seed \(seed): “\(words)” is nowhere")
    }
    for case .dotGiven(let given) in journal.kept.flatMap(\.entry.events) {
      let position = Self.position(given.who.text, given.goal.text, given.dot.colour.rawValue)
      #expect(positions.contains(position), "seed \(seed): nobody chose \(position)")
    }
  }
}

/// One terminal of the room.
private final class Desk {
  private(set) var model: TerminalModel
  private var line: TerminalLink?
  private var now = Instant(milliseconds: 0)

  init(_ model: TerminalModel) { self.model = model }

  var form: Form? { if case .form(let form) = model.overlays.last { form } else { nil } }

  var name: String { "\(model.commandPrefix) \(model.speaker.text)" }

  /// What is chosen in the lists of the form.
  var choices: [String] {
    (form?.fields ?? []).compactMap { field in
      if case .choice = field.content { "\(field.name)=\(field.value ?? "")" } else { nil }
    }
  }

  func join(_ host: MemoryHost) {
    now = host.time.now.at
    let seat = SeatName(model.speaker.text)
    line = host.terminal(TerminalMessage.Hello(role: seat.role, as: seat.who))
    hear(now)
  }

  func die() { line?.close() }

  func lose(_ now: Instant) {
    line?.close()
    line = nil
    perform(model.loseHost(at: now))
  }

  func hear(_ now: Instant) {
    self.now = now
    while let line, case let messages = line.receive(), !messages.isEmpty {
      for message in messages { perform(model.handle(message: message, at: now)) }
    }
  }

  func press(_ key: Key) {
    perform(model.handle(key: key, at: now))
    hear(now)
  }

  func type(_ text: String) { for character in text { press(.character(character)) } }

  private func perform(_ effects: [Effect]) {
    for case .send(let message) in effects { line?.send(message) }
  }
}
