import Foundation
import GRDB
import GRDBSQLite
import ParleyCore

extension Journal {
  /// Marks the file as live, before the first entry that this holder adds. It takes a few syncs, so a host calls it when
  /// nobody waits.
  public func goLive() throws(JournalFault) {
    guard access == .holder, !isLive, !isInDoubt else { return }
    let (queue, tail) = (try connection(), try checkedTail())
    // A live mark alone would call the file a copy once its holder is killed.
    guard tailFile.write(tail.end) else { return }
    do {
      try JournalSchema.addMark(queue)
      try queue.writeWithoutTransaction { try EndMark(isLive: true, tail.end).write($0) }
      isLive = true
    } catch {
      throw JournalFault(error, path: file.path)
    }
    _ = checkpoint()
  }

  func takeMarkOut(_ tail: Tail, _ db: Database) throws {
    let mark = EndMark(isLive: false, tail.end)
    guard let now = try EndMark(db), now != mark else { return }
    try mark.write(db)
  }

  /// Folds the log into the file, so that a copy of the file alone has everything. It takes a few syncs: call it when
  /// nobody waits. False when it is to be tried again, because somebody reads the session just now.
  ///
  /// The holder alone does this, and readers leave the log as it is when they close.
  public func checkpoint() -> Bool {
    guard access == .holder, let queue, !isSealed, !isInDoubt else { return true }
    let isFolded = queue.writeWithoutTransaction { db in
      sqlite3_busy_timeout(db.sqliteConnection, 0)
      defer { sqlite3_busy_timeout(db.sqliteConnection, JournalDatabase.busyMs) }
      return (try? db.checkpoint(.truncate)) != nil
    }
    if isFolded { makeRoom(Journal.pauseBytes) }
    return isFolded
  }

  /// What the file lacks of what was acknowledged, as the fault to tell; nil when nothing is known to be missing.
  public func loss() throws(JournalFault) -> JournalFault? {
    let loss = try read { [file, beside] db in
      try Loss(file, db, beside: beside) { Holder.current(lockPath: file.lockPath) != nil }
    }
    return loss.map { .cutOff(path: file.path, $0) }
  }
}
