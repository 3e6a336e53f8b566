// Theory: how a command is written is described once, argument by argument, and the description both reads and writes
// it: `Syntax(.extend, …, Self.init, .place("MIN", .minutes, \.minutes))`. The grammar that help and completion show,
// and the ids that are looked up in the session, follow from the same list.

/// How the commands with a verb are written.
public struct Syntax<Command: Verb>: Sendable {
  public let name: VerbName
  public let grammar: CommandGrammar
  let read: @Sendable (Arguments) throws(Refusal) -> Command
  private let given: [@Sendable (Command) -> GivenArgument]

  /// - Parameters:
  ///   - does: what the command does, in a line of the reference.
  ///   - rule: the rules of the method behind it.
  ///   - speakerIsWho: whether the first argument, a person, may be left out because the speaker is meant.
  ///   - make: takes the arguments in their order.
  init<each Value>(
    _ name: VerbName, _ does: String, rule: String? = nil, example: String, speakerIsWho: Bool = false,
    _ make: @escaping @Sendable (repeat each Value) -> Command, _ slots: repeat Slot<Command, each Value>
  ) {
    self.name = name
    var (places, keys): ([CommandGrammar.Argument], [CommandGrammar.Key]) = ([], [])
    func add(_ form: SlotForm) {
      switch form {
      case .place(let argument): places.append(argument)
      case .key(let key): keys.append(key)
      }
    }
    repeat add((each slots).form)
    grammar = CommandGrammar(
      verb: name, arguments: places, keys: keys, does: does, rule: rule, example: example,
      speakerIsWho: speakerIsWho)
    read = { arguments throws(Refusal) in make(repeat try (each slots).read(arguments)) }
    var given: [@Sendable (Command) -> GivenArgument] = []
    repeat given.append((each slots).given)
    self.given = given
  }

  func line(_ command: Command) -> String {
    ([name.rawValue] + given.flatMap { $0(command).words }).joined(separator: " ")
  }

  func references(_ command: Command) -> [Reference] { given.flatMap { $0(command).references } }
}

/// An argument as a command gives it: how it is written, and what it names by its id.
struct GivenArgument: Sendable {
  var words: [String] = []
  var references: [Reference] = []
}

/// Whether an argument stands at a place or is named by a key.
enum SlotForm: Sendable {
  case place(CommandGrammar.Argument)
  case key(CommandGrammar.Key)
}

/// One argument of a verb: its place or key, how its value is read and written, and where the command keeps it.
struct Slot<Command, Value>: Sendable {
  let form: SlotForm
  let read: @Sendable (Arguments) throws(Refusal) -> Value
  let given: @Sendable (Command) -> GivenArgument
}

extension Slot {
  /// An argument by its place.
  static func place(
    _ name: String, _ kind: ValueKind<Value>, _ value: @escaping @Sendable (Command) -> Value,
    label: String? = nil
  ) -> Self {
    Self(
      form: .place(.init(name: name, kind: kind.kind, label: label)), read: kind.place(name),
      given: { kind.given(value($0)) })
  }

  /// An argument by its key, which the command cannot do without: `because=…`.
  static func key(
    _ name: String, _ kind: ValueKind<Value>, _ value: @escaping @Sendable (Command) -> Value,
    label: String? = nil
  ) -> Self {
    Self(
      form: .key(.init(name: name, kind: kind.kind, isRequired: true, label: label)), read: kind.key(name),
      given: { kind.given(value($0), by: name) })
  }

  /// An argument by its place that may be left out.
  static func optionalPlace<Given>(
    _ name: String, _ kind: ValueKind<Given>, _ value: @escaping @Sendable (Command) -> Given?,
    label: String? = nil
  ) -> Self where Value == Given? {
    Self(
      form: .place(.init(name: name, kind: kind.kind, isOptional: true, label: label)), read: kind.optionalPlace(name),
      given: { kind.given(value($0)) })
  }

  /// An argument by its key that may be left out.
  static func option<Given>(
    _ name: String, _ kind: ValueKind<Given>, _ value: @escaping @Sendable (Command) -> Given?,
    label: String? = nil
  ) -> Self where Value == Given? {
    Self(
      form: .key(.init(name: name, kind: kind.kind, label: label)), read: kind.optionalKey(name),
      given: { kind.given(value($0), by: name) })
  }

  /// `GOAL=N`, any number of them (M19).
  static func ballot(_ dots: @escaping @Sendable (Command) -> Value) -> Self where Value == [GoalID: Int] {
    Self(
      form: .key(.init(name: "", kind: .ballot)), read: { arguments in arguments.ballot.filter { $0.value > 0 } },
      given: {
        let dots = dots($0).sorted { $0.key < $1.key }
        return GivenArgument(words: dots.map { "\($0.key)=\($0.value)" }, references: dots.map { .goal($0.key) })
      })
  }
}

// What a slot does with its value depends on the sort of value alone. It stands apart from the commands, so that the
// program has it once for each sort, and not for each argument of each verb.
extension ValueKind {
  fileprivate func place(_ name: String) -> @Sendable (Arguments) throws(Refusal) -> Value {
    { arguments throws(Refusal) in try read(arguments.place(name), name) }
  }

  fileprivate func key(_ name: String) -> @Sendable (Arguments) throws(Refusal) -> Value {
    { arguments throws(Refusal) in try read(arguments.key(name), name) }
  }

  fileprivate func optionalPlace(_ name: String) -> @Sendable (Arguments) throws(Refusal) -> Value? {
    { arguments throws(Refusal) in
      guard let text = arguments.optionalPlace(name) else { return nil }
      return try read(text, name)
    }
  }

  fileprivate func optionalKey(_ name: String) -> @Sendable (Arguments) throws(Refusal) -> Value? {
    { arguments throws(Refusal) in
      guard let text = arguments.optionalKey(name) else { return nil }
      return try read(text, name)
    }
  }

  fileprivate func given(_ value: Value?, by key: String? = nil) -> GivenArgument {
    guard let value else { return GivenArgument() }
    let word = CommandLine.quoted(text(value))
    return GivenArgument(words: [key.map { "\($0)=\(word)" } ?? word], references: references(value))
  }
}
