// Theory: how a command is written is described once, argument by argument, and the description both reads and writes
// it: `Syntax(.extend, …, Self.init, .place("MIN", .minutes, \.minutes))`. The grammar that help and completion show,
// and the ids that are looked up in the session, follow from the same list.

/// How the commands with a verb are written.
public struct Syntax<Command: Verb>: Sendable {
  public let name: VerbName
  public let grammar: CommandGrammar
  let read: @Sendable (Arguments) throws(Refusal) -> Command
  let references: @Sendable (Command) -> [Reference]
  private let words: @Sendable (Command) -> [String]

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
    read = { arguments throws(Refusal) in
      func value<Part>(_ slot: Slot<Command, Part>) throws(Refusal) -> Part { try slot.read(arguments) }
      return make(repeat try value(each slots))
    }
    references = { command in
      var references: [Reference] = []
      repeat references.append(contentsOf: (each slots).references(command))
      return references
    }
    words = { command in
      var words: [String] = []
      repeat words.append(contentsOf: (each slots).words(command))
      return words
    }
  }

  func line(_ command: Command) -> String { ([name.rawValue] + words(command)).joined(separator: " ") }
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
  let words: @Sendable (Command) -> [String]
  let references: @Sendable (Command) -> [Reference]
}

extension Slot {
  /// An argument by its place.
  static func place(
    _ name: String, _ kind: ValueKind<Value>, _ value: @escaping @Sendable (Command) -> Value,
    label: String? = nil
  ) -> Self {
    Self(
      form: .place(.init(name: name, kind: kind.kind, label: label)),
      read: { arguments throws(Refusal) in try kind.read(arguments.place(name), name) },
      words: { [CommandLine.quoted(kind.text(value($0)))] }, references: { kind.references(value($0)) })
  }

  /// An argument by its key, which the command cannot do without: `because=…`.
  static func key(
    _ name: String, _ kind: ValueKind<Value>, _ value: @escaping @Sendable (Command) -> Value,
    label: String? = nil
  ) -> Self {
    Self(
      form: .key(.init(name: name, kind: kind.kind, isRequired: true, label: label)),
      read: { arguments throws(Refusal) in try kind.read(arguments.key(name), name) },
      words: { ["\(name)=\(CommandLine.quoted(kind.text(value($0))))"] }, references: { kind.references(value($0)) })
  }

  /// An argument by its place that may be left out.
  static func optionalPlace<Given>(
    _ name: String, _ kind: ValueKind<Given>, _ value: @escaping @Sendable (Command) -> Given?,
    label: String? = nil
  ) -> Self where Value == Given? {
    Self(
      form: .place(.init(name: name, kind: kind.kind, isOptional: true, label: label)),
      read: { arguments throws(Refusal) in
        guard let text = arguments.optionalPlace(name) else { return nil }
        return try kind.read(text, name)
      }, words: { value($0).map { [CommandLine.quoted(kind.text($0))] } ?? [] },
      references: { value($0).map(kind.references) ?? [] })
  }

  /// An argument by its key that may be left out.
  static func option<Given>(
    _ name: String, _ kind: ValueKind<Given>, _ value: @escaping @Sendable (Command) -> Given?,
    label: String? = nil
  ) -> Self where Value == Given? {
    Self(
      form: .key(.init(name: name, kind: kind.kind, label: label)),
      read: { arguments throws(Refusal) in
        guard let text = arguments.optionalKey(name) else { return nil }
        return try kind.read(text, name)
      }, words: { value($0).map { ["\(name)=\(CommandLine.quoted(kind.text($0)))"] } ?? [] },
      references: { value($0).map(kind.references) ?? [] })
  }

  /// `GOAL=N`, any number of them (M19).
  static func ballot(_ dots: @escaping @Sendable (Command) -> Value) -> Self where Value == [GoalID: Int] {
    Self(
      form: .key(.init(name: "", kind: .ballot)), read: { arguments in arguments.ballot.filter { $0.value > 0 } },
      words: { dots($0).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } },
      references: { dots($0).keys.sorted().map(Reference.goal) })
  }
}
