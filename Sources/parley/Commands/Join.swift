import ArgumentParser
import ParleyCore
import ParleyUI
import ParleyWire

struct Join: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Opens a further terminal in a live session: a projector, a seat of one's own, the note-taker's.",
    discussion: example(
      "parley join", "parley join q3 --as cs-head", "parley join q3 --role note-taker"))

  @Argument(help: "The session; without one, the live one used last.")
  var session: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("Whose seat it is: an id of the plan.", valueName: "who"))
  var who: String?

  @Option(
    help: ArgumentHelp(
      "What it is for: \(ParleyWire.Role.allCases.map(\.rawValue).joined(separator: ", ")); without, a stakeholder's with --as, "
        + "else a screen that only shows.", valueName: "role"))
  var role: ParleyWire.Role?

  @OptionGroup var display: DisplayOptions

  @OptionGroup var place: StoreOption

  func run() throws {
    let settings = try UserSettings.read()
    guard display.isPossible(settings) else { throw Failure.terminal(.notATerminal) }
    let hello = TerminalMessage.Hello(
      role: role ?? (who == nil ? .screen : .stakeholder), as: who.map { StakeholderID($0) })
    let reach = try LiveReach(session, in: try place.store())
    let farewell = try display.display(settings).join(reach, as: hello)
    switch farewell {
    case .detached: Output.complain("parley: \(reach.file.id) goes on; come back with: \(again(reach.file.id))")
    case .hostLost:
      Output.complain("parley: the host of \(reach.file.id) is lost; once it is resumed: \(again(reach.file.id))")
    default:
      if let sentence = farewell.sentence(session: reach.file.id) { Output.complain("parley: \(oneLine(sentence))") }
    }
    if farewell.exitStatus != 0 { throw Failure.ended(farewell.exitStatus) }
  }

  /// The command that comes back to this seat.
  private func again(_ id: String) -> String {
    (["parley join", id] + (who.map { ["--as", oneLine($0)] } ?? []) + (role.map { ["--role", $0.rawValue] } ?? []))
      .joined(separator: " ")
  }
}

extension ParleyWire.Role: ExpressibleByArgument {}
