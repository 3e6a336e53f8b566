import ArgumentParser
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyPlan
import ParleyUI
import ParleyWire

struct Join: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Opens a further terminal in a live session: a projector, a seat of one's own, the note-taker's.",
    discussion: example(
      "parley join", "parley join q3 --as cs-head", "parley join q3 --role note-taker",
      "parley join --socket /tmp/parley-1000-g50/q3-1f2e3d4c.sock --code")
      + "\n\nThe code is asked for, and not shown; or it stands in PARLEY_CODE, or on standard input.")

  @Argument(help: "The session; without one, the live one used last.")
  var session: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("Whose seat it is: an id of the plan.", valueName: "who"))
  var who: String?

  @Option(
    help: ArgumentHelp(
      "What it is for: \(ParleyWire.Role.allCases.map(\.rawValue).joined(separator: ", ")); without, a stakeholder's with --as, "
        + "else what this account was invited to, else a screen that only shows.", valueName: "role"))
  var role: ParleyWire.Role?

  @Option(help: ArgumentHelp("The session's socket, where it is another account's.", valueName: "socket"))
  var socket: String?

  @Flag(help: "Joins with a seat code.")
  var code = false

  @Option(help: ArgumentHelp("The token of an invitation, as parley invite printed it.", valueName: "token"))
  var token: String?

  @Flag(
    name: .customLong("any-session"),
    help: "Joins whichever session is live, by an invitation to any; of several, the one used last.")
  var anySession = false

  @OptionGroup var display: DisplayOptions

  @OptionGroup var place: StoreOption

  func validate() throws {
    if session != nil, socket != nil { throw ValidationError("name the session or its socket, not both") }
    if token != nil, code || socket != nil { throw ValidationError("a token needs neither a code nor a socket") }
    if anySession, session != nil || token == nil {
      throw ValidationError("--any-session goes with a token, and without a session")
    }
  }

  func run() throws {
    let settings = try UserSettings.read()
    // A code is asked for at the terminal, so that without one nothing can be looked for.
    if code { try display.requirePossible(settings) }
    let pass = code ? TerminalMessage.Hello.Pass.code(try SeatCodeEntry.read()) : token.map { .token($0) }
    let connector: any JoinConnector =
      if let socket { SocketConnector(socket) } else { try closed() ?? live(pass) }
    try display.requirePossible(settings)
    let hello = TerminalMessage.Hello(
      role: seat.role, as: seat.who, isOpen: role == nil && who == nil, pass: pass)
    let terminal = try display.display(settings, afterwards: "the session goes on: \(again(connector.id))")
    let exitReason = try terminal.join(connector, as: hello)
    switch exitReason {
    case .detached: Output.complain("parley: \(oneLine(connector.id)) goes on; come back with: \(again(connector.id))")
    case .hostLost:
      Output.complain(
        "parley: the host of \(oneLine(connector.id)) is lost; once it is resumed: \(again(connector.id))")
    default:
      if let sentence = exitReason.sentence(session: connector.id) { Output.complain("parley: \(oneLine(sentence))") }
    }
    if exitReason.exitStatus != 0 { throw Failure.ended(exitReason.exitStatus) }
  }

  private var seat: SeatName {
    SeatName(role ?? (who == nil ? .screen : .stakeholder), who.map { StakeholderID($0) })
  }

  /// The session that is over, for somebody who was invited to it: they read its record, and comment, without the
  /// facilitator's program.
  private func closed() throws -> ClosedConnector? {
    guard let session, let token else { return nil }
    let file = try place.find(session)
    guard Holder.current(lockPath: file.lockPath) == nil else { return nil }
    guard try StoreOption.session(file).state.ended != nil else { throw Failure.notLiveNow(file.id) }
    guard SeatFolder(of: file).seat(ofToken: token) != nil else { throw Failure.invitationTakenBack(file.id) }
    return ClosedConnector(file)
  }

  /// The live session that is meant. An invitation is for one session: where the command does not name it, it is the one
  /// that has invited whoever joins.
  private func live(_ pass: TerminalMessage.Hello.Pass?) throws -> LiveConnector {
    let store = try place.store()
    // Whoever is below sshd has the owner's account, but only what the line of their key gives. A cockpit nobody is invited
    // to: that line is the owner's own.
    let isGuest = ForcedCommand.isRunning && role != .cockpit
    if let session {
      let named = try LiveConnector(session, in: store)
      guard pass == nil, isGuest, !SeatFolder(of: named.file).hasInvited(seat) else { return named }
      throw Failure.invitationTakenBack(named.id)
    }
    switch pass {
    case .token where anySession: return try LiveConnector(nil, in: store)
    case .token(let token): return try LiveConnector(invitedIn: store) { $0.seat(ofToken: token) != nil }
    case .code(let text):
      // A wrong code is for the host to hear of; so is somebody who has none, and asks.
      let own = SeatCode(text).flatMap { code in try? LiveConnector(invitedIn: store) { $0.has(code) } }
      return try own ?? LiveConnector(invitedIn: store, \.expectsGuests)
    case .ticket, nil:
      let isNamed = role != nil || who != nil
      if isGuest || isNamed && LiveConnector.several(in: store) {
        return try LiveConnector(invitedIn: store) { $0.hasInvited(seat) }
      }
      return try LiveConnector(nil, in: store)
    }
  }

  /// The command that comes back to this seat.
  private func again(_ id: String) -> String {
    let way = socket.map { ["--socket", shellWord(oneLine($0))] } ?? [shellWord(oneLine(id))]
    let store = place.directory.map { ["--store", shellWord(oneLine($0))] } ?? []
    let seat = (who.map { ["--as", oneLine($0)] } ?? []) + (role.map { ["--role", $0.rawValue] } ?? [])
    let pass = (code ? ["--code"] : []) + (token.map { ["--token", oneLine($0)] } ?? [])
    return (["parley join"] + way + store + seat + pass).joined(separator: " ")
  }
}

extension ParleyWire.Role: ExpressibleByArgument {}
