import Glibc
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyPlan
import ParleyWire

/// The command with which others join a session. It names the session and its store, and leads nowhere else.
struct JoinLine {
  let file: SessionFile
  /// Where the session listens, when it is live.
  private let socket: String?

  init(_ live: LiveConnector) { (file, socket) = (live.file, live.socket) }

  /// A session that need not be live.
  init(_ file: SessionFile) { (self.file, socket) = (file, nil) }

  /// What lets somebody in who gives the command.
  enum Way {
    /// The account that has the seat.
    case account
    /// A code, which is asked for.
    case code
    /// A token in the command.
    case token
    /// Whatever tells a guest of this session from its owner: their account where others can reach it, else a token.
    case seat
  }

  /// Throws when a token cannot be kept.
  func command(for seat: SeatName, _ way: Way) throws(Failure) -> String {
    switch way {
    case .account: return "parley join \(reached(byOthers: true))"
    case .code: return "parley join \(reached(byOthers: isShared)) --code"
    case .seat where isShared: return "parley join \(reached(byOthers: true)) \(JoinLine.option(seat))"
    case .seat, .token:
      let token = try JoinLine.token(for: seat, SeatFolder(of: file))
      return "parley join \(reached(byOthers: false)) \(JoinLine.option(seat)) --token \(token)"
    }
  }

  /// The command that joins whichever session of the store is live.
  static func intoAnySession(of store: Store, _ seat: SeatName) throws(Failure) -> String {
    let token = try token(for: seat, SeatFolder(ofStore: store))
    return "parley join --any-session --store \(shellWord(store.directory)) \(option(seat)) --token \(token)"
  }

  /// Why an account that was given a seat may not get in; nil where nothing is known against it.
  func doubt(about user: UInt32, called name: String) -> String? {
    guard isShared, let group else {
      return "no other account can reach it yet — stop it, then parley resume \(file.id) --share GROUP"
    }
    if user == 0 { return "root reads every file of this machine, the private ones too — invite an account of theirs" }
    guard let account = getpwuid(user)?.pointee else {
      return "no account of this machine has the number \(user) — look at `getent passwd`"
    }
    var (groups, count) = ([gid_t](repeating: 0, count: 256), Int32(256))
    guard getgrouplist(account.pw_name, account.pw_gid, &groups, &count) >= 0,
      !groups.prefix(Int(count)).contains(group)
    else { return nil }
    let shared = getgrgid(group).map { String(cString: $0.pointee.gr_name) } ?? String(group)
    return
      "\(name) is not in the group \(shared), which it is shared with — usermod -aG \(shared) \(name), then a new login"
  }

  /// Whether a group of this machine can reach it.
  private var isShared: Bool { group != nil }

  private var group: UInt32? {
    var found = stat()
    guard let socket, stat(socket, &found) == 0, found.st_mode & 0o060 != 0 else { return nil }
    return found.st_gid
  }

  /// The socket's name is made of the session's and its store's.
  private func reached(byOthers: Bool) -> String {
    if byOthers, let socket { return "--socket \(shellWord(socket))" }
    return "\(shellWord(file.id)) --store \(shellWord(file.store.directory))"
  }

  private static func option(_ seat: SeatName) -> String {
    seat.who.map { "--as \($0)" } ?? "--role \(seat.role.rawValue)"
  }

  private static func token(for seat: SeatName, _ seats: SeatFolder) throws(Failure) -> String {
    do throws(SocketFault) { return try seats.token(for: seat) } catch { throw .host(.socket(error)) }
  }
}
