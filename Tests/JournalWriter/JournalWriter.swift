import Foundation
import ParleyCore
import ParleyJournal

/// A process of its own that writes a journal, for tests that kill it, starve it of disk, or take its rights away. It
/// also writes and times long journals.
///
///     journal-writer append STORE ID [COUNT] [--file-limit BYTES] [--user UID] [--unclosed 1]
///     journal-writer fold STORE ID [COUNT] [--unclosed 1] [--tells-folds 1]
///     journal-writer hold STORE ID
///     journal-writer bench STORE ID COUNT
///     journal-writer time PATH
@main
enum JournalWriter {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var words = Array(Swift.CommandLine.arguments.dropFirst())
    limitFiles(option("--file-limit", &words))
    becomeUser(option("--user", &words))
    let isClosed = option("--unclosed", &words) == nil
    let tellsFolds = option("--tells-folds", &words) != nil
    do {
      try run(words, isClosed, tellsFolds)
    } catch let fault as JournalFault {
      say("fault \(fault)")
      exit(fault.kind.rawValue)
    } catch {
      say("usage: \(error)")
      exit(64)
    }
  }

  private static func run(_ words: [String], _ isClosed: Bool, _ tellsFolds: Bool) throws {
    switch (words.first, words.count) {
    case ("append", 3), ("append", 4), ("fold", 3), ("fold", 4):
      try append(
        store: words[1], id: words[2], count: words.count == 4 ? Int(words[3]) ?? 0 : .max, folds: words[0] == "fold",
        tellsFolds: tellsFolds, isClosed: isClosed)
    case ("hold", 3): try hold(store: words[1], id: words[2])
    case ("bench", 4): try append(store: words[1], id: words[2], count: Int(words[3]) ?? 0, quiet: true)
    case ("time", 2): try time(words[1])
    default: throw Misuse()
    }
  }

  private struct Misuse: Error {}

  private static func hold(store: String, id: String) throws {
    let journal = try Journal.open(Store(directory: store).file(id), access: .holder)
    _ = journal.lock?.announce(socket: "/somewhere/\(id)")
    say("holding")
    _ = readLine()
    journal.close()
  }

  /// Says each number once its entry is on disk.
  private static func append(
    store: String, id: String, count: Int, quiet: Bool = false, folds: Bool = false, tellsFolds: Bool = false,
    isClosed: Bool = true
  ) throws {
    let store = Store(directory: store)
    let journal = try opened(store, id)
    var number = try journal.entries().count
    let end = number.addingReportingOverflow(count)
    while end.overflow || number < end.partialValue {
      let entry = SampleSession.entry(number)
      try journal.append(entry, commandID: "c\(number)", clock: .now())
      if !quiet { say("\(number)") }
      number += 1
      if folds, number % 2 == 0, journal.checkpoint(), tellsFolds { say("folded") }
      if folds, number % 3 == 0 { try journal.seal() }
    }
    // As after a kill, and yet when all that it did is done.
    if !isClosed { _exit(0) }
    journal.close()
  }

  private static func opened(_ store: Store, _ id: String) throws -> Journal {
    if access(store.file(id).path, F_OK) == 0 { return try Journal.open(store.file(id), access: .holder) }
    return try Journal.create(
      in: store, id: id, opening: SampleSession.opening(id), commandID: "c0", clock: .now())
  }

  private static func time(_ path: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let journal = try Journal.open(path: path, access: .reading)
    let opened = clock.now
    let entries = try journal.entries()
    let read = clock.now
    guard let session = Session(entries: entries) else { throw Misuse() }
    let end = clock.now
    say("\(session.entries.count) entries: open \(opened - start), read \(read - opened), fold \(end - read)")
    say("total \(end - start)")
  }
}

/// One write a line, so that a reader sees it even if the process dies next.
private func say(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  if write(STDOUT_FILENO, bytes, bytes.count) < 0 { exit(0) }
}

private func option(_ name: String, _ words: inout [String]) -> UInt64? {
  guard let index = words.firstIndex(of: name), index + 1 < words.count else { return nil }
  defer { words.removeSubrange(index...index + 1) }
  return UInt64(words[index + 1])
}

private func limitFiles(_ bytes: UInt64?) {
  guard let bytes else { return }
  var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
  setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

private func becomeUser(_ id: UInt64?) {
  guard let id else { return }
  guard setgid(gid_t(id)) == 0, setuid(uid_t(id)) == 0 else { exit(69) }
}
