// Theory: a terminal is asked about itself once the first frame is on it, and nothing waits for the answer. It comes among
// the keys, whole or in pieces, soon, late or never. So what may be the beginning of an answer is held back, as long as an
// answer is expected at all: what turns out to be none is typed after all, and what is one is never taken for keys. An
// Escape alone is not held back, since it may be the key; if the rest of an answer follows it, that is still known as such.

/// What a terminal says of itself when it is asked, taken out of what is typed.
struct TerminalAnswers {
  private enum Question { case background, synchronizedOutput }

  private enum Match {
    case none, begun
    case background(isLight: Bool?)
    case mode(isKnown: Bool)
  }

  /// Asks for the background's colour (OSC 11), and whether the terminal shows frames whole (DECRQM of mode 2026).
  static let questions = "\u{1b}]11;?\u{1b}\\\u{1b}[?2026$p"
  /// An answer that comes later than that is no reason to change all colours under the eyes of who looks.
  static let limitMs: Int64 = 1000

  private var expected: Set<Question> = []
  private var askedMs: Int64 = 0
  private var held: [UInt8] = []
  /// Whether they came with an earlier read.
  private var isHeldOver = false
  /// How many of those held were typed already.
  private var given = 0
  /// Whether the background is light; nil where the terminal did not say so in time.
  private(set) var isLight: Bool?
  private(set) var synchronizesOutput = false

  mutating func ask(atMs now: Int64) -> String {
    (expected, askedMs) = ([.background, .synchronizedOutput], now)
    return TerminalAnswers.questions
  }

  /// Whether an answer may be on its way, which the shell must not find.
  func isExpecting(atMs now: Int64) -> Bool { !expected.isEmpty && now - askedMs < TerminalAnswers.limitMs }

  /// Takes a byte; returns what was typed, so far as that is certain.
  mutating func take(_ byte: UInt8, atMs now: Int64) -> [UInt8] {
    if expected.isEmpty, held.isEmpty { return [byte] }
    held.append(byte)
    switch match {
    case .begun: return []
    case .none:
      // A sequence of another kind is swallowed as a whole. What was held over from an earlier read is an answer that broke
      // off, and this byte was typed after it.
      if isHeldOver { (held, given) = (held.suffix(1), 0) }
      return flushed()
    case .background(let isLight):
      if now - askedMs < TerminalAnswers.limitMs { self.isLight = isLight }
      expected.remove(.background)
    case .mode(let isKnown):
      synchronizesOutput = isKnown
      expected.remove(.synchronizedOutput)
    }
    (held, given, isHeldOver) = ([], 0, false)
    return []
  }

  /// There is nothing more to read for now.
  mutating func drained() -> [UInt8] {
    isHeldOver = held.count > 2
    guard !isHeldOver else { return [] }
    defer { given = held.count }
    return Array(held.dropFirst(given))
  }

  /// What was held back and is no answer.
  mutating func flushed() -> [UInt8] {
    defer { (held, given, isHeldOver) = ([], 0, false) }
    return Array(held.dropFirst(given))
  }

  private var match: Match {
    guard held[0] == 0x1b, held.count > 1 else { return held[0] == 0x1b ? .begun : .none }
    let rest = held.dropFirst(2)
    return switch held[1] {
    case UInt8(ascii: "]"): TerminalAnswers.background(rest)
    case UInt8(ascii: "["): TerminalAnswers.mode(rest)
    default: .none
    }
  }

  /// `11;rgb:RRRR/GGGG/BBBB`, up to BEL or ST.
  private static func background(_ bytes: ArraySlice<UInt8>) -> Match {
    let lead = Array("11;rgb".utf8)
    guard bytes.count > lead.count else { return lead.starts(with: bytes) ? .begun : .none }
    guard bytes.starts(with: lead), bytes.count < 48 else { return .none }
    let color = bytes.dropFirst(lead.count).prefix { $0 != 0x07 && $0 != 0x1b }
    let end = bytes[color.endIndex...]
    guard color.allSatisfy(Set("a:/0123456789bcdefABCDEF".utf8).contains) else { return .none }
    switch Array(end) {
    case [], [0x1b]: return .begun
    case [0x07], [0x1b, UInt8(ascii: "\\")]:
      return .background(isLight: isLight(String(decoding: color, as: UTF8.self)))
    default: return .none
    }
  }

  /// Of `:ffff/ffff/ffff`; an alpha before or after them does not count.
  private static func isLight(_ text: String) -> Bool? {
    let parts = text.split(separator: ":").last?.split(separator: "/").prefix(3) ?? []
    let levels = parts.compactMap { part -> Double? in
      guard (1...4).contains(part.count), let level = UInt32(part, radix: 16) else { return nil }
      return Double(level) / Double((1 << (4 * UInt32(part.count))) - 1)
    }
    guard levels.count == 3 else { return nil }
    let color = levels.map { UInt8(($0 * 255).rounded()) }
    return Color.rgb(color[0], color[1], color[2]).isLight
  }

  /// `?2026;1$y`: known and set, `2` known and not set; anything else is not known.
  private static func mode(_ bytes: ArraySlice<UInt8>) -> Match {
    let lead = Array("?2026;".utf8)
    guard bytes.count > lead.count else { return lead.starts(with: bytes) ? .begun : .none }
    guard bytes.starts(with: lead) else { return .none }
    let (state, end) = (bytes[bytes.startIndex + lead.count], Array(bytes.dropFirst(lead.count + 1)))
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(state) else { return .none }
    switch end {
    case [], [UInt8(ascii: "$")]: return .begun
    case Array("$y".utf8): return .mode(isKnown: state == UInt8(ascii: "1") || state == UInt8(ascii: "2"))
    default: return .none
    }
  }
}
