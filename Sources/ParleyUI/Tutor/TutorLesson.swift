import ParleyCore
import ParleyTerminal

/// One lesson of the tutor: what happens in the room and why it matters, the keys that answer it, and how it is seen
/// that it was answered.
///
/// What counts is how the session stands, never which key was pressed: any way of doing it ends the lesson, and taking it
/// back brings the lesson back.
struct TutorLesson: Sendable {
  let title: String
  /// What happens, and why. On a phone held upright three lines have room for it.
  let scene: String
  /// The step at which it takes place.
  let step: Step
  /// The keys that are left to press.
  let keys: @Sendable (TutorMoment) -> [TutorKey]
  /// The commands that belong to it; another one is told, with the key that takes it back.
  let verbs: Set<VerbName>
  let isDone: @Sendable (TutorMoment) -> Bool

  init(
    _ title: String, at step: Step, _ scene: String, keys: @escaping @Sendable (TutorMoment) -> [TutorKey],
    verbs: Set<VerbName> = [], until isDone: @escaping @Sendable (TutorMoment) -> Bool
  ) {
    self.title = title
    self.step = step
    self.scene = scene
    self.keys = keys
    self.verbs = verbs
    self.isDone = isDone
  }

  /// The same where the keys are always these.
  init(
    _ title: String, at step: Step, _ scene: String, keys: TutorKey..., verbs: Set<VerbName> = [],
    until isDone: @escaping @Sendable (TutorMoment) -> Bool
  ) {
    self.init(title, at: step, scene, keys: { _ in keys }, verbs: verbs, until: isDone)
  }
}

/// A key that a lesson names, or the words that are typed between two of them.
struct TutorKey: Hashable, Sendable {
  let press: Press
  /// What it does here, in a word or two.
  let label: String

  enum Press: Hashable, Sendable {
    /// The key that is bound to it.
    case action(Action.ID)
    case key(Key)
    /// Words, for instance these.
    case words(String)
  }

  static func press(_ action: Action.ID, _ label: String) -> TutorKey { TutorKey(press: .action(action), label: label) }
  static func key(_ key: Key, _ label: String = "") -> TutorKey { TutorKey(press: .key(key), label: label) }
  /// An option of a list or a menu.
  static func option(_ key: Character, _ label: String) -> TutorKey { .key(.character(key), label) }
  /// - Parameter example: what someone may type; anything will do.
  static func words(_ label: String, _ example: String) -> TutorKey { TutorKey(press: .words(example), label: label) }
}

/// What the tutor judges by.
struct TutorMoment: Sendable {
  let state: State
  let facts: TutorFacts

  /// Whether the session has left a step behind.
  func isPast(_ step: Step) -> Bool { place(of: state.step) > place(of: step) }

  /// Where a step comes in the session.
  func place(of step: Step) -> Int {
    switch step {
    case .lobby: -1
    case .closed: .max
    default: state.agenda.firstIndex(of: step) ?? -1
    }
  }
}

/// What has happened once and leaves no trace in how the session stands, and what can be done now.
struct TutorFacts: Hashable, Sendable {
  /// The list of keys was opened, and left.
  var hasSeenHelp = false
  /// Something was taken back.
  var hasUndone = false
  /// What was taken back last can be given again.
  var canRedo = false
  /// A goal could not be settled because somebody was silent.
  var hasMetSilence = false
}
