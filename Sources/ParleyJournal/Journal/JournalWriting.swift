import ParleyCore

extension Journal {
  /// Puts an entry on disk in one transaction, and returns its number. When it returns, the entry is there for good.
  ///
  /// A command id that is there already is not written again: the number of its entry is returned. After any fault but
  /// `outOfOrder` the entry counts as not saved, and ``recover()`` comes before the next try.
  @discardableResult
  public func append(_ entry: Entry, commandID: String, clock: ClockReading) throws(JournalFault) -> Int {
    guard access == .holder else { throw .notWritable(path: file.path) }
    guard !isInDoubt else { throw .io(path: file.path, why: "the last entry is in doubt") }
    let (connection, tail) = (try opened(), try checkedTail())
    if !isLive { try goLive() }
    do {
      if isSealed {
        try requirePlace()
        try unseal(connection)
      }
      let kept = JournalEntry(entry: entry, commandID: commandID, clock: clock)
      // One statement is a transaction by itself; BEGIN and COMMIT around it took a third of the time.
      let (number, row) = try write(kept, after: tail, connection)
      // A commit to a file that is no longer at its name is none.
      try requirePlace()
      guard let row else { return number }
      let end = kept.end(with: row)
      self.tail = end
      tailFile.write(end.end)
      foldLongLog()
      archive.append(row, after: tail)
      return number
    } catch {
      let fault = JournalFault(error, path: file.path)
      if fault.kind != .fault { isInDoubt = true }
      throw fault
    }
  }

  /// Reopens the file after a failed append, and returns the entries that turned out to be there although nobody
  /// acknowledged them: they have happened. Throws as long as the file cannot be used.
  func reopen() throws(JournalFault) -> [JournalEntry] {
    let known = try checkedTail()
    try requireRoom()
    disconnect()
    isSealed = false
    try requireTail(known)
    let found = try JournalContents(self, after: known, withOrigins: true, into: archive)
    tail = found.tail
    isInDoubt = false
    return found.kept
  }

  /// Ends the use of the file. A holder leaves a single file, which can be copied and read on a read-only medium, and
  /// releases the lock.
  public func close() {
    if access == .holder {
      // Nobody may have asked for anything since the file was made.
      if isLive, !isInDoubt { _ = try? opened() }
      try? seal()
    }
    disconnect()
    // Whoever has not read the entries has not said in the file where they end.
    if isSealed, tail != nil { tailFile.remove() }
    archive = RowArchive(in: file.directory)
    tailFile.close()
    isClosed = true
    lock?.release()
    lock = nil
  }

  func disconnect() {
    connection?.close()
    connection = nil
  }

  /// Folds the log beside the file into it, so that people may copy the session. The next append starts the log again.
  public func seal() throws(JournalFault) {
    guard let connection, !isInDoubt else { return }
    do {
      try requirePlace()
      defer { filePlace = FilePlace(file) }
      if let tail { try takeMarkOut(tail, connection) }
      isSealed = try setLog("DELETE", connection) == "delete"
      if isSealed { folded = tail }
    } catch {
      throw JournalFault(error, path: file.path)
    }
  }

  /// SQLite says the new mode before it has written it down: only when it has been asked to the end, a disk that did not
  /// take that is an error.
  private func setLog(_ mode: String, _ connection: SQLiteConnection) throws -> String? {
    try connection.first("PRAGMA journal_mode = \(mode)")?[0].text
  }

  private func unseal(_ connection: SQLiteConnection) throws {
    guard try setLog("WAL", connection) == "wal" else {
      throw JournalFault.io(path: file.path, why: "the log cannot be taken up again")
    }
    isSealed = false
    filePlace = FilePlace(file)
  }

  /// The entry's number with the row that was written; without one where the command was there already.
  private func write(
    _ kept: JournalEntry, after tail: Tail, _ connection: SQLiteConnection
  ) throws -> (Int, JournalRow?) {
    let isNext = kept.entry.number == tail.count
    do {
      if isNext {
        let row = kept.row(after: tail)
        try kept.insert(row, connection)
        return (kept.entry.number, row)
      }
    } catch let error as SQLiteFault where error.isTaken {
      // The command is there already.
    }
    if let number = try Journal.number(ofCommand: kept.commandID, connection) { return (number, nil) }
    throw JournalFault.outOfOrder(path: file.path, expected: tail.count, given: kept.entry.number)
  }

  func checkedTail() throws(JournalFault) -> Tail {
    if tail == nil { _ = try entries() }
    return tail ?? Tail()
  }

  // Throws unless every acknowledged entry is still there.
  private func requireTail(_ known: Tail) throws(JournalFault) {
    guard known.count > 0 else { return }
    guard try read({ try $0.digest(ofEntry: known.count - 1) }) == known.digest else {
      throw .damaged(path: file.path, entry: known.count - 1, what: "it is gone")
    }
  }
}
