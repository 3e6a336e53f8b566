import ParleyCore

extension Journal {
  /// Marks the file as live, before the first entry that this holder adds. It takes a few syncs, so a host calls it when
  /// nobody waits.
  public func goLive() throws(JournalFault) {
    guard access == .holder, !isLive, !isInDoubt else { return }
    let (connection, tail) = (try opened(), try checkedTail())
    // A live mark alone would call the file a copy once its holder is killed.
    guard tailFile.write(tail.end) else { return }
    do {
      try requirePlace()
      try JournalSchema.addMark(connection)
      try EndMark(isLive: true, tail.end).write(connection)
      isLive = true
      filePlace = FilePlace(file)
    } catch {
      throw JournalFault(error, path: file.path)
    }
    _ = checkpoint()
  }

  func takeMarkOut(_ tail: Tail, _ connection: SQLiteConnection) throws {
    let mark = EndMark(isLive: false, tail.end)
    guard let now = try EndMark(connection), now != mark else { return }
    try mark.write(connection)
  }

  /// Folds the log into the file, so that a copy of the file alone has everything. It takes a few syncs: call it when
  /// nobody waits. False when it is to be tried again, because somebody reads the session just now.
  ///
  /// The holder alone does this, and readers leave the log as it is when they close.
  public func checkpoint() -> Bool {
    guard access == .holder, connection != nil, !isSealed, !isInDoubt else { return true }
    rememberNotes()
    // What is wrong with the place is told to whoever asks for it.
    guard filePlace?.standing(file) == .inPlace else { return true }
    defer { filePlace = FilePlace(file) }
    let isFolded = foldLog()
    if isFolded {
      makeRoom(Journal.pauseBytes)
      beginLog()
    }
    return isFolded
  }

  /// Writes a first page that changes nothing. SQLite syncs the head of a new log apart from what is in it, so that
  /// the next entry would wait for the disk twice. Nothing depends on this.
  private func beginLog() {
    if let connection { try? JournalSchema.writeKind(connection) }
  }

  /// Reads what only the facilitator may read while it stands beside the file (M1), unless that was done.
  public func rememberNotes() {
    if notes?.isEmpty ?? true { notes = try? file.readMap() }
  }

  /// Cuts the log to nothing, so that nothing in it is older than the file: one damaged frame would bring that back.
  func foldLog() -> Bool { foldLog(truncates: true) }

  private func foldLog(truncates: Bool) -> Bool {
    guard let connection, !isSealed else { return true }
    unfolded = 0
    guard connection.checkpoint(truncates: truncates) else { return false }
    folded = tail
    return true
  }

  /// Keeps the log below a thousand pages where nobody pauses, as SQLite would by itself. It is done here, because the
  /// holder has to know when the file changes.
  func foldLongLog() {
    unfolded += 1
    guard unfolded >= 330 else { return }
    _ = foldLog(truncates: false)
    filePlace = FilePlace(file)
  }

  /// What the file lacks of what was acknowledged, as the fault to tell; nil when nothing is known to be missing.
  public func loss() throws(JournalFault) -> JournalFault? {
    let loss = try read { connection in
      try Loss(file, connection, beside: beside) { Holder.current(lockPath: file.lockPath) != nil }
    }
    return loss.map { .cutOff(path: file.path, $0) }
  }
}
