import Foundation
import GRDB
import ParleyCore

extension JournalEntry {
  /// Writes the entry as the row after `tail`, and returns the new end.
  func insert(after tail: Tail, _ db: Database) throws -> Tail {
    var payload: [UInt8] = []
    entry.json.write(to: &payload)
    let newBoot = clock.bootID == tail.clock?.bootID ? nil : clock.bootID
    let digest = digest(payload, newBoot, after: tail.digest)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO entry (number, command, boot, boottime, wall, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      entry.number, commandID, newBoot, clock.bootMs, clock.wallMs, Data(payload), digest.data,
    ])
    return Tail(count: tail.count + 1, digest: digest, clock: clock, at: entry.at)
  }

  private func digest(_ payload: [UInt8], _ newBoot: String?, after previous: Digest) -> Digest {
    let (command, boot) = (Array(commandID.utf8), Array((newBoot ?? "").utf8))
    var chain = Chain()
    return command.withUnsafeBytes { command in
      boot.withUnsafeBytes { boot in
        payload.withUnsafeBytes { payload in
          chain.digest(
            after: previous, number: entry.number, commandID: command, bootID: boot, bootMs: clock.bootMs,
            wallMs: clock.wallMs, payload: payload)
        }
      }
    }
  }
}
