import ArgumentParser
import Glibc
import ParleyCore
import ParleyHost

/// Holds a live session for the terminals that started it. Not for people.
struct HostProcessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host-process", abstract: "Holds a session; started by run and resume.", shouldDisplay: false)

  @Argument(help: "What to hold, as resume writes it; without, standard input says it.")
  var order: [String] = []

  func run() throws {
    if order.isEmpty, isatty(STDIN_FILENO) == 0 {
      guard let request = try SpawnRequest.awaited() else { return }
      throw Failure.ended(
        HostProcess.main(
          request.order, opening: request.opening, readiness: STDOUT_FILENO, hooks: UserSettings.hooks))
    }
    guard let order = HostOrder(arguments: order) else { throw ValidationError("this is not for people") }
    throw Failure.ended(HostProcess.main(order, readiness: STDOUT_FILENO, hooks: UserSettings.hooks))
  }
}
