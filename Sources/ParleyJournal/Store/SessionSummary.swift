import ParleyCore

/// A line of the list of sessions: the facts of one file.
public struct SessionSummary: Hashable, Sendable {
  public var file: SessionFile
  /// Who holds it now; nil when nobody does.
  public var holder: Holder?
  public var contents: Contents
  /// The file has lost its end; nil when nothing is known to be missing.
  public var loss: JournalFault?

  /// The file's outline, or why it cannot be read.
  public enum Contents: Hashable, Sendable {
    case read(Outline)
    case unreadable(JournalFault)
  }

  /// The outline of a session that can be read.
  public struct Outline: Hashable, Sendable {
    /// The session's own id; the file may have been renamed since.
    public var id: String
    public var title: String
    public var status: State.Status
    public var step: Step
    public var opened: Instant
    public var started: Instant?
    public var ended: Instant?
    public var entries: Int
    /// When the last entry was made, in milliseconds since 1970-01-01 UTC.
    public var lastActiveMs: Int64
    /// Whether it is a rehearsal, not a live session.
    public var isRehearsal = false

    /// Not closed: one of ``Store/openSessions``.
    public var isOpen: Bool { ended == nil }
  }

  public var outline: Outline? { if case .read(let outline) = contents { outline } else { nil } }
  public var fault: JournalFault? { if case .unreadable(let fault) = contents { fault } else { nil } }
}

extension SessionSummary {
  /// Reads the file through; a fault becomes part of the summary.
  public init(_ file: SessionFile) {
    self.file = file
    holder = Holder.current(lockPath: file.lockPath)
    do throws(JournalFault) {
      let journal = try Journal.open(file, access: .reading)
      defer { journal.close() }
      contents = .read(try Outline(journal))
      loss = try journal.loss()
    } catch {
      contents = .unreadable(error)
    }
  }
}

extension SessionSummary.Outline {
  fileprivate init(_ journal: Journal) throws(JournalFault) {
    let session = try journal.session()
    let state = session.state
    self.init(
      id: state.id, title: state.plan.title, status: state.status, step: state.step, opened: state.opened,
      started: state.started, ended: state.ended, entries: session.entries.count,
      lastActiveMs: journal.lastClock?.reading.wallMs ?? 0, isRehearsal: state.plan.rehearsal != nil)
  }
}
