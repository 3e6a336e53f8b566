/// A piece of a section as a screen shows it, whatever its width.
public enum ScreenBlock: Hashable, Sendable {
  /// One line, with an aside at its right end.
  case line(String, aside: String)
  /// One line of its own.
  case remark(String, Role, indent: Int)
  /// A text over as many lines as it takes; selecting it selects `about`.
  case paragraph(String, Role = .text, indent: Int = 2, about: Subject? = nil)

  /// The prominence of a text.
  public enum Role: Hashable, Sendable { case text, quiet, warning }

  /// The subject of a line, so that a key can act on it.
  public enum Subject: Hashable, Sendable {
    /// Counted from 1.
    case tradeOff(Int)
  }
}

/// The wording of a record on a screen, with the names that everyone may see (M12) and the signs of its look.
public struct RecordPhrasing: Sendable {
  let state: State
  private let record: Record
  private let signs: Signs

  /// The signs that a look puts between and around texts.
  public struct Signs: Hashable, Sendable {
    public var separator: String
    public var openQuote: String
    public var closeQuote: String

    public init(separator: String, openQuote: String, closeQuote: String) {
      self.separator = separator
      self.openQuote = openQuote
      self.closeQuote = closeQuote
    }
  }

  /// The wording of a record of this state.
  public init(_ record: Record, of state: State, signs: Signs) {
    self.state = state
    self.record = record
    self.signs = signs
  }

  /// The names that everyone may see.
  var names: RecordNames { RecordNames(record, shownIn: state) }

  func quoted(_ text: String) -> String { signs.openQuote + text + signs.closeQuote }

  /// The texts side by side, without missing or empty ones.
  func joined(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.joined(separator: " \(signs.separator) ")
  }

  func name(_ who: StakeholderID) -> String { state.name(who) }

  func names(of people: [StakeholderID]) -> String { people.map(name).joined(separator: ", ") }

  /// A goal's name, or its number before it is presented (M12).
  func name(_ goal: GoalID) -> String { state.titles(of: .goal(goal)).title }

  /// The name of what was traded; of a goal only when it has been on the table (M12).
  func traded(_ id: String, _ name: String) -> String { state.shownTraded(id, name) }

  /// Who decides, by when, and by what.
  func process(_ process: Process) -> String { state.words(of: process) }
}

extension State {
  /// The name of what was traded; of a goal only when it has been on the table (M12).
  public func shownTraded(_ id: String, _ name: String) -> String {
    guard let goal = goal(GoalID(id)), !goal.isPresented else { return name }
    return titles(of: .goal(goal.id)).title
  }

  /// Who decides, by when, and by what: `Ada Obi decides by 2027-07-05, by the data of June; A or B`.
  public func words(of process: Process) -> String {
    let options = process.options.isEmpty ? "" : "; \(process.optionWords(.english).joined(separator: " or "))"
    return "\(name(process.decider)) decides by \(process.by), by \(process.criteria)\(options)"
  }
}
