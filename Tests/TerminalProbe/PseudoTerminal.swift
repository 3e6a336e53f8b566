import CLinux
import CVterm
import Glibc

/// The master side of a pseudo-terminal.
final class PseudoTerminal {
  /// The path a program opens to use it.
  let path: String
  private(set) var master: Int32

  init(columns: Int, rows: Int) throws(ProbeFailure) {
    var name = [CChar](repeating: 0, count: 128)
    master = parley_pty_open(Int32(columns), Int32(rows), &name, name.count)
    guard master >= 0 else { throw .noTerminal(errno: errno) }
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { hangUp() }

  var isOpen: Bool { master >= 0 }

  func resize(columns: Int, rows: Int) { _ = parley_terminal_resize(master, Int32(columns), Int32(rows)) }

  /// As when the window is closed or the line drops: the programs on it get SIGHUP.
  func hangUp() {
    if isOpen { close(master) }
    master = -1
  }

  /// The bytes that have come in; empty when there is nothing now.
  func read() -> [UInt8] {
    var (bytes, chunk): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 16384))
    while bytes.count < 1 << 20, case let count = Glibc.read(master, &chunk, chunk.count), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// How many of these bytes it took; 0 when it is full.
  func write(_ bytes: ArraySlice<UInt8>) -> Int {
    max(0, bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) })
  }

  /// The line settings the programs on it share.
  var settings: LineSettings? { LineSettings(of: master) }
}

/// The line settings of a terminal (termios), comparable.
public struct LineSettings: Equatable, Sendable, CustomStringConvertible {
  public let input: UInt32
  public let output: UInt32
  public let control: UInt32
  public let local: UInt32
  public let characters: [UInt8]

  init?(of terminal: Int32) {
    var found = termios()
    guard tcgetattr(terminal, &found) == 0 else { return nil }
    (input, output, control, local) = (found.c_iflag, found.c_oflag, found.c_cflag, found.c_lflag)
    characters = withUnsafeBytes(of: found.c_cc) { Array($0) }
  }

  /// Whether typed characters are shown by the terminal itself.
  public var echoes: Bool { local & UInt32(ECHO) != 0 }

  /// Whether input is given to the program line by line.
  public var isByLine: Bool { local & UInt32(ICANON) != 0 }

  public var description: String {
    let flags = [input, output, control, local].map { String($0, radix: 8) }.joined(separator: " ")
    return "flags \(flags), characters \(characters)"
  }
}
