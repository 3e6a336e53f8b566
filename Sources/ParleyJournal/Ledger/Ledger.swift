import Foundation
import ParleyCore

// Theory: what happens after a session is final cannot be in its journal, which never changes again. It is kept beside
// the sessions, one JSON object a line, each appended in one write and flushed to disk before anything says that it is
// there. A line that a crash cut off is passed over; so is one of a newer version, and neither is ever rewritten.
/// What has happened since: readings of metrics, answers to recall polls, what was done of what was owed.
public struct Ledger: Sendable {
  /// The file's path.
  public let path: String

  public init(_ store: Store) { path = "\(store.directory)/ledger.jsonl" }

  /// What the ledger holds; empty when there is none. Throws `notReadable`.
  public func read() throws(JournalFault) -> LedgerContents {
    guard FileKind(path) != .none else { return LedgerContents() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .notReadable(path: path, why: systemMessage())
    }
    var contents = LedgerContents()
    for line in data.split(separator: 0x0A) {
      if let json = JSON(Array(line)), let entry = LedgerEntry(json: json) { contents.add(entry) }
    }
    return contents
  }

  /// Adds an entry, on disk when this returns. Throws `cannotCreate`, `diskFull`, `io`.
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

  /// A line break when the last line was cut off, so that it takes no other with it.
  private func beginning(of descriptor: Int32) -> String {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    if size > 0 { _ = pread(descriptor, &last, 1, size - 1) }
    return last == 0x0A ? "" : "\n"
  }
}
