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
  init?(_ connection: SQLiteConnection) throws {
    guard try EndMark.hasTable(connection), let row = try connection.first("SELECT live, count, hash FROM mark") else {
      return nil
    }
    guard let digest = row[2].digest, let live = row[0].integer, let count = row[1].integer else {
      throw SQLiteFault.damaged("its mark is damaged")
    }
    self.init(isLive: live != 0, AcknowledgedEnd(count: count, digest: digest))
  }

  static func hasTable(_ connection: SQLiteConnection) throws -> Bool {
    try connection.first("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'mark'") != nil
  }

  /// Puts it in the place of the mark before.
  func write(_ connection: SQLiteConnection) throws {
    try connection.run(
      "INSERT OR REPLACE INTO mark (id, live, count, hash) VALUES (1, ?, ?, ?)", .integer(isLive ? 1 : 0),
      .integer(Int64(end.count)), .blob(end.digest.bytes))
  }
}
