import Glibc
import ParleyCore

// Theory: an entry is acknowledged when its transaction is on disk, and an acknowledged entry is there for good. The
// reverse is not promised: a commit that failed may be there all the same. So every command has an id that is unique in
// the journal, and after a failure the file is reopened and examined before anything is written again. That
// entries were cut off at the end is shown by marks in the file and beside it (see TailFile.swift, EndMark.swift).
/// The entries of one session on disk.
public final class Journal {
  /// The purpose of opening a session.
  public enum Access: Hashable, Sendable {
    /// The one process that writes.
    case holder
    case reading
  }

  /// Another one after the session had to be written anew (``recover()``).
  public internal(set) var file: SessionFile
  /// Held as long as this journal may write.
  public internal(set) var lock: HolderLock?
  let access: Access
  /// Nil until it is needed, and after ``close()``.
  var connection: SQLiteConnection?
  var isClosed = false
  /// Nil until the chain has been checked up to its end.
  var tail: Tail?
  /// Set by a failed append: nothing is written before ``recover()``.
  var isInDoubt = false
  var isSealed = false
  /// Whether the file is marked as live.
  var isLive = false
  var tailFile: TailFile
  /// The files as this holder left them last; nil before it opened them.
  var filePlace: FilePlace?
  /// The end of what the file itself held when the log was last folded into it; nil when this holder has not done that.
  var folded: Tail?
  /// How many entries were added since then.
  var unfolded = 0
  /// What only the facilitator may read, as it stood beside the file, for the day when that is gone (M1).
  var notes: StakeholderMap?
  /// All rows up to the end, which no file may have when they are needed; empty until they have been read, and for a
  /// reader.
  var archive: RowArchive
  /// How many bytes of them stay in memory at most.
  var archiveChunk = RowArchive.usualChunk
  /// What stood beside the file when it was opened.
  var beside = TailFile.Reading.absent
  /// Whether a holder goes on with a file that has lost its end.
  private let acceptsLoss: Bool

  init(_ file: SessionFile, access: Access, lock: HolderLock?, acceptsLoss: Bool = false) {
    self.file = file
    self.access = access
    self.lock = lock
    self.acceptsLoss = acceptsLoss
    tailFile = TailFile(file.tailPath)
    archive = RowArchive(in: file.directory)
  }

  deinit { disconnect() }

  /// Makes the file of a new session, with its opening in it, and holds it.
  ///
  /// - Parameters:
  ///   - id: free in the store (``Store/newID(title:date:)``).
  ///   - lock: the lock for ``Store/lockPath(_:)``, if the caller has it; else it is taken here.
  /// - Throws: `exists`, `busy`, `cannotCreate`, `diskFull`, `io`; then there is no file.
  public static func create(
    in store: Store, id: String, opening: Entry, commandID: String, clock: ClockReading, lock: HolderLock? = nil
  ) throws(JournalFault) -> Journal {
    try store.prepare()
    let file = store.file(id)
    let held = if let lock { lock } else { try HolderLock.acquire(file.lockPath) }
    let kept = JournalEntry(entry: opening, commandID: commandID, clock: clock)
    let tail = try JournalDatabase.create(file, with: [kept])
    let journal = Journal(file, access: .holder, lock: held)
    journal.tail = tail
    journal.archive.append(kept.row(after: Tail()), after: Tail())
    (journal.isLive, journal.folded) = (true, tail)
    return journal
  }

  /// Opens the session in a file.
  ///
  /// - Parameters:
  ///   - lock: the lock for ``SessionFile/lockPath``, if the caller has it; else a holder takes it here.
  ///   - acceptsLoss: whether a holder goes on with a file that has lost its end. A reader always reads what is there.
  /// - Throws: `notFound`, `notASession`, `newerVersion`, `damaged`, `cutOff`, `busy`, `notWritable`, `notReadable`.
  public static func open(
    _ file: SessionFile, access: Access, lock: HolderLock? = nil, acceptsLoss: Bool = false
  ) throws(JournalFault) -> Journal {
    var held = lock
    if access == .holder {
      guard FileKind(file.path) != .none else { throw .notFound(file.path) }
      if held == nil { held = try HolderLock.acquire(file.lockPath) }
    }
    let journal = Journal(file, access: access, lock: held, acceptsLoss: acceptsLoss)
    _ = try journal.opened()
    return journal
  }

  /// Opens the session in the file at a path.
  public static func open(path: String, access: Access) throws(JournalFault) -> Journal {
    try open(SessionFile(path: path), access: access)
  }

  /// The number of entries, which is the number of the next one. Nil until they have been read.
  public var count: Int? { tail?.count }

  /// The moment from which the session's time goes on (``SessionClock``). Nil until the entries have been read.
  public var lastClock: (at: Instant, reading: ClockReading)? {
    guard let at = tail?.at, let clock = tail?.clock else { return nil }
    return (at, clock)
  }

  /// The open file.
  func opened() throws(JournalFault) -> SQLiteConnection {
    if let connection { return connection }
    guard !isClosed else { throw .io(path: file.path, why: "it has been closed") }
    beside = TailFile.read(file.tailPath)
    let opened =
      switch access {
      case .holder: try JournalDatabase.forHolder(file, beside: acceptsLoss || isLive ? nil : beside)
      case .reading: try JournalDatabase.forReading(file)
      }
    connection = opened
    if access == .holder { filePlace = FilePlace(file) }
    return opened
  }
}
