import Glibc

// Theory: SQLite goes on writing to a file that has been moved, removed or replaced, and to a log whose name is gone, and
// no error comes. So the holder remembers which files it opened, and looks whether they are still at their names before
// it acknowledges anything. Only the holder writes to the file, and only when it folds the log into it. So a file of
// another size or date has been written by somebody else.
/// The files of a session as its holder left them last.
struct FilePlace: Hashable {
  private var file: FileStamp
  /// Nil while there is no log.
  private var log: FileStamp?

  /// As they are now; nil when there is no file at the path.
  init?(_ session: SessionFile) {
    guard let file = FileStamp(session.path) else { return nil }
    self.file = file
    log = FileStamp(session.path + "-wal")
  }

  /// What has become of the files.
  enum Standing {
    case inPlace
    /// Another file stands at the path, or none.
    case gone
    /// It is the same file, and somebody else wrote to it.
    case written
    /// The file is there, and its log is not.
    case withoutLog
  }

  /// Compares them with what is there now.
  func standing(_ session: SessionFile) -> Standing {
    guard let now = FileStamp(session.path), now.isSame(as: file) else { return .gone }
    guard now == file else { return .written }
    guard let log else { return .inPlace }
    return FileStamp(session.path + "-wal")?.isSame(as: log) == true ? .inPlace : .withoutLog
  }

  /// Whether the log at its name is the one that belongs to the file.
  func ownsLog(of session: SessionFile) -> Bool {
    guard let log else { return false }
    return FileStamp(session.path + "-wal")?.isSame(as: log) == true
  }
}

/// A file, and how it was written to last.
private struct FileStamp: Hashable {
  var device: dev_t
  var number: ino_t
  var size: off_t
  var seconds: Int
  var nanoseconds: Int

  init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    (device, number, size) = (found.st_dev, found.st_ino, found.st_size)
    (seconds, nanoseconds) = (found.st_mtim.tv_sec, found.st_mtim.tv_nsec)
  }

  func isSame(as other: FileStamp) -> Bool { device == other.device && number == other.number }
}
