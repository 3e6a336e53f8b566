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
      "The account of this machine that has this seat from now on: a name or a number.", valueName: "account"))
  var user: String?

  @Flag(help: "Prints a seat code too, for an account that several people use.")
  var code = false

  @Option(
    name: .customLong("ssh-key"),
    help: ArgumentHelp(
      "Prints the line for authorized_keys that lets this public key join, and nothing else.", valueName: "key"))
  var sshKey: String?

  @Flag(
    name: .customLong("any-session"),
    help: "Invites to any session of this store, also to those that do not exist yet.")
  var anySession = false

  @OptionGroup var place: StoreOption

  func validate() throws {
    if who == nil, user != nil || code || sshKey != nil || anySession { throw ValidationError("say who is invited") }
    if user != nil, code || sshKey != nil {
      throw ValidationError("--user gives the seat to an account: leave the rest out")
    }
    if anySession, session != nil || user != nil || code {
      throw ValidationError("--any-session goes with a line or a key alone: leave the rest out")
    }
  }

  func run() throws {
    guard let who else { return try list() }
    let seat = SeatName(who)
    if anySession { return try inviteAnywhere(seat) }
    if let sshKey { return try Output.write(try keyLine(seat, sshKey) + "\n") }
    let live = try LiveConnector(session, in: try place.store())
    let line = JoinLine(live)
    try check(seat, in: live.file)
    if let user { try give(seat, to: user, line) }
    try Output.write(try line.command(for: seat, code ? .code : user == nil ? .seat : .account) + "\n")
    if code { try writeCode(for: seat, live.file) }
  }

  private func list() throws {
    let live = try LiveConnector(session, in: try place.store())
    let plan = try place.session(live.file.path).state.plan
    let line = JoinLine(live)
    let seats =
      plan.stakeholders.map { (SeatName(.stakeholder, $0.id), plan.name(of: $0.id)) }
      + [(SeatName(.noteTaker), "note-taker"), (SeatName(.screen), "screen")]
    let folder = SeatFolder(of: live.file)
    let lines = try seats.map { seat, name in
      if folder.isWithdrawn(seat) { return ("parley invite \(seat)", "\(name): taken back; this invites again") }
      return (try line.command(for: seat, .seat), name)
    }
    let width = lines.map(\.0.count).max() ?? 0
    for (command, name) in lines {
      try Output.write(command + String(repeating: " ", count: width - command.count) + "  # \(oneLine(name))\n")
    }
  }

  /// Makes the way into whatever session of the store is live then.
  private func inviteAnywhere(_ seat: SeatName) throws {
    guard seat.role != .cockpit, seat.who.map({ StakeholderID.isWellFormed($0.text) }) ?? true else {
      throw Failure.usage(command: "invite", problem: "“\(seat)” cannot be an id of a plan")
    }
    let command = try JoinLine.intoAnySession(of: try place.store(), seat)
    try Output.write((try sshKey.map { try key($0, running: command) } ?? command) + "\n")
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

  private func give(_ seat: SeatName, to user: String, _ line: JoinLine) throws(Failure) {
    guard let number = getpwnam(user)?.pointee.pw_uid ?? UInt32(user) else {
      throw .unknown("account \(user)", what: "this machine has none of that name", remedy: "look at `getent passwd`")
    }
    guard number != geteuid() else {
      throw .usage(command: "invite", problem: "\(user) is the session's own account, which may take any seat")
    }
    do throws(SocketFault) {
      try SeatFolder(of: line.file).give(seat, toUser: number)
    } catch {
      throw .host(.socket(error))
    }
    if let doubt = line.doubt(about: number, called: user) {
      Output.complain("parley: \(line.file.id): \(oneLine(doubt))")
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
    guard let file = try session.map({ name throws(Failure) in try place.find(name) }) ?? place.known.lastLive() else {
      throw .unknown(
        "invite", what: "an invitation is for one session, and none is live",
        remedy: "name a session with --session, or say --any-session")
    }
    try check(seat, in: file)
    return try key(path, running: try JoinLine(file).command(for: seat, code ? .code : .token))
  }

  /// The line for `authorized_keys`.
  private func key(_ path: String, running command: String) throws(Failure) -> String {
    guard let text = String(validating: try fileBytes(path, atMost: 1 << 20), as: UTF8.self) else {
      throw .sshKey(path, .none)
    }
    do throws(SSHKey.Fault) {
      return try SSHKey(file: text).line(running: command)
    } catch {
      throw .sshKey(path, error)
    }
  }
}
