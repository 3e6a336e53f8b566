import ParleyCore
import ParleyTerminal
import TOMLKit

/// Reads a theme's text: `name`, `inherits`, `[palette]`, `[styles]`.
struct ThemeReader {
  private let file: String
  /// Looked for only when there is a fault to tell.
  private lazy var places = TOMLPlaces(source)
  private let source: String
  private let root: TOMLTable
  private var palette: [String: Color] = [:]
  private(set) var faults: [ThemeFault] = []
  private(set) var styles: [Role: Style] = [:]
  private(set) var name: String?
  private(set) var inherits: String?

  init(_ text: String, file: String) throws(ThemeFaults) {
    self.file = file
    source = text
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = TextPlace(line: error.source.begin.line, column: error.source.begin.column)
      let words = error.description.split(whereSeparator: \.isNewline).joined(separator: " ")
      throw ThemeFaults(faults: [ThemeFault(file: file, place: place, problem: .syntax(words))])
    } catch {
      throw ThemeFaults(faults: [ThemeFault(file: file, place: nil, problem: .syntax("\(error)"))])
    }
    readKeys()
    readPalette()
    readStyles()
  }

  private mutating func add(_ problem: ThemeFault.Problem, _ place: TextPlace?) {
    faults.append(ThemeFault(file: file, place: place, problem: problem))
  }

  private mutating func readKeys() {
    let known = ["name", "inherits", "palette", "styles"]
    for key in root.keys where !known.contains(key) {
      add(.unknownKey(key, near: nearName(to: key, among: known)), places.key([key]))
    }
    name = text("name")
    inherits = text("inherits")
  }

  private mutating func text(_ key: String) -> String? {
    guard let value = root[key] else { return nil }
    if let text = value.string { return text }
    add(.wrongType(key: key, expected: "a text"), places.key([key]))
    return nil
  }

  private mutating func table(_ key: String) -> TOMLTable? {
    guard let value = root[key] else { return nil }
    if let table = value.table { return table }
    add(.wrongType(key: key, expected: "a table"), places.key([key]))
    return nil
  }

  private mutating func readPalette() {
    guard let table = table("palette") else { return }
    for key in table.keys {
      guard let text = table[key]?.string else {
        add(.wrongType(key: key, expected: "a colour such as \"#3fcf8e\""), places.key(["palette", key]))
        continue
      }
      if let colour = Color(named: text) {
        palette[key] = colour
      } else {
        let near = nearName(to: text, among: Color.names)
        add(.unknownColour(text, near: near), places.text(text, of: ["palette", key]))
      }
    }
  }

  private mutating func readStyles() {
    guard let table = table("styles") else { return }
    for key in table.keys {
      guard let role = Role(rawValue: key) else {
        let near = nearName(to: key, among: Role.allCases.map(\.rawValue))
        add(.unknownRole(key, near: near), places.key(["styles", key]))
        continue
      }
      guard let value = table[key] else { continue }
      if let text = value.string {
        styles[role] = Style(foreground: colour(text, at: ["styles", key]))
      } else if let parts = value.table {
        styles[role] = style(parts, at: ["styles", key])
      } else {
        add(.wrongType(key: key, expected: "{ fg = …, bg = …, attributes = […] }"), places.key(["styles", key]))
      }
    }
  }

  private mutating func style(_ parts: TOMLTable, at path: [String]) -> Style {
    let known = ["fg", "bg", "attributes"]
    for part in parts.keys where !known.contains(part) {
      add(.unknownKey(part, near: nearName(to: part, among: known)), places.key(path + [part]))
    }
    return Style(
      foreground: colour(parts, at: path + ["fg"]), background: colour(parts, at: path + ["bg"]),
      attributes: attributes(parts, at: path + ["attributes"]))
  }

  private mutating func colour(_ parts: TOMLTable, at path: [String]) -> Color? {
    guard let part = path.last, let value = parts[part] else { return nil }
    if let text = value.string { return colour(text, at: path) }
    add(.wrongType(key: ThemeReader.shown(path), expected: "a colour"), places.key(path))
    return nil
  }

  private mutating func colour(_ text: String, at path: [String]) -> Color? {
    if let colour = palette[text] ?? Color(named: text) { return colour }
    let near = nearName(to: text, among: Array(palette.keys) + Color.names)
    add(.unknownColour(text, near: near), places.text(text, of: path))
    return nil
  }

  private mutating func attributes(_ parts: TOMLTable, at path: [String]) -> Attributes {
    guard let value = parts["attributes"] else { return [] }
    guard let array = value.array else {
      add(.wrongType(key: ThemeReader.shown(path), expected: "a list such as [\"bold\"]"), places.key(path))
      return []
    }
    var attributes: Attributes = []
    for item in array {
      let text = item.string ?? item.debugDescription
      if let attribute = Attributes(named: text) {
        attributes.insert(attribute)
      } else {
        let near = nearName(to: text, among: Attributes.names.map(\.name))
        add(.unknownAttribute(text, near: near), places.text(text, of: path))
      }
    }
    return attributes
  }

  /// A key as a fault names it: `dim.fg`.
  private static func shown(_ path: [String]) -> String { path.dropFirst().joined(separator: ".") }
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
