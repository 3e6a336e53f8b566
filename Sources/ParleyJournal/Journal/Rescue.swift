import Glibc
import ParleyCore

// Theory: a session whose file is taken away goes on. Every row that was acknowledged can be read: through the connection,
// as long as the file itself is whole wherever it is, and else from the holder's archive. So it stays what it was to the
// byte. It is written anew under a name of its own, `ID-rescued`, beside the old one: whoever took the file away may be
// about to put another there. The old name is left to them: what this holder had beside it goes, and nobody is kept from
// the session that they put there.
extension Journal {
  /// Throws `takenAway` unless the files of the session are where they were, as this holder left them.
  public func examine() throws(JournalFault) {
    guard access == .holder, connection != nil else { return }
    try requirePlace()
    // A lock whose file is gone keeps nobody out.
    if let lock, !lock.isInPlace { throw .takenAway(path: file.path) }
  }

  func requirePlace() throws(JournalFault) {
    guard let filePlace, filePlace.standing(file) != .inPlace else { return }
    // Nothing more goes to a file that is not the session's.
    isInDoubt = true
    throw .takenAway(path: file.path)
  }

  /// Prepares to go on after a fault, as ``reopen()`` does, or in a new file when the old one is gone or does not hold
  /// any more what was acknowledged; ``file`` then says where.
  public func recover() throws(JournalFault) -> [JournalEntry] {
    isInDoubt = true
    switch filePlace?.standing(file) {
    case .gone: return try rescue(foldsLog: true)
    case .withoutLog: _ = foldLog()
    case .written where !isAsLeft: return try rescue(foldsLog: false)
    case .written, .inPlace, nil: break
    }
    if let lock, !lock.isInPlace {
      // Someone may have taken its place meanwhile.
      guard let new = try? HolderLock.acquire(file.lockPath) else { return try rescue(foldsLog: false) }
      self.lock = new
    }
    do throws(JournalFault) {
      return try reopen()
    } catch {
      if case .notFound = error { return try rescue(foldsLog: false) }
      guard error.kind == .wrongInput else { throw error }
      return try rescue(foldsLog: false)
    }
  }

  /// Whether the file that somebody else wrote to is still what this holder left: it was touched, no more.
  private var isAsLeft: Bool {
    guard let folded, let connection = try? JournalDatabase.openUnchanging(file.path, told: file.path) else {
      return false
    }
    return (try? connection.digest(ofEntry: folded.count - 1)) == folded.digest
      && (try? connection.column("PRAGMA integrity_check(1)")) == [.text("ok")]
  }

  private func rescue(foldsLog: Bool) throws(JournalFault) -> [JournalEntry] {
    let kept = try acknowledged()
    // The file that was moved, wherever it is now, then has everything up to here.
    if foldsLog { _ = foldLog() }
    var first: JournalFault?
    for directory in Journal.shelters(beside: file) {
      do throws(JournalFault) {
        try write(kept, in: directory)
        return []
      } catch {
        first = first ?? error
      }
    }
    throw first ?? .takenAway(path: file.path)
  }

  /// The folders in which to look for room, the first one first: the session's own, the user's stores, the user's home.
  private static func shelters(beside file: SessionFile) -> [String] {
    var environment = ["PARLEY_STORE", "XDG_DATA_HOME", "HOME"].reduce(into: [String: String]()) { found, name in
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    let chosen = Store(option: nil, environment: environment).directory
    environment["PARLEY_STORE"] = nil
    let usual = Store(option: nil, environment: environment).directory
    return [file.directory, chosen, usual, homeDirectory()].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func write(_ kept: [JournalEntry], in directory: String) throws(JournalFault) {
    try Store(directory: directory).prepare()
    for turn in 1..<1000 {
      let new = file.rescued(turn, in: directory)
      guard new.path != file.path, FileKind(new.path) == .none else { continue }
      do throws(JournalFault) {
        let lock = try HolderLock.acquire(new.lockPath)
        let tail = try JournalDatabase.create(new, with: kept)
        bringAlong(to: new)
        leaveOldPlace()
        begin(new, lock, tail)
        return
      } catch {
        switch error {
        case .exists, .busy: continue
        default: throw error
        }
      }
    }
    throw .exists(path: file.rescued(1, in: directory).path)
  }

  private func begin(_ new: SessionFile, _ lock: HolderLock, _ tail: Tail) {
    (file, self.lock, self.tail, tailFile) = (new, lock, tail, TailFile(new.tailPath))
    // The rows are the same: the archive stays what it is.
    (isLive, isSealed, isInDoubt, filePlace, folded) = (true, false, false, nil, tail)
  }

  /// What stood beside the file: the private map and the seats. A map that is gone is written as it was read.
  private func bringAlong(to new: SessionFile) {
    if FileKind(file.privatePath) == .file {
      _ = SystemFile.copy(file.privatePath, to: new.privatePath)
    } else if let notes, !notes.isEmpty {
      try? new.write(notes)
    }
    _ = SystemFile.copy(file.seatsPath, to: new.seatsPath)
  }

  /// Leaves nothing at the old name that whoever has it next could take for theirs: SQLite would read this log into any
  /// file that stands there.
  private func leaveOldPlace() {
    if filePlace?.ownsLog(of: file) == true {
      for ending in ["-wal", "-shm"] { unlink(file.path + ending) }
    }
    if tailFile.isInPlace { tailFile.remove() }
    tailFile.close()
    disconnect()
    lock?.release()
  }

  /// The acknowledged entries with their commands and clocks: as the connection still reads them, else as the archive
  /// has them.
  private func acknowledged() throws(JournalFault) -> [JournalEntry] {
    let end = try checkedTail()
    // Without a connection, what stands at the path now is somebody else's.
    if connection != nil, let contents = try? JournalContents(self, withOrigins: true),
      contents.tail.count >= end.count, (try? digest(ofEntry: end.count - 1)) == end.digest
    {
      return Array(contents.kept.prefix(end.count))
    }
    guard let rows = archived(0..<end.count) else { throw .takenAway(path: file.path) }
    return rows
  }

  private func digest(ofEntry number: Int) throws(JournalFault) -> Digest? {
    try read { try $0.digest(ofEntry: number) }
  }
}
