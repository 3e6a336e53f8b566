import CSQLite
import Glibc

// Turns the reports of SQLite and the kernel into faults of the journal.
extension JournalFault {
  /// The fault behind an error in using the file at `path`.
  init(_ error: any Error, path: String) {
    switch error {
    case let fault as JournalFault: self = fault
    case let error as SQLiteFault: self = JournalFault(error, path: path)
    default: self = .damaged(path: path, entry: nil, what: "\(error)")
    }
  }

  private init(_ error: SQLiteFault, path: String) {
    let why = error.message
    switch error.kind {
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_IOERR: self = isFull(path) ? .diskFull(path: path) : .io(path: path, why: why)
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: self = .notWritable(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path, pid: nil)
    case SQLITE_NOTADB: self = .notASession(path: path)
    case SQLITE_CANTOPEN: self = .notReadable(path: path, why: why)
    case SQLITE_CORRUPT, SQLITE_FORMAT, SQLITE_SCHEMA, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_CONSTRAINT:
      self = .damaged(path: path, entry: nil, what: why)
    default: self = .io(path: path, why: why)
    }
  }
}

// SQLite reports a full disk as an I/O error when a file beside the database could not grow.
private func isFull(_ path: String) -> Bool {
  var disk = statvfs()
  return statvfs(path, &disk) == 0 && disk.f_bavail == 0
}

/// The kernel's words for `errno`, or for the number given.
func systemMessage(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }
