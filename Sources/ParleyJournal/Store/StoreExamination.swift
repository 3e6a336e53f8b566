import Glibc
import ParleyCore

/// Tests the promises of a store on a session file of its own, which is removed at once.
public struct StoreExamination: Hashable, Sendable {
  public var sqliteVersion: String
  /// SQLite's number: 2 is FULL, with which a commit is on disk when it returns.
  public var synchronous: Int
  public var journalMode: String
  /// The time that one commit took.
  public var commitMilliseconds: Double

  /// Tests a store in an existing folder. Throws `cannotCreate`, `diskFull`, `io`.
  public init(in directory: String) throws(JournalFault) {
    let file = SessionFile(path: "\(directory)/.trial-\(getpid())\(SessionFile.ending)")
    let entry = Entry(number: 0, at: Instant(milliseconds: 0), by: .facilitator, line: "", events: [])
    _ = try JournalDatabase.create(file, with: [JournalEntry(entry: entry, commandID: "trial", clock: .now())])
    defer { for path in [file.path, file.tailPath] { unlink(path) } }
    let connection = try JournalDatabase.forHolder(file, beside: nil)
    defer {
      connection.close()
      for ending in ["-wal", "-shm", "-journal"] { unlink(file.path + ending) }
    }
    do {
      let begin = ContinuousClock.now
      try connection.execute("CREATE TABLE trial (number INTEGER)")
      commitMilliseconds = (ContinuousClock.now - begin) / .milliseconds(1)
      sqliteVersion = try connection.first("SELECT sqlite_version()")?[0].text ?? ""
      synchronous = try connection.first("PRAGMA synchronous")?[0].integer ?? 0
      journalMode = try connection.first("PRAGMA journal_mode")?[0].text ?? ""
    } catch {
      throw JournalFault(error, path: file.path)
    }
  }
}
