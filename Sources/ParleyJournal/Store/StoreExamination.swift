import Foundation
import GRDB
import ParleyCore

/// What a store promises, tried out with a session's file of its own that is removed at once.
public struct StoreExamination: Hashable, Sendable {
  public var sqliteVersion: String
  /// As SQLite counts: 2 is FULL, a commit is on disk when it returns.
  public var synchronous: Int
  public var journalMode: String
  /// What one commit took.
  public var commitMilliseconds: Double

  /// Tries it out in a folder that is there. Throws `cannotCreate`, `diskFull`, `io`.
  public init(in directory: String) throws(JournalFault) {
    let file = SessionFile(path: "\(directory)/.trial-\(getpid())\(SessionFile.ending)")
    let entry = Entry(number: 0, at: Instant(milliseconds: 0), by: .facilitator, line: "", events: [])
    _ = try JournalDatabase.create(file, with: JournalEntry(entry: entry, commandID: "trial", clock: .now()))
    defer { unlink(file.path) }
    let queue = try JournalDatabase.forHolder(file)
    defer {
      ClosedConnections.close(queue)
      for ending in ["-wal", "-shm", "-journal"] { unlink(file.path + ending) }
    }
    do {
      let begin = ContinuousClock.now
      try queue.write { try $0.execute(sql: "CREATE TABLE trial (number INTEGER)") }
      commitMilliseconds = (ContinuousClock.now - begin) / .milliseconds(1)
      (sqliteVersion, synchronous, journalMode) = try queue.read { db in
        (
          try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
          try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0,
          try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
        )
      }
    } catch {
      throw JournalFault(error, path: file.path)
    }
  }
}
