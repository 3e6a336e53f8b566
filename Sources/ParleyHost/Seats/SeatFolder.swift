import Glibc
import ParleyJournal
import ParleyWire

/// The seats of a session, as files in a folder beside it that only its owner may read.
///
/// Theory: each fact is a file of its own, so that `parley invite` and the host, two processes, need no lock. A new
/// file appears whole. Removing the file of a code uses the code up, and succeeds only once. `user-1001`, `code-DIGEST`
/// and `ticket-DIGEST` name the seat in their first line; codes and tickets appear only as digests. A second and a
/// third line say when the machine made the file, in the machine's own time, which nobody can set.
public final class SeatFolder: SeatStore {
  public private(set) var path: String
  private let session: String

  /// How long a terminal that was let in can come back, in milliseconds.
  private static let ticketMs: Int64 = 24 * 3_600_000
  private static let codeMs = Int64(SeatCode.minutes) * 60_000

  public init(of file: SessionFile) {
    path = file.seatsPath
    // What was given out stays good when the session has to go on in another file.
    session = file.originalID
  }

  public func follow(_ file: SessionFile) { path = file.seatsPath }

  /// Gives an account a seat in place of the one it had. Throws when the seat cannot be kept.
  public func give(_ seat: SeatName, toUser user: UInt32) throws(SocketFault) {
    try keep("user-\(user)", seat)
  }

  /// A code for a seat, good once and for ``SeatCode/minutes``. Throws when it cannot be kept.
  public func code(for seat: SeatName) throws(SocketFault) -> SeatCode {
    guard let code = SeatCode.random() else { throw .failed(call: "getrandom", path: path, errno: errno) }
    try keep(name(of: code), seat)
    return code
  }

  public func seat(ofUser user: UInt32) -> SeatName? { read("user-\(user)")?.seat }

  public func redeem(_ code: SeatCode) -> SeatName? {
    sweep()
    let name = name(of: code)
    guard let kept = read(name), unlink("\(path)/\(name)") == 0, kept.isFresh(SeatFolder.codeMs) else { return nil }
    return kept.seat
  }

  public func seat(ofTicket ticket: String, of user: UInt32) -> SeatName? {
    guard let kept = read(name(of: ticket, user)), kept.isFresh(SeatFolder.ticketMs) else { return nil }
    return kept.seat
  }

  public func ticket(for seat: SeatName, of user: UInt32) -> String? {
    let ticket = CommandID.random().text
    do throws(SocketFault) { try keep(name(of: ticket, user), seat) } catch { return nil }
    return ticket
  }

  public func forget(ticket: String, of user: UInt32) { unlink("\(path)/\(name(of: ticket, user))") }

  /// Removes codes and tickets that have expired.
  public func sweep() {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let item = readdir(folder) {
      let name = withUnsafeBytes(of: item.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let limit = name.hasPrefix("code-") ? SeatFolder.codeMs : name.hasPrefix("ticket-") ? SeatFolder.ticketMs : nil
      if let limit, let kept = read(name), !kept.isFresh(limit) { unlink("\(path)/\(name)") }
    }
  }

  // The session's name is part of the digest, so that the same words mean nothing in another session.
  private func name(of code: SeatCode) -> String { "code-" + Fingerprint.of("\(session)\n\(code.letters)") }
  private func name(of ticket: String, _ user: UInt32) -> String {
    "ticket-" + Fingerprint.of("\(session)\n\(user)\n\(ticket)")
  }

  private struct SeatFile {
    let seat: SeatName
    let bootID: String
    let bootMs: Int64

    func isFresh(_ limit: Int64) -> Bool {
      let now = ClockReading.now()
      return bootID == now.bootID && (bootMs...bootMs + limit).contains(now.bootMs)
    }
  }

  private func keep(_ name: String, _ seat: SeatName) throws(SocketFault) {
    try SocketPlace(directory: path).prepare()
    let now = ClockReading.now()
    let text = "\(seat.text)\n\(now.bootID)\n\(now.bootMs)\n"
    guard PrivateFile.replace("\(path)/\(name)", with: Array(text.utf8)) else {
      throw .failed(call: "write", path: path, errno: errno)
    }
  }

  private func read(_ name: String) -> SeatFile? {
    guard let bytes = PrivateFile.read("\(path)/\(name)") else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, !lines[0].isEmpty, let bootMs = Int64(lines[2]), bootMs >= 0, bootMs < 1 << 60 else {
      return nil
    }
    return SeatFile(seat: SeatName(String(lines[0])), bootID: String(lines[1]), bootMs: bootMs)
  }
}
