import Foundation
import GRDB
import ParleyCore

/// What a session's file says of itself: whether a holder writes it, and the end that it had when that was written down.
///
/// A holder marks the file as *live* before its first entry, and takes that back when it leaves the session in order.
/// So a live mark in a file that nobody holds, without the files that belong beside it, means a copy without its end.
/// Files of before have no mark, and none is missed.
struct EndMark: Hashable {
  var isLive: Bool
  var end: AcknowledgedEnd

  init(isLive: Bool, _ end: AcknowledgedEnd) {
    self.isLive = isLive
    self.end = AcknowledgedEnd(count: end.count, digest: end.digest)
  }

  /// The mark in a file; nil where none was ever made. Throws where it is damaged.
  init?(_ db: Database) throws {
    guard try EndMark.hasTable(db), let row = try Row.fetchOne(db, sql: "SELECT live, count, hash FROM mark") else {
      return nil
    }
    guard let hash = Data.fromDatabaseValue(row["hash"]), let digest = hash.withUnsafeBytes({ Digest($0) }),
      let isLive = Bool.fromDatabaseValue(row["live"]), let count = Int.fromDatabaseValue(row["count"])
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "its mark is damaged") }
    self.init(isLive: isLive, AcknowledgedEnd(count: count, digest: digest))
  }

  static func hasTable(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'mark'") ?? false
  }

  /// Puts it in the place of the mark before.
  func write(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO mark (id, live, count, hash) VALUES (1, ?, ?, ?)",
      arguments: [isLive, end.count, end.digest.data])
  }
}
