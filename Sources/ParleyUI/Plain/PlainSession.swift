import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

/// The session line by line, for screen readers and dumb terminals: every change is a sentence, every command a line.
///
/// It is the same terminal as the full screen (``TerminalModel`` holds the replica and what is not answered yet);
/// only what goes in and comes out are lines.
public struct PlainSession: Sendable {
  var model: TerminalModel
  /// Lines that wait until the one before is answered: each may depend on it.
  private var waiting: [String] = []
  private var hasEnded = false
  /// The last mark of the countdown that was passed, and the timebox it belongs to.
  private var announced: (step: Step, planned: Int, mark: Int)?

  /// What the process has to do for the session.
  public enum Effect: Hashable, Sendable {
    case say(String)
    /// Ready for a line.
    case prompt
    case send(TerminalMessage)
    case leave(ExitReason)
  }

  public init(speaker: Speaker = .facilitator, commandPrefix: CommandID) {
    model = TerminalModel(speaker: speaker, commandPrefix: commandPrefix)
  }

  /// A line was entered.
  public mutating func handle(line: String, at now: Instant) -> [Effect] {
    waiting.append(line)
    return work(at: now)
  }

  /// No further line will come: leaves once everything is answered.
  public mutating func end(at now: Instant) -> [Effect] {
    hasEnded = true
    return work(at: now)
  }

  /// The host said something.
  public mutating func handle(message: HostMessage, at now: Instant) -> [Effect] {
    let wasThere = model.session != nil
    let before = model.state
    let effects = model.handle(message: message, at: now).compactMap(PlainSession.translated)
    var said: [Effect] = []
    switch message {
    case .snapshot:
      said = sentences(wasThere ? ["the host is back; nothing was lost"] : opening(at: now))
    case .entry(let entry) where wasThere, .entryAnew(let entry, _) where wasThere: said = tell(entry, before, now)
    case .refused(_, let notice): said = [.say(notice.description)]
    case .notSaved(_, let reason): said = [.say("not saved: \(reason). It is kept and tried again.")]
    case .saved: said = [.say("saved again")]
    case .unattended:
      said = [
        .say(
          "Waiting to be let in: no facilitator is at a terminal of this session. As soon as one is, they are asked. "
            + "Whoever holds the session can give you a seat meanwhile: parley invite; then join again.")
      ]
    case .waiting: said = [.say("Waiting to be let in: the facilitator has been asked.")]
    case .drafts(let drafts): said = sentences(["Left unsent here: \(drafts.map(\.quoted).joined(separator: ", "))"])
    case .door(let sentence): said = sentences([sentence])
    case .moved(let path): said = sentences([TerminalModel.sentence(movedTo: path)])
    case .knock(let knock):
      said = sentences([
        "\(knock.account) waits to be let in\(knock.wish.map { " as \($0)" } ?? ""). "
          + "Type: let-in \(knock.number) WHO, or turn-away \(knock.number)"
      ])
    default: break
    }
    model.overlays = []
    return said + effects + work(at: now)
  }

  /// The line to the host broke.
  public mutating func loseHost(at now: Instant) -> [Effect] {
    model.loseHost(at: now).compactMap(PlainSession.translated) + [.say("host lost, restarting; what you gave is kept")]
  }

  private static func translated(_ effect: ParleyUI.Effect) -> Effect? {
    switch effect {
    case .send(let message): .send(message)
    case .leave(let reason): .leave(reason)
    case .ring, .title, .suspend, .repaint, .wipe, .closeMemory: nil
    }
  }

  private mutating func work(at now: Instant) -> [Effect] {
    var effects: [Effect] = []
    while model.session != nil, model.pending.isEmpty, !waiting.isEmpty {
      effects += carryOut(waiting.removeFirst(), now)
    }
    guard model.session != nil, model.pending.isEmpty, waiting.isEmpty else { return effects }
    return effects + (hasEnded ? [.send(.leave), .leave(.detached)] : [.prompt])
  }

  private mutating func carryOut(_ line: String, _ now: Instant) -> [Effect] {
    let words = line.trimmed
    if words.isEmpty { return [] }
    if let answer = PlainReport(model: model, now: now).answer(to: words) { return sentences(answer) }
    if let answer = answerAtDoor(words) { return answer }
    switch words {
    case "quit", "q": return [.send(.leave), .leave(.detached)]
    case "stop":
      return stop()
    default: break
    }
    guard words.count == 1, let key = Key(name: words), let id = model.keymap.action(for: key, in: model) else {
      return model.send(Statement(words, by: model.speaker), from: .prompt).compactMap(PlainSession.translated)
    }
    return carryOut(id)
  }

