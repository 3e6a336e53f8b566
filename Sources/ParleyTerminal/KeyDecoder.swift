/// Turns ncurses' input into keys. Between two reads it holds unfinished input: an Escape, a paste, or a sequence that
/// no description knows (which it swallows whole, so that its letters are not taken for commands).
struct KeyDecoder {
  enum Stroke: Hashable {
    /// One byte of a character in UTF-8, not yet checked.
    case byte(UInt8)
    case key(Key)
    case pasteBegins
    case pasteEnds
    /// A key without a meaning here.
    case other
  }

  private enum State {
    case idle
    case escape
    /// After `ESC [`; the count tells a bare Alt-[ from a sequence.
    case control(count: Int)
    /// After `ESC O`.
    case single
    /// An answer of the terminal, up to BEL or ST.
    case string(count: Int)
    case paste
    /// After `ESC [ <`: what a mouse did.
    case mouse(String)
    /// After `ESC [ M`, which only a terminal sends that was not asked: so many bytes without a meaning follow.
    case oldMouse(left: Int)
    /// An Escape that was a key of its own, unless the rest of a mouse's sequence comes late: then after it, and after
    /// its bracket.
    case afterEscape, afterBracket
    /// The same after Alt-[.
    case afterAlt
  }

  static let pasteLimit = 64 * 1024
  private var state = State.idle
  private var character = UTF8Collector()
  private var pasted = String.UnicodeScalarView()
  private var pastedBytes = 0
  private(set) var keys: [Key] = []

  mutating func add(_ stroke: Stroke) {
    if case .byte(let byte) = stroke {
      if case .oldMouse(let left) = state {
        state = left > 1 ? .oldMouse(left: left - 1) : .idle
        return
      }
      guard let scalar = character.add(byte) else { return }
      if case .paste = state { addToPaste(scalar) } else { add(scalar) }
    } else if case .paste = state {
      addToPaste(stroke)
    } else {
      begin(stroke)
    }
  }

  private mutating func begin(_ stroke: Stroke) {
    if case .afterBracket = state { keys.append(.character("[")) }
    state = stroke == .pasteBegins ? .paste : .idle
    if case .key(let key) = stroke { keys.append(key) }
  }

  /// There is nothing more to read for now, so an Escape is a key of its own. Returns the keys so far.
  mutating func drained() -> [Key] {
    switch state {
    case .escape:
      keys.append(.escape)
      state = .afterEscape
      return taken()
    case .control(count: 0):
      keys.append(.alt("["))
      state = .afterAlt
      return taken()
    case .afterBracket: keys.append(.character("["))
    // Their rest comes with the next read.
    case .mouse, .oldMouse: return taken()
    case .single: keys.append(.alt("O"))
    case .string(count: 0): keys.append(.alt("]"))
    case .paste: return taken()
    default: break
    }
    state = .idle
    return taken()
  }

  private mutating func taken() -> [Key] {
    defer { keys = [] }
    return keys
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch state {
    case .idle, .paste: begin(scalar)
    case .escape: addAfterEscape(scalar)
    case .control(let count): addToSequence(scalar, count: count)
    case .single: state = .idle
    case .string(let count): addToString(scalar, count: count)
    case .mouse(let parameters): addToMouse(scalar, parameters)
    case .oldMouse: state = .idle
    case .afterEscape, .afterBracket, .afterAlt: addLate(scalar)
    }
  }

  /// Digits and semicolons, then `M` or `m`. Anything else ends what has lost its rest, and is a key again.
  private mutating func addToMouse(_ scalar: Unicode.Scalar, _ parameters: String) {
    switch scalar {
    case "0"..."9", ";":
      state = .mouse(parameters.utf8.count < 20 ? parameters + String(scalar) : "too long")
    case "M", "m":
      state = .idle
      if let mouse = Mouse(parameters: parameters, ending: scalar) { keys.append(.mouse(mouse)) }
    default: begin(scalar)
    }
  }

  /// A line that is slow may part `ESC [ <`; nobody types the rest of it by hand.
  private mutating func addLate(_ scalar: Unicode.Scalar) {
    switch (state, scalar) {
    case (.afterEscape, "["): state = .afterBracket
    case (.afterBracket, "<"), (.afterAlt, "<"): state = .mouse("")
    case (.afterBracket, _):
      keys.append(.character("["))
      begin(scalar)
    default: begin(scalar)
    }
  }

  private mutating func begin(_ scalar: Unicode.Scalar) {
    if scalar.value == 0x1b {
      state = .escape
      return
    }
    state = .idle
    keys.append(Key(typed: scalar))
  }

  private mutating func addAfterEscape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "[": state = .control(count: 0)
    case "O": state = .single
    case "]", "P", "_", "^", "X": state = .string(count: 0)
    case "\u{1b}": keys.append(.escape)
    default:
      state = .idle
      let key = Key(typed: scalar)
      if case .character(let character) = key { keys.append(.alt(character)) } else { keys += [.escape, key] }
    }
  }

  /// ECMA-48: parameters and intermediates, then a final byte from `@` to `~`.
  private mutating func addToSequence(_ scalar: Unicode.Scalar, count: Int) {
    switch scalar.value {
    case 0x3c where count == 0: state = .mouse("")
    case 0x4d where count == 0: state = .oldMouse(left: 3)
    case 0x20..<0x40 where count < 64: state = .control(count: count + 1)
    case 0x40...0x7e: state = .idle
    default: begin(scalar)
    }
  }

  private mutating func addToString(_ scalar: Unicode.Scalar, count: Int) {
    switch scalar.value {
    case 0x07, 0x9c: state = .idle
    case 0x1b: state = .escape
    default: state = count < 4096 ? .string(count: count + 1) : .idle
    }
  }

  private mutating func addToPaste(_ stroke: Stroke) {
    switch stroke {
    case .pasteEnds: endPaste()
    case .key(.enter): addPasted("\n")
    case .key(.tab): addPasted("\t")
    default: break
    }
  }

  private mutating func addToPaste(_ scalar: Unicode.Scalar) {
    guard scalar == "\u{3}" else { return addPasted(scalar == "\r" ? "\n" : scalar) }
    // A terminal that never ends its paste must not take the keyboard away for good.
    endPaste()
    keys.append(.control("c"))
  }

  private mutating func addPasted(_ scalar: Unicode.Scalar) {
    let bytes = UTF8.width(scalar)
    guard pastedBytes + bytes <= Self.pasteLimit else { return }
    pastedBytes += bytes
    pasted.append(scalar)
  }

  private mutating func endPaste() {
    if !pasted.isEmpty { keys.append(.paste(String(pasted))) }
    pasted = .init()
    pastedBytes = 0
    state = .idle
  }
}

extension Key {
  /// The key that sends this character; for a control character the named key, else Control with a letter.
  init(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0: self = .control(" ")
    case 8, 0x7f: self = .backspace
    case 9: self = .tab
    case 10, 13: self = .enter
    case 0x1b: self = .escape
    case 1..<0x1b: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x1c..<0x20: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    default: self = .character(Character(scalar))
    }
  }
}
