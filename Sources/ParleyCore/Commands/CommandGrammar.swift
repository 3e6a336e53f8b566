/// One verb of the command language: its arguments, and what it does in a line. The parser, the completion of
/// the `:` line, help and the reference all read this.
public struct CommandGrammar: Sendable {
  /// `dot`, `vote open`.
  public var verb: String
  public var arguments: [Argument]
  public var keys: [Key]
  public var does: String
  public var example: String
  /// Whether the first argument, a person, may be left out because the speaker is meant.
  public var speakerIsWho = false

  /// An argument by place.
  public struct Argument: Sendable {
    public var name: String
    public var kind: Kind
    public var isOptional = false
  }

  /// An argument by name: `because=…`.
  public struct Key: Sendable {
    public var name: String
    public var kind: Kind
    public var isRequired = false
  }

  /// What stands in an argument.
  public enum Kind: Hashable, Sendable {
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
    case choice([String])
    /// `GOAL=N`, any number of them.
    case ballot
  }

  /// The way it is written, for help: `dot WHO green|yellow|red|abstain|clear [goal=GOAL] …`.
  public var usage: String {
    let places = arguments.map { argument in
      let word = argument.kind.word(named: argument.name)
      return argument.isOptional ? "[\(word)]" : word
    }
    let names = keys.map { key in
      if key.kind == .ballot { return key.kind.word(named: nil) }
      let word = "\(key.name)=\(key.kind.word(named: nil))"
      return key.isRequired ? word : "[\(word)]"
    }
    return ([verb] + places + names).joined(separator: " ")
  }

  /// The grammar of a verb; nil when there is none.
  public static func of(_ verb: String) -> CommandGrammar? { byVerb[verb] }

  private static let byVerb = Dictionary(all.map { ($0.verb, $0) }, uniquingKeysWith: { first, _ in first })
}

extension CommandGrammar.Kind {
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
    case .choice(let words): words.joined(separator: "|")
    case .ballot: "GOAL=N…"
    }
  }
}
