import ParleyCore
import ParleyScreens
import ParleyTerminal

// Theory: the tutor is a session like any other, on the real screen with the real keys, with a panel below it that says
// what happens in the room and which key answers it. It has no course of its own: the lesson at hand is the first one
// that the session, as it stands, does not show as done. So any way of doing it counts, whoever runs ahead is met where
// they are, and whoever takes something back finds its lesson again. Nothing is ever held back: help, leaving, another
// view, another size work as always, since the session's screen is drawn whole in the rows above the panel.

/// How far someone has come with the tutor.
public struct Tutor: Hashable, Sendable {
  var facts = TutorFacts()
  /// How many of the lesson's keys were pressed, while a form or a menu is open.
  var pressed = 0
  /// What was done instead of what the lesson asks for.
  var aside: String?
  /// Whether the help is open, or was before this key.
  var helpIsOpen = false
  /// Whether any form, list or menu is open, or was before this key.
  var somethingIsOpen = false

  /// The plan of its session.
  public static var plan: Plan { TutorPlan.plan }

  /// The number of the lesson at hand, from 0.
  func number(in state: State) -> Int {
    let moment = TutorMoment(state: state, facts: facts)
    return TutorLesson.all.firstIndex { !$0.isDone(moment) } ?? TutorLesson.all.count - 1
  }

  func lesson(in state: State) -> TutorLesson { TutorLesson.all[number(in: state)] }

  /// The keys that are left: those of the lesson, or the one that leads to its step.
  func keys(in state: State) -> [TutorKey] {
    let lesson = lesson(in: state)
    let moment = TutorMoment(state: state, facts: facts)
    // Where a lesson lasts over several steps, it is at hand in all of them.
    let (here, there) = (moment.place(of: state.step), moment.place(of: lesson.step))
    if here < there { return [.press(.next, "go on")] }
    return lesson.keys(moment)
  }

  /// Whether what is open was opened by something else than the lesson's first key: that key is a letter there.
  func isElsewhere(in state: State) -> Bool {
    guard somethingIsOpen, pressed == 0, case .action? = keys(in: state).first?.press else { return false }
    return true
  }
}

// What the terminal tells the tutor.
extension TerminalModel {
  /// A terminal with the tutor, whose session stands at `now` and which it has yet to join.
  public init(tutoringAt now: Instant, keymap: Keymap = .standard, themes: ThemeShelf = ThemeShelf()) {
    self.init(speaker: .facilitator, commandPrefix: .random(), keymap: keymap, themes: themes)
    stage = Stage(clock: StageClock(at: now, speed: 1), play: .tutor(Tutor()))
  }

  /// The tutor; nil at any other terminal.
  public internal(set) var tutor: Tutor? {
    get { if case .tutor(let tutor) = stage?.play { tutor } else { nil } }
    set { if let newValue { stage?.play = .tutor(newValue) } }
  }

  /// A key was pressed, and the session has not answered it yet: how far it is into what the lesson asks for.
  mutating func followInTutor(_ key: Key) {
    guard var tutor, let state else { return }
    let showsHelp = overlays.contains { if case .help = $0 { true } else { false } }
    if tutor.helpIsOpen, !showsHelp { tutor.facts.hasSeenHelp = true }
    tutor.helpIsOpen = showsHelp
    let wasOpen = tutor.somethingIsOpen
    tutor.somethingIsOpen = !overlays.isEmpty
    if overlays.isEmpty {
      tutor.pressed = 0
    } else if !(wasOpen && tutor.isElsewhere(in: state)) {
      tutor.pressed = tutor.keys(in: state).place(after: key, from: tutor.pressed, keymap)
    }
    self.tutor = tutor
  }

  /// A command was carried out.
  mutating func followInTutor(_ entry: Entry, after before: State) {
    guard var tutor, let state, let session else { return }
    let lesson = tutor.lesson(in: before)
    let number = tutor.number(in: before)
    if !entry.takenBack.isEmpty { tutor.facts.hasUndone = true }
    tutor.facts.canRedo = session.refusal(of: Redo(), by: speaker, at: entry.at) == nil
    let verb = CommandLine.verb(in: entry.line)
    let belongs = verb.map { lesson.verbs.contains($0) || [.undo, .redo].contains($0) } ?? true
    if belongs || tutor.number(in: state) != number {
      tutor.aside = nil
    } else if let words = entry.sentence(in: state, session: session, to: speaker) {
      tutor.aside = "That was something else (\(words)); \(key(of: .undo)) takes it back, or it stays."
    }
    if tutor.number(in: state) != number { tutor.pressed = 0 }
    self.tutor = tutor
  }

  /// A command was refused.
  mutating func followInTutor(_ refusal: RefusalNotice) {
    switch refusal.code {
    case .silent: tutor?.facts.hasMetSilence = true
    // A form asks for what the key lacked: the key itself is pressed.
    case .needsDisplacement, .dissentWithoutProcess: tutor?.pressed = 1
    default: break
    }
  }
}

extension [TutorKey] {
  /// How many of them have been pressed after one more.
  fileprivate func place(after key: Key, from place: Int, _ keymap: Keymap) -> Int {
    for index in place..<Swift.max(place, count) {
      if self[index].isPressed(by: key, keymap) { return index + 1 }
      // Words last until the key after them. What comes before the form need not have been pressed in it.
      if case .words = self[index].press { continue }
      if place > 0 { break }
    }
    return place
  }
}

extension TutorKey {
  fileprivate func isPressed(by key: Key, _ keymap: Keymap) -> Bool {
    switch press {
    case .action(let id): keymap.keys(of: id).contains(key)
    case .key(let own): own == key
    case .words: false
    }
  }
}
