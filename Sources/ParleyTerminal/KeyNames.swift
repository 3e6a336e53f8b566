extension Key {
  /// Reads a key as keymaps write it: one character, `space`, `enter`, `page-up`, `f5`, `C-x`, `M-x`.
  /// Nil when it names no key.
  public init?(name: String) {
    if name.count == 1, let character = name.first {
      guard character.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7f }) else { return nil }
      self = .character(character)
    } else if let key = Key.named[name] ?? Key.alternatives[name] ?? Key.function(named: name) {
      self = key
    } else if let character = Key.modified(name, by: "C-"), let key = Key.control(named: character) {
      self = key
    } else if let character = Key.modified(name, by: "M-") {
      self = .alt(character)
    } else {
      return nil
    }
  }

  /// The name that `Key(name:)` reads back; for `paste`, `mouse` and `hangup`, which no keymap can name, a
  /// word to show.
  public var name: String {
    switch self {
    case .character(let character): character == " " ? "space" : String(character)
    case .function(let number): "f\(number)"
    case .control(let character): "C-" + (character == " " ? "space" : String(character))
    case .alt(let character): "M-" + (character == " " ? "space" : String(character))
    case .paste: "paste"
    case .hangup: "hangup"
    case .mouse: "mouse"
    default: Key.names[self] ?? ""
    }
  }

  /// The names of keys that are no character, in their order.
  public static var givenNames: [String] {
    (Array(named.keys) + Array(alternatives.keys)).sorted() + (1...63).map { "f\($0)" }
  }

  private static let named: [String: Key] = [
    "space": .character(" "), "enter": .enter, "tab": .tab, "backtab": .backTab, "backspace": .backspace,
    "delete": .delete, "escape": .escape, "up": .up, "down": .down, "left": .left, "right": .right,
    "home": .home, "end": .end, "page-up": .pageUp, "page-down": .pageDown, "insert": .insert,
  ]
  private static let alternatives: [String: Key] = [
    "esc": .escape, "return": .enter, "S-tab": .backTab, "pageup": .pageUp, "pagedown": .pageDown,
    "del": .delete,
  ]
  private static let names = Dictionary(named.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  private static func function(named name: String) -> Key? {
    guard name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...63).contains(number),
      name == "f\(number)"
    else { return nil }
    return .function(number)
  }

  private static func modified(_ name: String, by prefix: String) -> Character? {
    guard name.hasPrefix(prefix) else { return nil }
    let rest = name.dropFirst(prefix.count)
    return rest == "space" ? " " : rest.count == 1 ? rest.first : nil
  }

  /// A terminal sends the byte of another key for some of these: C-m is Enter.
  private static func control(named character: Character) -> Key? {
    guard let byte = character.asciiValue else { return nil }
    switch character {
    case "i", "I": return .tab
    case "m", "M", "j", "J": return .enter
    case "h", "H": return .backspace
    case "[": return .escape
    case "@": return .control(" ")
    case "a"..."z", " ", "\\", "]", "^", "_": return .control(character)
    case "A"..."Z": return .control(Character(Unicode.Scalar(byte | 0x20)))
    default: return nil
    }
  }
}
