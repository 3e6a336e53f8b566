import ArgumentParser
import Glibc
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire

struct Invite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: "Prints what someone must type to join a session, or their line for authorized_keys.",
    discussion: example(
      "parley invite cs-head", "parley invite cs-head --user carla", "parley invite cs-head --code",
      "parley invite cs-head --ssh-key carla.pub >> ~/.ssh/authorized_keys")
      + "\n\nA code is good for one seat, once, and for \(SeatCode.minutes) minutes.")

  @Argument(help: "An id of the plan, or note-taker, screen, facilitator; without, everyone is listed.")
  var who: String?

  @Option(help: ArgumentHelp("The session; without, the live one used last.", valueName: "session"))
  var session: String?

  @Option(
    help: ArgumentHelp(
      "The account of this machine that has this seat from now on: a name or a number.", valueName: "name"))
  var user: String?

  @Flag(help: "Prints a seat code too, for an account that several people use.")
  var code = false

  @Option(
    name: .customLong("ssh-key"),
    help: ArgumentHelp(
      "Prints the line for authorized_keys that lets this public key join, and nothing else.", valueName: "file"))
  var sshKey: String?

  @OptionGroup var place: StoreOption

  func validate() throws {
    if who == nil, user != nil || code || sshKey != nil { throw ValidationError("say who is invited") }
    if user != nil, code || sshKey != nil {
      throw ValidationError("--user gives the seat to an account: leave the rest out")
    }
  }

  func run() throws {
    guard let who else { return try list() }
    let seat = SeatName(who)
    if let sshKey { return try Output.write(try keyLine(seat, sshKey) + "\n") }
    let live = try LiveConnector(session, in: try place.store())
    let invitation = Invitation(live)
    try check(seat, in: live.file)
    if let user { try give(seat, to: user, invitation) }
    try Output.write(invitation.command(for: seat, byCode: code, isMapped: user != nil) + "\n")
    if code { try writeCode(for: seat, live.file) }
  }

  private func list() throws {
    let live = try LiveConnector(session, in: try place.store())
    let plan = try place.session(live.file.path).state.plan
    let invitation = Invitation(live)
    let lines =
      plan.stakeholders.map { person in
        (invitation.command(for: SeatName(.stakeholder, person.id)), plan.name(of: person.id))
      } + [
        (invitation.command(for: SeatName(.noteTaker)), "note-taker"),
        (invitation.command(for: SeatName(.screen)), "screen"),
      ]
    let width = lines.map(\.0.count).max() ?? 0
    for (command, name) in lines {
      try Output.write(command + String(repeating: " ", count: width - command.count) + "  # \(oneLine(name))\n")
    }
  }

  private func check(_ seat: SeatName, in file: SessionFile) throws(Failure) {
    if seat.role == .cockpit {
      throw .usage(command: "invite", problem: "the cockpit is for the session's own account")
    }
    guard let id = seat.who else { return }
    let people = try place.session(file.path).state.plan.stakeholders.map(\.id.text)
    if people.contains(id.text) { return }
    let near = nearName(to: id.text, among: people + ["note-taker", "screen", "facilitator"])
    throw .unknown(
      "\(file.id)", what: "nobody there is called \(id)",
      remedy: near.map { "did you mean \($0)?" } ?? "it may be \(people.joined(separator: ", "))")
  }

  private func give(_ seat: SeatName, to user: String, _ invitation: Invitation) throws(Failure) {
    guard let number = getpwnam(user)?.pointee.pw_uid ?? UInt32(user) else {
      throw .unknown("account \(user)", what: "this machine has none of that name", remedy: "look at `getent passwd`")
    }
    guard number != geteuid() else {
      throw .usage(command: "invite", problem: "\(user) is the session's own account, which may take any seat")
    }
    do throws(SocketFault) {
      try SeatFolder(of: invitation.file).give(seat, toUser: number)
    } catch {
      throw .host(.socket(error))
    }
    if !invitation.isShared {
      let remedy = "stop it, then parley resume \(invitation.file.id) --share GROUP"
      Output.complain("parley: \(invitation.file.id): no other account can reach it yet — \(remedy)")
    }
  }

  private func writeCode(for seat: SeatName, _ file: SessionFile) throws(Failure) {
    let seats = SeatFolder(of: file)
    seats.sweep()
    let code: SeatCode
    do throws(SocketFault) { code = try seats.code(for: seat) } catch { throw .host(.socket(error)) }
    try Output.write("\(code)\n")
    Output.complain("parley: \(file.id): the code is good once, as \(seat), for \(SeatCode.minutes) minutes")
  }

  private func keyLine(_ seat: SeatName, _ path: String) throws(Failure) -> String {
    let file = try live()
    if let file { try check(seat, in: file) }
    guard file != nil || seat.who.map({ StakeholderID.isWellFormed($0.text) }) ?? (seat.role != .cockpit) else {
      throw .usage(command: "invite", problem: "“\(seat)” cannot be an id of a plan")
    }
    guard let text = String(validating: try fileBytes(path, atMost: 1 << 20), as: UTF8.self) else {
      throw .sshKey(path, .none)
    }
    do throws(SSHKey.Fault) {
      return try SSHKey(file: text).line(running: command(for: seat, file?.id))
    } catch {
      throw .sshKey(path, error)
    }
  }

  /// The command that the key runs. It names no session unless one was named, so that the line outlasts this one.
  private func command(for seat: SeatName, _ id: String?) -> String {
    let named = session == nil ? [] : [id].compactMap { $0 }
    let what = code ? ["--code"] : seat.who.map { ["--as", $0.text] } ?? ["--role", seat.role.rawValue]
    return (["parley", "join"] + named + what).joined(separator: " ")
  }

  /// The live session, if there is one: people may make a key's line before it starts.
  private func live() throws(Failure) -> SessionFile? {
    if let session { return try place.find(session) }
    return place.known.lastLive()
  }
}

/// The command for others to join a live session.
struct Invitation {
  let file: SessionFile
  private let socket: String

  init(_ live: LiveConnector) { (file, socket) = (live.file, live.socket) }

  /// Whether a group of this machine can reach it.
  var isShared: Bool {
    var found = stat()
    return stat(socket, &found) == 0 && found.st_mode & 0o060 != 0
  }

  /// - Parameter isMapped: whether the account alone decides the seat.
  func command(for seat: SeatName, byCode: Bool = false, isMapped: Bool = false) -> String {
    let way = isShared || isMapped ? "--socket \(socket)" : file.id
    if isMapped { return "parley join \(way)" }
    if byCode { return "parley join \(way) --code" }
    return "parley join \(way) " + (seat.who.map { "--as \($0)" } ?? "--role \(seat.role.rawValue)")
  }
}
