import ParleyCore

/// The findings of `parley verify` in one session.
public struct VerifyReport: Hashable, Sendable {
  public var file: SessionFile
  /// The number of whole entries, from the first on.
  public var entries: Int
  /// The first fault; nil when everything is as it was written.
  public var fault: JournalFault?

  public var isWhole: Bool { fault == nil }
}

extension VerifyReport {
  /// Reads the whole file: the chain, the numbers without gaps, every event, the session they tell, SQLite's own check
  /// of its pages, and then whether everything is there that was acknowledged.
  public init(_ file: SessionFile) {
    self.file = file
    entries = 0
    do throws(JournalFault) {
      let journal = try Journal.open(file, access: .reading)
      defer { journal.close() }
      entries = try journal.session().entries.count
      try journal.checkPages(entries)
      fault = try journal.loss()
    } catch {
      if case .damaged(_, let entry?, _) = error { entries = entry }
      fault = error
    }
  }
}

extension Store {
  /// Checks the session with an id, a beginning of one, a title or a path.
  public func verify(_ name: String) throws(JournalFault) -> VerifyReport { VerifyReport(try find(name)) }
}

extension Journal {
  fileprivate func checkPages(_ count: Int) throws(JournalFault) {
    let (finding, rows) = try read { connection in
      (
        try connection.column("PRAGMA integrity_check(3)").compactMap(\.text),
        try connection.first("SELECT count(*) FROM entry")?[0].integer
      )
    }
    guard finding == ["ok"] else {
      throw .damaged(path: file.path, entry: nil, what: finding.joined(separator: "; "))
    }
    guard rows == count else { throw .damaged(path: file.path, entry: nil, what: "there are entries out of order") }
  }
}
