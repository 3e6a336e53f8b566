import Glibc
import ParleyJournal
import ParleyWire

/// The seats of a session, as files in a folder beside it that only its owner may read.
///
/// Theory: each fact is a file of its own, so that `parley invite` and the host, two processes, need no lock. A new
/// file appears whole. Removing the file of a code uses the code up, and succeeds only once. `user-1001`, `code-DIGEST`,
/// `token-SEAT` and `ticket-DIGEST` name the seat in their first line, and so does `withdrawn-SEAT`, which keeps that what
/// led to it was taken back. Codes and tickets appear only as digests; a token
/// is in its file, so that a seat's line is the same whenever it is asked for: it opens nothing to whoever cannot read
/// the journal as well. A second and a third line say when the machine made the file, in the machine's own time, which
/// nobody can set.
public final class SeatFolder: SeatStore {
  public private(set) var path: String
  private let session: String
  /// The folder of what leads to any session of the store; nil for that folder itself.
  private let anySession: SeatFolder?

  /// How long a terminal that was let in can come back, in milliseconds.
  private static let ticketMs: Int64 = 24 * 3_600_000
  private static let codeMs = Int64(SeatCode.minutes) * 60_000

  public init(of file: SessionFile) {
    path = file.seatsPath
    // What was given out stays good when the session has to go on in another file.
    session = file.originalID
    anySession = SeatFolder(ofStore: file.store)
  }

  /// What leads to any session of a store.
  public init(ofStore store: Store) {
    path = store.directory + "/any-session.seats"
    session = ""
    anySession = nil
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

  /// The token of the invitation to a seat: a new one, or the one that it has. Throws when it cannot be kept.
  public func token(for seat: SeatName) throws(SocketFault) -> String {
    let name = "token-\(seat.text)"
    if let token = read(name)?.token { return token }
    unlink("\(path)/withdrawn-\(seat.text)")
    guard let code = SeatCode.random() else { throw .failed(call: "getrandom", path: path, errno: errno) }
    try keep(name, seat, token: code.letters)
    return code.letters
  }

  public func seat(ofUser user: UInt32) -> SeatName? { read("user-\(user)")?.seat }

  public func seat(ofToken token: String) -> SeatName? {
    files(of: "token-").lazy.compactMap { self.read($0) }.first { $0.token == token }?.seat
      ?? anySession?.seat(ofToken: token)
  }

  /// Whether somebody is invited to a seat of this very session.
  public func hasInvited(_ seat: SeatName) -> Bool {
    invitations().contains { $0.seat == seat && !$0.isForAnySession }
  }

  public func invitations() -> [Invitation] {
    let accounts = files(of: "user-").compactMap { name in
      read(name).flatMap { kept in UInt32(name.dropFirst(5)).map { Invitation(seat: kept.seat, way: .account($0)) } }
    }
    let tokens = files(of: "token-").compactMap { name in
      read(name).flatMap { kept in
        kept.token.map { Invitation(seat: kept.seat, way: .token($0, isForAnySession: anySession == nil)) }
      }
    }
    let codes = files(of: "code-").compactMap { name in
      read(name).flatMap { $0.isFresh(SeatFolder.codeMs) ? Invitation(seat: $0.seat, way: .code) : nil }
    }
    return accounts + tokens + codes + (anySession?.invitations() ?? [])
  }

  public var expectsGuests: Bool { ["user-", "token-", "code-", "ticket-"].contains { !files(of: $0).isEmpty } }

  public func withdraw(_ seat: SeatName) -> Int {
    let count = invitations().count { $0.seat == seat }
    for kind in ["user-", "token-", "code-", "ticket-"] {
      for name in files(of: kind) where read(name)?.seat == seat { unlink("\(path)/\(name)") }
    }
    _ = anySession?.withdraw(seat)
    // Whoever lists invitations later must not give it out again by that. Where this fails, it is listed as before.
    if count > 0 { try? keep("withdrawn-\(seat.text)", seat) }
    return count
  }

  /// Whether what led to a seat was taken back, and nothing was given out for it since.
  public func isWithdrawn(_ seat: SeatName) -> Bool {
    read("withdrawn-\(seat.text)") != nil && !hasInvited(seat)
  }

  /// Whether a code would give a seat. It stays good.
  public func has(_ code: SeatCode) -> Bool { read(name(of: code))?.isFresh(SeatFolder.codeMs) ?? false }

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
    for (kind, limit) in [("code-", SeatFolder.codeMs), ("ticket-", SeatFolder.ticketMs)] {
      for name in files(of: kind) where read(name)?.isFresh(limit) == false { unlink("\(path)/\(name)") }
    }
  }

  /// Where the session's host listens when nothing else is said: where the last one did, so that whoever could join
  /// still can. A group that is gone, or that the owner has left, is not one that it can be shared with.
  public var place: SocketPlace {
    let group = PrivateFile.read("\(path)/\(SeatFolder.shared)").flatMap { UInt32(String(decoding: $0, as: UTF8.self)) }
    guard let group, geteuid() == 0 || SeatFolder.ownGroups.contains(group) else { return .current }
    return .current(sharedWith: group)
  }

  /// Keeps with which group the session is shared, for the host after this one. Where that fails, it is not shared then.
  public func keep(_ place: SocketPlace) {
    let file = "\(path)/\(SeatFolder.shared)"
    guard let group = place.group else {
      unlink(file)
      return
    }
    guard (try? SocketPlace(directory: path).prepare()) != nil else { return }
    _ = PrivateFile.replace(file, with: Array(String(group).utf8))
  }

  private static let shared = "shared-with"

  private static var ownGroups: [UInt32] {
    let count = getgroups(0, nil)
    var groups = [gid_t](repeating: 0, count: max(0, Int(count)))
    let found = getgroups(count, &groups)
    return [getegid()] + groups.prefix(max(0, Int(found)))
  }

  /// The names of the files of one kind, in their order.
  private func files(of kind: String) -> [String] {
    (SystemFile.names(in: path) ?? []).filter { $0.hasPrefix(kind) && !$0.hasSuffix(".new") }.sorted()
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
    /// Of an invitation.
    let token: String?

    func isFresh(_ limit: Int64) -> Bool {
      let now = ClockReading.now()
      return bootID == now.bootID && (bootMs...bootMs + limit).contains(now.bootMs)
    }
  }

  private func keep(_ name: String, _ seat: SeatName, token: String? = nil) throws(SocketFault) {
    try SocketPlace(directory: path).prepare()
    let now = ClockReading.now()
    let text = "\(seat.text)\n\(now.bootID)\n\(now.bootMs)\n" + (token.map { "\($0)\n" } ?? "")
    guard PrivateFile.replace("\(path)/\(name)", with: Array(text.utf8)) else {
      throw .failed(call: "write", path: path, errno: errno)
    }
  }

  private func read(_ name: String) -> SeatFile? {
    guard let bytes = PrivateFile.read("\(path)/\(name)") else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard 4...5 ~= lines.count, !lines[0].isEmpty, let bootMs = Int64(lines[2]), bootMs >= 0, bootMs < 1 << 60 else {
      return nil
    }
    return SeatFile(
      seat: SeatName(String(lines[0])), bootID: String(lines[1]), bootMs: bootMs,
      token: lines.count == 5 ? String(lines[3]) : nil)
  }
}
