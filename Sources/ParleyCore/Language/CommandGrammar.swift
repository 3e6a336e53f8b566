/// One verb of the command language as people read it: its arguments, and what it does in a line. The completion of
/// the `:` line, forms, help and the reference all read this.
public struct CommandGrammar: Sendable {
  public let verb: VerbName
  public let arguments: [Argument]
  public let keys: [Key]
  public let does: String
  /// The rules of the method behind it: `M13, M14`.
  public let rule: String?
  public let example: String
  /// Whether the first argument, a person, may be left out because the speaker is meant.
  public let speakerIsWho: Bool

  /// An argument by place.
  public struct Argument: Sendable {
    public let name: String
    public let kind: ArgumentKind
    public let isOptional: Bool
    /// What people call it, in forms and completion.
    public let label: String

    init(name: String, kind: ArgumentKind, isOptional: Bool = false, label: String?) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
      self.label = label ?? ArgumentLabels.usual[name] ?? name
    }
  }

  /// An argument by name: `because=…`.
  public struct Key: Sendable {
    public let name: String
    public let kind: ArgumentKind
    public let isRequired: Bool
    /// What people call it, in forms and completion.
    public let label: String

    init(name: String, kind: ArgumentKind, isRequired: Bool = false, label: String? = nil) {
      self.name = name
      self.kind = kind
      self.isRequired = isRequired
      self.label = label ?? ArgumentLabels.usual[name] ?? name
    }
  }

  /// The way it is written, for help: `dot WHO green|yellow|red|abstain|clear [goal=GOAL] …`.
  public var usage: String { ([verb.rawValue] + words(arguments[...], keys)).joined(separator: " ") }

  /// What is still to be written where so many places and these keys are there already.
  public func usage(after places: Int, keys given: [String]) -> String {
    words(arguments.dropFirst(max(0, places)), keys.filter { !given.contains($0.name) }).joined(separator: " ")
  }

  private func words(_ arguments: ArraySlice<Argument>, _ keys: [Key]) -> [String] {
    let places = arguments.map { argument in
      let word = argument.kind.word(named: argument.name)
      return argument.isOptional ? "[\(word)]" : word
    }
    let names = keys.map { key in
      if key.kind == .ballot { return key.kind.word(named: nil) }
      let word = "\(key.name)=\(key.kind.word(named: nil))"
      return key.isRequired ? word : "[\(word)]"
    }
    return places + names
  }

  /// An argument by its name, and whether the command cannot do without; nil where it has none.
  public func argument(named name: String) -> (kind: ArgumentKind, label: String, isNeeded: Bool)? {
    if let place = arguments.first(where: { $0.name == name }) { return (place.kind, place.label, !place.isOptional) }
    return keys.first { $0.name == name }.map { ($0.kind, $0.label, $0.isRequired) }
  }

  /// Every verb's, in the order of the reference.
  public static let all = VerbName.allCases.map(\.grammar)
}

/// What stands in an argument.
public enum ArgumentKind: Hashable, Sendable {
  case who, people, goal, timeframe, destination, displacement, item, feature, decision, comment, step
  /// A goal of the last period, or of this one.
  case pastGoal
  case assumption, alternative, cluster
  /// Parted by commas.
  case reasons
  /// A goal's new id.
  case newID
  /// At most 200 bytes.
  case name
  /// At most 4,096 bytes.
  case text
  /// Options parted by `|`.
  case options
  case number
  case minutes
  /// A whole number from 1.
  case count
  case date
  /// A time of day.
  case clock
  case choice([String])
  /// `GOAL=N`, any number of them.
  case ballot

  /// Whether it names what the session gave its id to.
  var isGiven: Bool {
    switch self {
    case .item, .feature, .decision, .comment, .assumption, .alternative, .cluster, .reasons: true
    case .who, .people, .goal, .timeframe, .destination, .displacement, .step, .pastGoal, .newID, .name, .text,
      .options, .number, .minutes, .count, .date, .clock, .choice, .ballot:
      false
    }
  }

  fileprivate func word(named name: String?) -> String {
    switch self {
    case .who: "WHO"
    case .people: "WHO,WHO"
    case .goal: "GOAL"
    case .timeframe, .destination: "TF"
    case .displacement: "GOAL[:TF]"
    case .item: "P1"
    case .feature: "FEATURE"
    case .decision: "D1"
    case .comment: "C1"
    case .pastGoal: "GOAL"
    case .assumption: "A1"
    case .alternative: "O1"
    case .cluster: "G1"
    case .reasons: "R1,R2"
    case .step: "STEP"
    case .newID: "ID"
    case .name, .text: name.map { "\"\($0)\"" } ?? "TEXT"
    case .options: "\"A|B|C\""
    case .number, .count: "N"
    case .minutes: "MIN"
    case .date: "DATE"
    case .clock: "HH:MM"
    case .choice(let words): words.joined(separator: "|")
    case .ballot: "GOAL=N…"
    }
  }
}
