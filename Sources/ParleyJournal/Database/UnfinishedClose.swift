import Glibc
import Synchronization

// Theory: a holder that leaves in order changes its file from a write-ahead log to none, in a transaction with a rollback
// journal. Killed just there, it leaves that journal, and SQLite refuses to read the file before the change is taken
// back. A reader cannot do that. All entries are in the file by then, so it takes no more than a connection that may
// write, in a process that holds the session: with nobody else there, the reader becomes that for a moment. Where it may
// not write, it takes the change back in a copy of its own.
/// Makes a file readable whose holder was killed while it closed it.
enum UnfinishedClose {
  /// How a file was made readable.
  enum Repair: Hashable, Sendable {
    case rolledBack
    /// In a copy of the two files, which is gone once it is open.
    case readBeside
  }

  /// Whether a rollback journal stands beside the file.
  static func isLeft(beside file: SessionFile) -> Bool {
    var found = stat()
    return stat(journalPath(file), &found) == 0 && found.st_size > 0
  }

  /// Takes the change back, and opens the file for reading. Nil when it can be opened as any other by now.
  static func opened(_ file: SessionFile) throws(JournalFault) -> SQLiteConnection? {
    for _ in 0..<200 where isLeft(beside: file) {
      do throws(JournalFault) {
        let lock = try HolderLock.acquire(file.lockPath)
        defer { lock.release() }
        guard isLeft(beside: file) else { return nil }
        guard access(file.path, W_OK) == 0 else { return try copied(file) }
        try rollBack(file.path, told: file.path)
        Repairs.note(file.path, .rolledBack)
        return nil
      } catch .busy {
        // Someone closes it just now, or takes the change back.
        poll(nil, 0, 10)
      } catch .cannotCreate {
        return try copied(file)
      }
    }
    return nil
  }

  private static func rollBack(_ path: String, told place: String) throws(JournalFault) {
    try JournalDatabase.open(path, .writing, told: place) { try JournalSchema.check($0, path: place) }.close()
  }

  private static func copied(_ file: SessionFile) throws(JournalFault) -> SQLiteConnection {
    let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array((parent + "/parley-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw .cannotCreate(path: parent, why: systemMessage()) }
    let folder = String(cString: made)
    defer {
      for name in SystemFile.names(in: folder) ?? [] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    let copy = SessionFile(path: "\(folder)/copy\(SessionFile.ending)")
    guard SystemFile.copy(journalPath(file), to: journalPath(copy)), SystemFile.copy(file.path, to: copy.path) else {
      throw .notReadable(path: file.path, why: systemMessage())
    }
    try rollBack(copy.path, told: file.path)
    let connection = try JournalDatabase.openUnchanging(copy.path, told: file.path)
    Repairs.note(file.path, .readBeside)
    return connection
  }

  private static func journalPath(_ file: SessionFile) -> String { file.path + "-journal" }
}

/// The files that this process made readable before it read them: whoever asked for them is told.
public enum Repairs {
  private static let noted = Mutex<[String: UnfinishedClose.Repair]>([:])

  static func note(_ path: String, _ repair: UnfinishedClose.Repair) { noted.withLock { $0[path] = repair } }

  /// A sentence for each, `WHERE: WHAT — WHAT IS TO BE DONE`.
  public static var sentences: [String] {
    noted.withLock { $0 }.sorted { $0.key < $1.key }.map { path, repair in
      let what = "\(path): its holder was killed while closing it; all its entries are there"
      return switch repair {
      case .rolledBack: what + " — it has been closed properly, and nothing is to be done"
      case .readBeside: what + " — it was read from a copy; whoever may write it closes it with parley verify"
      }
    }
  }
}
