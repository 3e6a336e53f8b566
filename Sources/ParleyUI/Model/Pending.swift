import ParleyCore
import ParleyWire

/// A command that was sent and not answered yet. Its words stay here until they are on disk, whatever happens to
/// the host or the disk meanwhile.
struct Pending: Hashable, Sendable {
  let id: CommandID
  let line: String
  let origin: Origin

  enum Origin: Hashable, Sendable {
    case action(Action.ID)
    case form(Form)
    case prompt
    /// A voter's turn at the keyboard.
    case ballot(StakeholderID)
  }
}