  private func stop() -> [Effect] {
    switch model.link {
    case .notSaved: [.say("not saved yet: stop when the disk is back, or leave the session running with quit")]
    case .lost: [.say("the host is lost: stop when it is back, or leave with quit")]
    case .joining, .live: [.send(.stop), .leave(model.state?.ended == nil ? .stopped : .closed)]
    }
  }

  /// `let-in 1 cs-head` and `turn-away 1`, which are said to the host and not in the session.
  private func answerAtDoor(_ words: String) -> [Effect]? {
    let parts = words.split(separator: " ").map(String.init)
    guard let verb = parts.first, ["let-in", "turn-away"].contains(verb) else { return nil }
    guard parts.count > 1, let number = Int(parts[1]), model.knocks.contains(where: { $0.number == number }) else {
      return [.say("nobody waits with that number")]
    }
    if verb == "turn-away" { return [.send(.turnAway(knock: number))] }
    guard parts.count == 3 else { return [.say("let-in \(number) WHO: as whom, or screen, or note-taker?")] }
    return [.send(.admit(knock: number, seat: SeatName(parts[2])))]
  }

  /// A single letter means what its key does on the full screen, where that needs no words.
  private mutating func carryOut(_ id: Action.ID) -> [Effect] {
    guard case .gives(let giving) = Action.of(id).act else {
      return [.say("“\(Action.of(id).title)” is for the full screen; help lists the commands")]
    }
    switch giving(model) {
    case .command(let command):
      return model.send(Statement(command), from: .action(id)).compactMap(PlainSession.translated)
    case .nothing(let reason): return [.say(reason)]
    case .menu: return [.say("this needs words; help lists the commands")]
    case .ballot:
      return [.say("a ballot needs the full screen: what is typed here stays in sight (M19)")]
    case .form(let form):
      return [.say("\(form.title). Type: \(form.verb.grammar.usage)")]
    }
  }
}

extension PlainSession {
  private func sentences(_ lines: [String]) -> [Effect] { lines.map { .say(Text.sanitised($0)) } }

  private func opening(at now: Instant) -> [String] {
    let report = PlainReport(model: model, now: now)
    return [model.state?.plan.title ?? ""] + report.place
      + ["Type a command; help lists them, where says where we are, quit leaves the session running."]
  }

  private func tell(_ entry: Entry, _ before: State?, _ now: Instant) -> [Effect] {
    guard let state = model.state else { return [] }
    var lines = [entry.sentence(in: state, session: model.session) ?? "done; nothing changes"]
    let report = PlainReport(model: model, now: now)
    lines += before?.step == state.step ? report.asking : report.subject + report.asking
    return sentences(lines)
  }
}

// The countdown, said at five, two and one minutes, at zero, and every five minutes over it (M26).
extension PlainSession {
  /// The moment of the next announcement has come, or something happened.
  public mutating func tick(at now: Instant) -> [Effect] {
    guard let state = model.state, let countdown = Countdown(foremostIn: state, at: now) else {
      announced = nil
      return []
    }
    let mark = PlainSession.mark(countdown.left)
    let last = announced
    announced = (state.step, countdown.planned, mark)
    guard let last, last.step == state.step, last.planned == countdown.planned, mark < last.mark else { return [] }
    if mark > 0 { return [.say("\(mark == 60 ? "one minute" : counted(mark / 60, "minute")) left")] }
    let offer = "“extend 5” gives more, “park” and “next” move on; nothing moves by itself"
    return [.say(mark == 0 ? "time is up: \(offer)" : "\(counted(-mark / 60, "minute")) over time")]
  }

  /// When something is to be said next; nil while the countdown stands still.
  public func nextMoment(after now: Instant) -> Instant? {
    guard let state = model.state, let countdown = Countdown(foremostIn: state, at: now),
      let wait = countdown.untilNextSecond
    else { return nil }
    let next = PlainSession.marks.first { $0 < countdown.left } ?? PlainSession.overtime(after: countdown.left)
    return Instant(milliseconds: now.milliseconds + Int64(wait) + Int64(countdown.left - next - 1) * 1000)
  }

  private static let marks = [300, 120, 60, 0]

  /// The last mark that was passed: what has been said, or is to be.
  private static func mark(_ left: Int) -> Int {
    if left > 0 { return marks.last { $0 >= left } ?? Int.max }
    return left / 300 * 300
  }

  private static func overtime(after left: Int) -> Int { left / 300 * 300 - 300 }
}
