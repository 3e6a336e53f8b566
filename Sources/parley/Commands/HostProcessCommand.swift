import ArgumentParser
import Glibc
import ParleyHost

/// Holds a live session for the terminals that started it; not for people.
struct HostProcessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host-process", abstract: "Holds a session; started by run and resume.", shouldDisplay: false)

  @Argument(help: "What to hold, as run and resume write it.")
  var order: [String] = []

  func run() throws {
    guard let order = HostOrder(arguments: order) else { throw ValidationError("this is not for people") }
    throw Failure.ended(HostProcess.main(order, readiness: STDOUT_FILENO))
  }
}
