import ArgumentParser
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyScreens
import ParleyWire

struct Seats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seats",
    abstract:
      "Lists who is connected to a session and who is invited; parts from someone, or takes an invitation back.",
    discussion: example(
      "parley seats", "parley seats q3 --json", "parley seats q3 --part cs-head", "parley seats q3 --withdraw cs-head"))

  @Argument(help: "The session; without one, the live one used last.")
  var session: String?

  @Option(
    help: ArgumentHelp(
      "Disconnects the terminals at a seat; whoever is invited may come back. Of several who lead or take notes, the one with that number: --part \"facilitator 2\".",
      valueName: "who"))
  var part: String?

  @Option(
    help: ArgumentHelp(
      "Takes back what was given out for a seat, by key, account, code or line, and disconnects its terminals.",
      valueName: "who"))
  var withdraw: String?

  @Flag(help: "Print it as JSON.")
  var json = false

  @OptionGroup var place: StoreOption

  func validate() throws {
    if part != nil, withdraw != nil {
      throw ValidationError("--withdraw parts from the seat as well: leave --part out")
    }
    if json, part != nil || withdraw != nil { throw ValidationError("--json lists the seats: leave the rest out") }
  }

  func run() throws {
    if let part {
      let (seat, number) = TerminalName.reading(part)
      return try tell(.part(seat, number: number), seat, number, try live())
    }
    let file = try session.map { try place.find($0) } ?? live().file
    if let withdraw { return try takeBack(SeatName(withdraw), file) }
    let seats = SeatList(file, named: try place.session(file.path).state.plan)
    try json ? Output.write(json: seats.json.pretty + "\n") : Output.write(seats.text)
  }

  private func live() throws -> LiveConnector { try LiveConnector(session, in: try place.store()) }

  /// The host of a live session does it; without one, what was given out is taken from the disk.
  private func takeBack(_ seat: SeatName, _ file: SessionFile) throws {
    if Holder.current(lockPath: file.lockPath)?.socket != nil {
      return try tell(.withdraw(seat), seat, nil, try LiveConnector(file.path, in: try place.store()))
    }
    try say(seat, nil, terminals: 0, invitations: SeatFolder(of: file).withdraw(seat), file)
  }

  private func tell(_ message: TerminalMessage, _ seat: SeatName, _ number: Int?, _ live: LiveConnector) throws {
    let answer = try live.ask(message) { answer in
      if case .parted(seat, number, let terminals, let invitations) = answer { (terminals, invitations) } else { nil }
    }
    try say(seat, number, terminals: answer.0, invitations: answer.1, live.file)
  }

  private func say(
    _ seat: SeatName, _ number: Int?, terminals: Int, invitations: Int, _ file: SessionFile
  ) throws {
    let id = file.id
    let there = PresenceFile.present(in: file).filter { $0.seat == seat }.map(\.number).sorted()
    if terminals == 0, invitations == 0, withdraw == nil, !there.isEmpty {
      let known = there.map { "--part \"\(seat) \($0)\"" }.joined(separator: " or ")
      throw Failure.unknown(
        id, what: number.map { "nobody is connected as \(seat) \($0)" } ?? "several may be connected as \(seat)",
        remedy: "say which one: \(known)")
    }
    guard terminals > 0 || invitations > 0 else {
      let near = (try? place.session(id)).flatMap { nearSeat(to: seat, in: $0.state.plan) }
      throw Failure.unknown(
        id, what: "nobody is \(withdraw == nil ? "connected" : "invited or connected") as \(seat)",
        remedy: near.map { "did you mean \($0)?" } ?? "parley seats \(id) lists the seats")
    }
    let done = [
      terminals > 0 || withdraw == nil ? "parted from \(counted(terminals, "terminal"))" : nil,
      invitations > 0 ? "\(counted(invitations, "invitation")) taken back" : nil,
    ]
    try Output.write(
      "\(seat)\(number.map { " \($0)" } ?? ""): " + done.compactMap { $0 }.joined(separator: ", ") + "\n")
  }
}

/// The seat that somebody may have meant who named one that a session does not have.
private func nearSeat(to seat: SeatName, in plan: Plan) -> String? {
  let names = plan.stakeholders.map(\.id.text) + ["note-taker", "screen", "facilitator"]
  return names.contains(seat.text) ? nil : nearName(to: seat.text, among: names)
}

/// Who is connected to a session, and who is invited.
struct SeatList {
  private let connected: [Presence]
  private let invited: [Invitation]
  private let plan: Plan

  init(_ file: SessionFile, named plan: Plan) {
    connected = PresenceFile.present(in: file)
    invited = SeatFolder(of: file).invitations()
    self.plan = plan
  }

  var text: String {
    let terminals = connected.map { terminal in
      (
        name(terminal.terminal), terminal.seat.role.rawValue,
        "since \(terminal.since.clock)" + (terminal.account.map { ", \($0)" } ?? "")
      )
    }
    let invitations = invited.map { (name(TerminalName($0.seat)), $0.seat.role.rawValue, SeatList.words(for: $0.way)) }
    return SeatList.table("Connected", terminals, none: "nobody") + "\n"
      + SeatList.table("Invited", invitations, none: "nobody")
  }

  var json: JSON {
    [
      "connected": .array(
        connected.map { terminal in
          [
            "who": JSON(terminal.seat.who), "role": .string(terminal.seat.role.rawValue),
            "since": JSON(terminal.since), "account": JSON(terminal.account),
            "number": .integer(terminal.number),
          ]
        }),
      "invited": .array(
        invited.map { invitation in
          [
            "who": JSON(invitation.seat.who), "role": .string(invitation.seat.role.rawValue),
            "by": .string(SeatList.word(for: invitation.way)), "account": JSON(SeatList.account(of: invitation.way)),
            "anySession": .bool(invitation.isForAnySession),
          ]
        }),
    ]
  }

  private func name(_ terminal: TerminalName) -> String {
    terminal.seat.who.map { who in
      let isKnown = plan.stakeholders.contains { $0.id == who }
      return isKnown ? "\(oneLine(plan.name(of: who))) (\(who))" : "\(who)"
    } ?? terminal.text
  }

  private static func words(for way: Invitation.Way) -> String {
    switch way {
    case .account(let user): "by the account \(Invitation.name(of: user))"
    case .token(_, isForAnySession: false): "by a line or a key"
    case .token(_, isForAnySession: true): "by a line or a key, to any session of the store"
    case .code: "by a code, good once"
    }
  }

  private static func word(for way: Invitation.Way) -> String {
    switch way {
    case .account: "account"
    case .token: "token"
    case .code: "code"
    }
  }

  private static func account(of way: Invitation.Way) -> String? {
    if case .account(let user) = way { Invitation.name(of: user) } else { nil }
  }

  private static func table(_ title: String, _ rows: [(String, String, String)], none: String) -> String {
    guard !rows.isEmpty else { return "\(title): \(none)\n" }
    let widths = [rows.map { $0.0.count }.max() ?? 0, rows.map { $0.1.count }.max() ?? 0]
    func padded(_ word: String, _ width: Int) -> String { word + String(repeating: " ", count: width - word.count) }
    let lines = rows.map { "  \(padded($0.0, widths[0]))  \(padded($0.1, widths[1]))  \($0.2)\n" }
    return "\(title):\n" + lines.joined()
  }
}
