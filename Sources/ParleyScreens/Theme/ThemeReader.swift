import ParleyCore
import ParleyTerminal

/// Reads a theme's text: `name`, `inherits`, `[palette]`, `[styles]`.
struct ThemeReader {
  private let file: String
  private let root: TOMLTable
  private var palette: [String: Color] = [:]
  private(set) var faults: [ThemeFault] = []
  private(set) var styles: [Role: Style] = [:]
  private(set) var name: String?
  private(set) var inherits: String?

  init(_ text: String, file: String) throws(ThemeFaults) {
    self.file = file
    do throws(TOMLFault) {
      root = try TOMLReader.read(text)
    } catch {
      throw ThemeFaults(faults: [ThemeFault(file: file, place: error.place, problem: .syntax(error.what))])
    }
    readKeys()
    readPalette()
    readStyles()
  }

  private mutating func add(_ problem: ThemeFault.Problem, _ place: TextPlace) {
    faults.append(ThemeFault(file: file, place: place, problem: problem))
  }

  private mutating func readKeys() {
    let known = ["name", "inherits", "palette", "styles"]
    for entry in root.entries where !known.contains(entry.key) {
      add(.unknownKey(entry.key, near: nearName(to: entry.key, among: known)), entry.place)
    }
    name = text("name")
    inherits = text("inherits")
  }

  private mutating func text(_ key: String) -> String? {
    guard let entry = root.entry(key) else { return nil }
    if let text = entry.value.text { return text }
    add(.wrongType(key: key, expected: "a text"), entry.place)
    return nil
  }

  private mutating func entries(_ key: String) -> [TOMLTable.Entry] {
    guard let entry = root.entry(key) else { return [] }
    if let table = entry.value.table { return table.entries }
    add(.wrongType(key: key, expected: "a table"), entry.place)
    return []
  }

  private mutating func readPalette() {
    for entry in entries("palette") {
      guard let text = entry.value.text else {
        add(.wrongType(key: entry.key, expected: "a colour such as \"#3fcf8e\""), entry.place)
        continue
      }
      if let colour = Color(named: text) {
        palette[entry.key] = colour
      } else {
        add(.unknownColour(text, near: nearName(to: text, among: Color.names)), entry.value.place)
      }
    }
  }

  private mutating func readStyles() {
    for entry in entries("styles") {
      guard let role = Role(rawValue: entry.key) else {
        add(.unknownRole(entry.key, near: nearName(to: entry.key, among: Role.allCases.map(\.rawValue))), entry.place)
        continue
      }
      if let text = entry.value.text {
        styles[role] = Style(foreground: colour(text, at: entry.value.place))
      } else if let parts = entry.value.table {
        styles[role] = style(parts, of: entry.key)
      } else {
        add(.wrongType(key: entry.key, expected: "{ fg = …, bg = …, attributes = […] }"), entry.place)
      }
    }
  }

  private mutating func style(_ parts: TOMLTable, of role: String) -> Style {
    let known = ["fg", "bg", "attributes"]
    for part in parts.entries where !known.contains(part.key) {
      add(.unknownKey(part.key, near: nearName(to: part.key, among: known)), part.place)
    }
    return Style(
      foreground: colour(parts.entry("fg"), of: role), background: colour(parts.entry("bg"), of: role),
      attributes: attributes(parts.entry("attributes"), of: role))
  }

  private mutating func colour(_ part: TOMLTable.Entry?, of role: String) -> Color? {
    guard let part else { return nil }
    if let text = part.value.text { return colour(text, at: part.value.place) }
    add(.wrongType(key: "\(role).\(part.key)", expected: "a colour"), part.place)
    return nil
  }

  private mutating func colour(_ text: String, at place: TextPlace) -> Color? {
    if let colour = palette[text] ?? Color(named: text) { return colour }
    add(.unknownColour(text, near: nearName(to: text, among: Array(palette.keys) + Color.names)), place)
    return nil
  }

  private mutating func attributes(_ part: TOMLTable.Entry?, of role: String) -> Attributes {
    guard let part else { return [] }
    guard let list = part.value.list else {
      add(.wrongType(key: "\(role).\(part.key)", expected: "a list such as [\"bold\"]"), part.place)
      return []
    }
    var attributes: Attributes = []
    for item in list {
      let text = item.text ?? ""
      if let attribute = Attributes(named: text) {
        attributes.insert(attribute)
      } else {
        add(.unknownAttribute(text, near: nearName(to: text, among: Attributes.names.map(\.name))), item.place)
      }
    }
    return attributes
  }
}

extension Color {
  static let names =
    ["default"]
    + ["", "bright-"].flatMap { bright in
      ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"].map { bright + $0 }
    }

  /// `#rrggbb`, `default`, or one of the terminal's sixteen.
  init?(named text: String) {
    if let index = Color.names.firstIndex(of: text) {
      self = index == 0 ? .default : .ansi(UInt8(index - 1))
      return
    }
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: 16)
    else { return nil }
    self = .rgb(UInt8(number >> 16), UInt8(number >> 8 & 0xff), UInt8(number & 0xff))
  }
}

extension Attributes {
  static let names: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
  ]

  init?(named text: String) {
    guard let found = Attributes.names.first(where: { $0.name == text }) else { return nil }
    self = found.attribute
  }
}
