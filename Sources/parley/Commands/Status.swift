import ArgumentParser
import ParleyCore
import ParleyHost
import ParleyJournal

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Prints where a live session stands, in one line: for tmux and other status bars.",
    discussion: example(
      "parley status", "parley status q3 --format '{name} {countdown}'",
      "tmux set -g status-right '#(parley status)'")
      + "\n\nA template may have: " + StatusLine.fields.map { "{\($0)}" }.joined(separator: " "))

  @Argument(help: "The session; without one, the live one used last.")
  var session: String?

  @Option(help: ArgumentHelp("What the line is to say, with fields in braces.", valueName: "line"))
  var format: String?

  @Flag(help: "Print it as JSON.")
  var json = false

  @OptionGroup var place: StoreOption

  func run() throws {
    let live = try LiveConnector(session, in: try place.store())
    let line = try Status.line(of: live.file)
    if json {
      try Output.write(json: line.json.pretty + "\n")
    } else {
      try Output.write(oneLine(try text(line)) + "\n")
    }
  }

  private func text(_ line: StatusLine) throws(Failure) -> String {
    guard let format else { return line.text }
    do throws(StatusLine.UnknownField) {
      return try line.text(format)
    } catch {
      let near = nearName(to: error.name, among: StatusLine.fields)
      throw .usage(
        command: "status",
        problem: "--format has no field {\(error.name)}" + (near.map { "; did you mean {\($0)}?" } ?? ""))
    }
  }

  /// It reads the disk, where everything is that anyone has seen. So a status bar never disturbs the host, however
  /// often it asks.
  private static func line(of file: SessionFile) throws(Failure) -> StatusLine {
    try Failure.journal { () throws(JournalFault) in
      let journal = try Journal.open(file, access: .reading)
      defer { journal.close() }
      let state = try journal.session().state
      let now = journal.lastClock.map { MachineTime(after: $0.at, reading: $0.reading).now.at }
      let connected = PresenceFile.present(in: file).map {
        StatusLine.Connected(who: $0.seat.who, role: $0.seat.role.rawValue, since: $0.since, number: $0.number)
      }
      return StatusLine(state, at: now ?? state.opened, connected: connected)
    }
  }
}
