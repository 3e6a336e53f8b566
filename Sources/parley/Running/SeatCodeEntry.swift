import CLinux
import Glibc

/// Reads the seat code of a person who joins. It is never an argument, since every user of the machine could read it
/// there.
enum SeatCodeEntry {
  static let variable = EnvironmentVariable.parleyCode

  /// The code from the environment, else typed without echo, else the first line of standard input. An empty code asks
  /// the facilitator.
  static func read() throws(Failure) -> String {
    if let code = Environment.value(variable) {
      // Nothing that this process starts needs it.
      unsetenv(variable.rawValue)
      return code
    }
    guard isatty(STDIN_FILENO) == 1 else { return line() }
    return try unseen()
  }

  private static let limit = 200

  private static func line() -> String {
    var bytes: [UInt8] = []
    while bytes.count < limit, let byte = next(), byte != UInt8(ascii: "\n") { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads keys as they are: with the terminal's own editing and signals, Ctrl-C would leave it without echo.
  private static func unseen() throws(Failure) -> String {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return line() }
    var during = before
    during.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &during)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      _ = Output.put("\n", to: STDERR_FILENO)
    }
    _ = Output.put("Seat code (not shown; Enter alone asks the facilitator): ", to: STDERR_FILENO)
    var bytes: [UInt8] = []
    while let byte = next() {
      switch byte {
      case 0x0A, 0x0D: return String(decoding: bytes, as: UTF8.self)
      case 0x03, 0x04, 0x1C: throw .ended(130)
      case 0x08, 0x7F: _ = bytes.popLast()
      case 0x15: bytes = []
      default: if bytes.count < limit { bytes.append(byte) }
      }
    }
    throw .ended(129)
  }

  private static func next() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }
}
