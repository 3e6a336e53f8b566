import CVterm
import Glibc

/// The stand-in shell between a test and its program: its reports, and the commands to it.
final class Shell {
  /// The program's process id.
  private(set) var program: pid_t = 0
  private(set) var ended: Ending?
  /// The signal that stopped the program, while it is stopped.
  private(set) var stoppedBy: Int32?
  let reports: Int32
  private let pid: pid_t
  private let orders: Int32

  init(_ launch: Launch, command: [String], directory: String?, terminal: String) throws(ProbeFailure) {
    let started = startingPrograms.withLock { _ in
      Shell.start(launch, directory: directory, terminal: terminal)
    }
    (pid, reports, orders) = (started.pid, started.reports, started.orders)
    guard pid > 0 else { throw .notStarted(command: command, errno: started.errno) }
    note(started.first)
    if program == 0 { throw .notStarted(command: command, errno: startFailure) }
    _ = fcntl(reports, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(orders)
    close(reports)
    var status: Int32 = 0
    while pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR {}
  }

  /// Takes in one report, if there is one.
  func hear() {
    if let event = Shell.event(from: reports) { note(event) }
  }

  private func note(_ event: parley_event) {
    switch UInt32(event.kind) {
    case PARLEY_STARTED.rawValue: program = event.value
    case PARLEY_NOT_STARTED.rawValue: startFailure = event.value
    case PARLEY_EXITED.rawValue: ended = .exited(event.value)
    case PARLEY_SIGNALLED.rawValue: ended = .signalled(event.value)
    case PARLEY_STOPPED.rawValue: stoppedBy = event.value
    default: stoppedBy = nil
    }
  }

  private struct Started {
    let pid: pid_t
    let reports: Int32
    let orders: Int32
    let errno: Int32
    let first: parley_event
  }

  /// Waits for the first report: by then the shell has let go of all descriptors that are not its own.
  private static func start(_ launch: Launch, directory: String?, terminal: String) -> Started {
    let (report, order) = (Channel(), Channel())
    let pid =
      launch.withArguments { arguments, environment in
        parley_spawn_on_pty(
          launch.path, arguments, environment, directory, terminal, report.writing, order.reading)
      } ?? -1
    let reason = errno
    close(report.writing)
    close(order.reading)
    let first = event(from: report.reading) ?? parley_event()
    return Started(pid: pid, reports: report.reading, orders: order.writing, errno: reason, first: first)
  }

  private static func event(from reports: Int32) -> parley_event? {
    var event = parley_event()
    let size = MemoryLayout<parley_event>.size
    return read(reports, &event, size) == size ? event : nil
  }

  /// Brings a stopped program back to the foreground, as `fg` does.
  func resume() {
    var order = CChar(bitPattern: UInt8(ascii: "c"))
    _ = write(orders, &order, 1)
  }

  private var startFailure: Int32 = 0
}
