import ParleyCore
import ParleyWire

/// One line that someone at this terminal gives: its text, as it is sent, and the command in it, read once.
public struct Statement: Hashable, Sendable {
  public let text: String
  /// Nil where it cannot be read here; the host says why.
  let line: CommandLine?

  init(_ text: String, by speaker: Speaker) {
    self.text = text
    line = try? CommandLine(text, by: speaker)
  }

  init(_ command: some Verb) {
    let line = CommandLine(command)
    text = line.text
    self.line = line
  }

  var command: (any Verb)? { line?.command }
}

/// A command that was sent and not answered yet. Its words stay here until they are on disk, whatever happens to
/// the host or the disk meanwhile.
struct Pending: Hashable, Sendable {
  let id: CommandID
  let statement: Statement
  var origin: Origin
  /// The number of the last entry that stood on the screen when it was given.
  let seen: Int

  var line: String { statement.text }

  enum Origin: Hashable, Sendable {
    case action(Action.ID)
    case form(Form)
    case prompt
    /// A voter's turn at the keyboard.
    case ballot(StakeholderID)
  }
}
