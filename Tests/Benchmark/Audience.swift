import Glibc
import ParleyWire
import TerminalProbe

/// Many real terminals of one session, each a process on a pseudo-terminal of its own: stakeholders at their seats,
/// and projectors.
struct Audience {
  static let size = 50
  let recorders: [Recorder]

  /// Starts them, and waits until each shows the session.
  init(_ program: String, _ environment: [String: String], count: Int = Audience.size) throws {
    recorders = try (0..<count).map { number in
      let seat = number < 24 ? ["--as", "p\(number % 8 + 1)"] : []
      return try Recorder(command: [program, "join"] + seat, environment: environment, size: (80, 24))
    }
    let end = Recorder.now + 60_000
    for recorder in recorders {
      while !recorder.picture.contains("Reduce the time"), !recorder.isAtEnd {
        guard Recorder.now < end else {
          throw ProbeFailure.timedOut(waitingFor: "\(count) terminals", seconds: 60, recorder.picture)
        }
        Recorder.read(recorders, within: 100)
      }
    }
  }

  /// Reads from all of them until none has said anything for `quiet` milliseconds.
  func listenUntilQuiet(_ quiet: Double, limit: Double) {
    let end = Recorder.now + limit
    while Recorder.now < end, Recorder.read(recorders, within: quiet) {}
  }

  /// A process of its own that holds such terminals and reads their output for ever: its work must not count as that of
  /// the program under test.
  static func sit(_ program: String) throws -> Never {
    let audience = try Audience(program, inherited)
    print("seated")
    fflush(nil)
    while true { Recorder.read(audience.recorders, within: 10_000) }
  }

  /// A process with as many lines that only read the host's messages. What remains is the host's own work, without that
  /// of the terminals, which may be on other machines.
  static func listen(on socket: String) throws -> Never {
    let links = try (0..<size).map { _ in try TerminalLink(to: socket, hello: .init(role: .screen)) }
    var polled = links.map { pollfd(fd: $0.descriptor ?? -1, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    print("seated")
    fflush(nil)
    while true {
      poll(&polled, nfds_t(polled.count), -1)
      for ready in polled where ready.revents != 0 { _ = read(ready.fd, &buffer, buffer.count) }
    }
  }

  /// The variables that the sandbox has set for the program.
  private static var inherited: [String: String] {
    var values: [String: String] = [:]
    for name in ["PARLEY_STORE", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }
}
