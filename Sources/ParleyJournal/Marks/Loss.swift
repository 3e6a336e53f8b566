import Glibc
import ParleyCore

/// What a session's file lacks of what was acknowledged, although the entries in it are whole.
public enum Loss: Hashable, Sendable {
  /// These entries are gone. `after` is the session's time at the last one that is there, `until` at the last one that
  /// is gone, where it is known.
  case entries(from: Int, to: Int, after: Instant?, until: Instant?)
  /// Another entry stands where this one was acknowledged.
  case replaced(entry: Int)
  /// It is a copy of a live session, without the files beside it: what came after its last entry is unknown.
  case copied(entries: Int, until: Instant?)
}

extension Loss {
  /// Compares a file with the ends that were acknowledged; nil when nothing is missing, as far as anyone knows.
  ///
  /// - Parameters:
  ///   - beside: what stood beside the file *before* it was read: entries may have been added since.
  ///   - isHeld: whether another process holds the session.
  init?(_ file: SessionFile, _ connection: SQLiteConnection, beside: TailFile.Reading, isHeld: () -> Bool) throws {
    let mark = try EndMark(connection)
    var ends = [mark?.end].compactMap { $0 }
    if case .end(let end) = beside { ends.append(end) }
    let last = try LastRow(connection)
    if let gone = try ends.filter({ try !$0.isKept(in: connection) }).max(by: { $0.count < $1.count }) {
      self =
        last.count < gone.count
        ? .entries(from: last.count, to: gone.count - 1, after: last.at, until: gone.at)
        : .replaced(entry: gone.count - 1)
      return
    }
    // A holder that was just opening the session, and died, has put the file there meanwhile.
    guard mark?.isLive == true, beside == .absent, !file.hasLog, !isHeld(), TailFile.read(file.tailPath) == .absent
    else { return nil }
    self = .copied(entries: last.count, until: last.at)
  }
}

extension AcknowledgedEnd {
  fileprivate func isKept(in connection: SQLiteConnection) throws -> Bool {
    try connection.digest(ofEntry: count - 1) == digest
  }
}

/// The last row of a file, unchecked.
private struct LastRow {
  var count = 0
  var at: Instant?

  init(_ connection: SQLiteConnection) throws {
    guard let row = try connection.first("SELECT number, payload FROM entry ORDER BY number DESC LIMIT 1") else {
      return
    }
    guard let number = row[0].integer, let payload = row[1].bytes, (0..<Int.max).contains(number) else {
      throw SQLiteFault.damaged("its last row is damaged")
    }
    count = number + 1
    let entry = try? payload.withUnsafeBufferPointer { try Entry(jsonText: $0) }
    at = entry?.at
  }
}
