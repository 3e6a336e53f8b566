import Glibc
import ParleyCore

// Theory: events after a session's end cannot be in its journal, which never changes again. They are kept beside the
// sessions, one JSON object a line. Each is appended in one write, and flushed to disk before anything reports it.
// Readers skip a line that a crash cut off, and one of a newer version; neither is ever rewritten.
/// The events after sessions: readings of metrics, answers to recall polls, and owed things that were done.
public struct Ledger: Sendable {
  /// The file's path.
  public let path: String

  public init(_ store: Store) { path = "\(store.directory)/ledger.jsonl" }

  /// The ledger of the folder in which a session lies, whichever store is in use.
  public init(beside file: SessionFile) { self.init(Store(directory: parentDirectory(of: file.path))) }

  /// The content of the ledger; empty when there is none. Throws `notReadable`.
  public func read() throws(JournalFault) -> LedgerContents {
    guard FileKind(path) != .none else { return LedgerContents() }
    guard let data = SystemFile.bytes(path) else {
      throw .notReadable(path: path, why: systemMessage())
    }
    var contents = LedgerContents()
    for line in data.split(separator: 0x0A) {
      if let json = JSON(Array(line)), let entry = LedgerEntry(json: json) { contents.add(entry) }
    }
    return contents
  }

  /// Adds an entry, which is on disk when this returns. Throws `cannotCreate`, `diskFull`, `io`.
  public func append(_ entry: LedgerEntry) throws(JournalFault) {
    try Store(directory: parentDirectory(of: path)).prepare()
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, why: systemMessage()) }
    defer { close(descriptor) }
    let line = Array((beginning(of: descriptor) + entry.json.line + "\n").utf8)
    let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count == line.count, fsync(descriptor) == 0 else {
      throw errno == ENOSPC || count >= 0 && count < line.count
        ? .diskFull(path: path) : .io(path: path, why: systemMessage())
    }
  }

  /// A line break when the last line was cut off, so that the new line does not join it.
  private func beginning(of descriptor: Int32) -> String {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    if size > 0 { _ = pread(descriptor, &last, 1, size - 1) }
    return last == 0x0A ? "" : "\n"
  }
}
