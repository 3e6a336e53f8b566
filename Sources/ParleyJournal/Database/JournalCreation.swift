import Glibc

// Theory: a new session is made under a name that nobody looks at, without a sync at every step. It gets its own name
// once it is whole and on disk. So, whatever happens, it exists with its opening or not at all, and the first screen
// waits for two syncs instead of a dozen.
extension JournalDatabase {
  /// Makes the file of a session, readable by its owner alone, with these entries in it, and returns its end. The caller
  /// must hold the holder's lock.
  static func create(_ file: SessionFile, with entries: [JournalEntry]) throws(JournalFault) -> Tail {
    guard FileKind(file.path) == .none else { throw .exists(path: file.path) }
    let draft = "\(file.directory)/.\(file.id).new"
    unlink(draft)
    defer { unlink(draft) }
    // SQLite gives its files beside the database the mode that this one has.
    let descriptor = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: file.path, why: systemMessage()) }
    defer { close(descriptor) }
    do {
      let tail = try write(entries, to: draft)
      // It is live from its birth, so what belongs beside it is there first.
      let isMarked = TailFile(file.tailPath).write(tail.end)
      guard isMarked, fsync(descriptor) == 0, rename(draft, file.path) == 0 else {
        throw errno == ENOSPC ? JournalFault.diskFull(path: file.path) : .io(path: file.path, why: systemMessage())
      }
      syncDirectory(file.directory)
      return tail
    } catch {
      unlink(file.tailPath)
      throw JournalFault(error, path: file.path)
    }
  }

  private static func write(_ entries: [JournalEntry], to draft: String) throws -> Tail {
    let connection = try SQLiteConnection(draft, .writing)
    defer { connection.close() }
    try connection.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF")
    return try connection.writing {
      try JournalSchema.migrate(connection)
      let tail = try entries.reduce(Tail()) { tail, entry in try entry.insert(after: tail, connection) }
      try EndMark(isLive: true, tail.end).write(connection)
      return tail
    }
  }
}
