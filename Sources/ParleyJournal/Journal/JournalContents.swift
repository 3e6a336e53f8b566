import ParleyCore

/// The rows of a file with their entries, read and checked in one go.
struct JournalContents {
  private(set) var entries: [Entry] = []
  private(set) var tail: Tail
  /// One for each entry, when they were asked for.
  private var origins: [RowCheck.Origin] = []

  /// Reads the rows after `start`. Throws `damaged` with the first entry that is wrong.
  ///
  /// - Parameters:
  ///   - withOrigins: whether ``kept`` is wanted; it costs as much again.
  ///   - archive: takes in the rows.
  init(
    _ journal: Journal, after start: Tail = Tail(), withOrigins: Bool = false, into archive: RowArchive? = nil
  ) throws(JournalFault) {
    var parts: [RowCheck.Part] = []
    tail = try journal.readRows(after: start, withOrigins: withOrigins, into: archive) { parts.append($0) }
    // Each growth would touch new memory and copy what is there.
    entries.reserveCapacity(parts.reduce(0) { $0 + $1.entries.count })
    for part in parts {
      entries += part.entries
      origins += part.origins
    }
  }

  /// The entries with their commands' ids and clocks.
  var kept: [JournalEntry] {
    zip(entries, origins).map { JournalEntry(entry: $0, commandID: $1.commandID, clock: $1.clock) }
  }
}

extension Journal {
  /// Reads the rows after `start`, gives those that are whole part by part, and returns the end of the journal. Throws
  /// `damaged` with the first entry that is wrong.
  func readRows(
    after start: Tail, withOrigins: Bool = false, into archive: RowArchive?, take: @escaping (RowCheck.Part) -> Void
  ) throws(JournalFault) -> Tail {
    var tail = start
    let check = BatchCheck(path: file.path, after: start, withOrigins: withOrigins) { batch, part in
      archive?.append(batch)
      tail = part.tail
      take(part)
    }
    let halt = readRows(from: start.count, into: check)
    try check.finish()
    if let halt { throw halt.placed(at: tail.count) }
    return tail
  }

  // A row that SQLite cannot read ends the rows; those before it still count.
  private func readRows(from number: Int, into check: BatchCheck) -> JournalFault? {
    do throws(JournalFault) {
      try read { connection in
        let rows = try SQLiteStatement(RowBatch.columns + " WHERE number >= ? ORDER BY number", on: connection)
        try rows.bind([.integer(Int64(number))])
        while !check.isOver, try rows.step() { check.add(rows) }
      }
      return nil
    } catch {
      return error
    }
  }
}

extension JournalFault {
  /// The fault with the entry at which it came up, unless it names one.
  fileprivate func placed(at entry: Int) -> JournalFault {
    guard case .damaged(let path, nil, let what) = self else { return self }
    return .damaged(path: path, entry: entry, what: what)
  }
}
