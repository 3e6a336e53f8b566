import ArgumentParser
import ParleyCore
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

  @Option(help: ArgumentHelp("The session's socket, where it is another account's.", valueName: "path"))
  var socket: String?

  @Flag(help: "Joins with a seat code.")
  var code = false

  @OptionGroup var display: DisplayOptions

  @OptionGroup var place: StoreOption

  func validate() throws {
    if session != nil, socket != nil { throw ValidationError("name the session or its socket, not both") }
  }

  func run() throws {
    let settings = try UserSettings.read()
    guard display.isPossible(settings) else { throw Failure.terminal(.notATerminal) }
    let connector: any JoinConnector =
      if let socket { SocketConnector(socket) } else { try LiveConnector(session, in: try place.store()) }
    let hello = TerminalMessage.Hello(
      role: role ?? (who == nil ? .screen : .stakeholder), as: who.map { StakeholderID($0) },
      isOpen: role == nil && who == nil, pass: code ? .code(try SeatCodeEntry.read()) : nil)
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

  /// The command that comes back to this seat.
  private func again(_ id: String) -> String {
    let way = socket.map { ["--socket", oneLine($0)] } ?? [oneLine(id)]
    let seat = (who.map { ["--as", oneLine($0)] } ?? []) + (role.map { ["--role", $0.rawValue] } ?? [])
    return (["parley join"] + way + seat + (code ? ["--code"] : [])).joined(separator: " ")
  }
}

extension ParleyWire.Role: ExpressibleByArgument {}
