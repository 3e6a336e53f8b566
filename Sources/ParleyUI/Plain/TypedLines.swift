import Glibc
import ParleyTerminal

// Theory: the kernel edits the line, as it does for every program that reads lines: a screen reader hears the plain echo
// that it knows, and whatever becomes of this process, the terminal is as it was. Only where something is said in the
// middle of a line would what was typed be torn apart. Then the unfinished line is taken over: switched to characters,
// the terminal hands out what the kernel had collected (Linux keeps it), which is written again after what was said, and
// is edited here until its Enter; then the kernel has the next one. It is the terminal's own line discipline, so it is the
// same in tmux and over SSH, and needs no escape sequence. Libraries that edit lines (readline, libedit) draw the line anew
// with such sequences at every key, and a screen reader reads it anew; a dumb terminal has none.
//
// A ballot is typed without an echo, which the kernel can do too.

/// What is typed, line by line.
final class TypedLines {
  private let input: Int32
  private let output: Int32
  let isTerminal: Bool
  /// The terminal as it was; nil where there is none.
  private var settings: termios?
  private var reader = LineReader()
  /// The unfinished line, while it is edited here.
  private var taken: TakenLine?
  private(set) var isShown = true

  init(input: Int32, output: Int32) {
    (self.input, self.output) = (input, output)
    var found = termios()
    isTerminal = isatty(input) == 1 && isatty(output) == 1 && tcgetattr(input, &found) == 0
    settings = isTerminal ? found : nil
  }

  /// The lines that were entered since the last call, and whether no further one will come.
  func read() -> (lines: [String], hasEnded: Bool) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(input, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return ([], false) }
    guard count > 0 else { return ((reader.rest() ?? taken?.text).map { [$0] } ?? [], true) }
    guard taken != nil else { return (reader.add(buffer.prefix(count)), false) }
    return edit(buffer.prefix(count))
  }

  private func edit(_ bytes: ArraySlice<UInt8>) -> (lines: [String], hasEnded: Bool) {
    var (lines, echo): ([String], [UInt8]) = ([], [])
    for byte in bytes {
      switch taken?.take(byte) {
      case .line(let line):
        lines.append(line)
        echo += isShown ? [UInt8(ascii: "\n")] : []
      case .echo(let bytes): echo += isShown ? bytes : []
      case .end: return (lines, true)
      case nil: break
      }
    }
    echo.withUnsafeBytes { bytes in _ = Glibc.write(output, bytes.baseAddress, bytes.count) }
    if taken?.isEmpty == true { giveBack() }
    return (lines, false)
  }

  /// Something is about to be said: what was typed so far, to be written again after it. Nil where a whole line waits to
  /// be read, or nothing is typed here.
  func takeOver() -> String? {
    if let taken { return taken.text }
    guard isTerminal, !isLineWaiting, var raw = settings else { return nil }
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    set(&raw)
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = isLineWaiting ? Glibc.read(input, &buffer, buffer.count) : 0
    var line = TakenLine(reader.rest() ?? "")
    // A line that ended just now is words all the same: nothing is given that was not seen to be given.
    for byte in buffer.prefix(max(0, count)) { _ = line.take(byte == 0x0a || byte == 0x0d ? 0x20 : byte) }
    taken = line
    if line.isEmpty { giveBack() }
    return line.text
  }

  private var isLineWaiting: Bool {
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  /// Shows what is typed from now on, or does not. What was begun unseen is never shown: it is of a ballot (M19).
  func show(_ isShown: Bool) {
    guard isTerminal, isShown != self.isShown else { return }
    if isShown {
      _ = takeOver()
      taken = nil
    }
    self.isShown = isShown
    apply()
  }

  private func giveBack() {
    taken = nil
    apply()
  }

  /// The settings that belong to the moment; after the process was stopped, a shell has set its own.
  func apply() {
    guard var wanted = settings else { return }
    if taken != nil { wanted.c_lflag &= ~tcflag_t(ICANON | ECHO) }
    if !isShown { wanted.c_lflag &= ~tcflag_t(ECHO) }
    set(&wanted)
  }

  /// Puts the terminal back as it was.
  func leave() {
    guard var settings, taken != nil || !isShown else { return }
    // The shell would show what it finds, and keep it in its history.
    if !isShown { tcflush(input, TCIFLUSH) }
    set(&settings)
  }

  private func set(_ wanted: inout termios) {
    while tcsetattr(input, TCSANOW, &wanted) < 0, errno == EINTR {}
  }
}

/// An unfinished line that is edited with the keys that a terminal's line discipline has.
struct TakenLine {
  private var bytes: [UInt8]
  private var sequence = Sequence.none

  private enum Sequence { case none, escape, control }

  /// What a byte did.
  enum Taken: Hashable {
    case line(String)
    case echo([UInt8])
    case end
  }

  init(_ text: String) { bytes = Array(text.utf8) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func take(_ byte: UInt8) -> Taken {
    if sequence != .none { return skip(byte) }
    switch byte {
    case 0x0a, 0x0d:
      defer { bytes = [] }
      return .line(text)
    case 0x04: return isEmpty ? .end : .echo([])
    case 0x08, 0x7f: return .echo(erase(1))
    case 0x15: return .echo(erase(text.count))
    case 0x17: return .echo(erase(lastWord))
    case 0x1b: sequence = .escape
    case 0x09, 0x20..<0x7f, 0x80...:
      guard bytes.count < LineReader.limit else { break }
      bytes.append(byte == 0x09 ? 0x20 : byte)
      return .echo([byte == 0x09 ? 0x20 : byte])
    default: break
    }
    return .echo([])
  }

  /// The keys that move are for a screen: ECMA-48 ends their sequences with a byte from `@` to `~`.
  private mutating func skip(_ byte: UInt8) -> Taken {
    if sequence == .escape, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") {
      sequence = .control
    } else if sequence == .escape || byte >= 0x40 {
      sequence = .none
    }
    return .echo([])
  }

  private var lastWord: Int {
    let letters = text.reversed()
    let spaces = letters.prefix { $0 == " " }.count
    return spaces + letters.dropFirst(spaces).prefix { $0 != " " }.count
  }

  /// Takes characters off the end, and writes spaces over them.
  private mutating func erase(_ count: Int) -> [UInt8] {
    let gone = String(text.suffix(count))
    bytes = Array(text.dropLast(count).utf8)
    let width = Text.displayWidth(gone)
    let back = Array(repeating: UInt8(8), count: width)
    return back + Array(repeating: UInt8(ascii: " "), count: width) + back
  }
}
