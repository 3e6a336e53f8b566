import Foundation
import GRDB
import ParleyCore

/// The rows of a journal: how an entry is put down, and read back with its place in the chain.
struct JournalRows {
  let path: String
  private var chain = Chain()

  init(path: String) { self.path = path }

  /// Where the journal ends.
  struct Tail: Hashable {
    var count = 0
    var digest = Digest.none
    var clock: ClockReading?
    var at: Instant?
  }

  static let columns = "SELECT number, command, boot, boottime, wall, payload, hash FROM entry"

  /// Writes the entry after `tail`, and gives the new end.
  mutating func insert(_ kept: Kept, after tail: Tail, _ db: Database) throws -> Tail {
    var payload: [UInt8] = []
    kept.entry.json.write(to: &payload)
    let digest = digest(kept, payload, after: tail.digest)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO entry (number, command, boot, boottime, wall, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      kept.entry.number, kept.commandID, kept.clock.bootID, kept.clock.bootMs, kept.clock.wallMs, Data(payload),
      digest.data,
    ])
    return Tail(count: tail.count + 1, digest: digest, clock: kept.clock, at: kept.entry.at)
  }

  private mutating func digest(_ kept: Kept, _ payload: [UInt8], after previous: Digest) -> Digest {
    var (command, boot) = (kept.commandID, kept.clock.bootID)
    return command.withUTF8 { command in
      boot.withUTF8 { boot in
        payload.withUnsafeBytes { payload in
          chain.digest(
            after: previous, number: kept.entry.number, commandID: UnsafeRawBufferPointer(command),
            bootID: UnsafeRawBufferPointer(boot), bootMs: kept.clock.bootMs, wallMs: kept.clock.wallMs,
            payload: payload)
        }
      }
    }
  }

  /// Reads one row that must be the one after `tail`, checks it, and moves the end on.
  mutating func next(_ row: Row, after tail: inout Tail) throws -> Kept {
    let number = tail.count
    do {
      guard try row.decode(Int.self, atIndex: 0) == number else {
        throw JournalFault.damaged(path: path, entry: number, what: "it is missing")
      }
      let clock = ClockReading(
        bootID: try row.decode(String.self, atIndex: 2), bootMs: try row.decode(Int64.self, atIndex: 3),
        wallMs: try row.decode(Int64.self, atIndex: 4))
      let command = try row.decode(String.self, atIndex: 1)
      let payload = try row.decode(Data.self, atIndex: 5)
      let digest = try check(row, number, command, clock, payload, after: tail.digest)
      let entry = try entry(number, payload)
      tail = Tail(count: number + 1, digest: digest, clock: clock, at: entry.at)
      return Kept(entry: entry, commandID: command, clock: clock)
    } catch let error as RowDecodingError {
      throw JournalFault.damaged(path: path, entry: number, what: "a value of the wrong kind: \(error)")
    }
  }

  private mutating func check(
    _ row: Row, _ number: Int, _ command: String, _ clock: ClockReading, _ payload: Data, after previous: Digest
  ) throws -> Digest {
    var (command, boot) = (command, clock.bootID)
    let digest = command.withUTF8 { command in
      boot.withUTF8 { boot in
        payload.withUnsafeBytes { payload in
          chain.digest(
            after: previous, number: number, commandID: UnsafeRawBufferPointer(command),
            bootID: UnsafeRawBufferPointer(boot), bootMs: clock.bootMs, wallMs: clock.wallMs, payload: payload)
        }
      }
    }
    guard try row.decode(Data.self, atIndex: 6).withUnsafeBytes({ Digest($0) }) == digest else {
      throw JournalFault.damaged(path: path, entry: number, what: "it is not what was written")
    }
    return digest
  }

  private func entry(_ number: Int, _ payload: Data) throws -> Entry {
    do {
      guard let json = payload.withUnsafeBytes({ JSON($0) }) else {
        throw JournalFault.damaged(path: path, entry: number, what: "it is not JSON")
      }
      let entry = try Entry(json: json)
      guard entry.number == number else {
        throw JournalFault.damaged(path: path, entry: number, what: "it says it is entry \(entry.number)")
      }
      return entry
    } catch let fault as CodingFault {
      throw JournalFault.damaged(path: path, entry: number, what: "\(fault.member) cannot be read")
    }
  }
}
