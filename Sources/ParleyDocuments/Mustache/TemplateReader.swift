/// Reads a template in one pass, without recursion.
struct TemplateReader {
  private let bytes: [UInt8]
  private var at = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  /// Whether nothing but what was left out stands before `at` in its line.
  private var isLineStart = true
  private var open: [OpenSection] = []
  /// The parts of the template, then those of each open section.
  private var parts: [[Template.Part]] = [[]]

  private struct OpenSection {
    let name: String
    let kind: Template.Section
    let start: Int
  }

  private enum Tag {
    case value(String, isRaw: Bool)
    case begins(String, Template.Section)
    case ends(String)
    /// A comment, new delimiters, a partial: there is nothing in its place.
    case nothing

    var isValue: Bool { if case .value = self { true } else { false } }
  }

  static func parts(of text: String) throws(TemplateFault) -> [Template.Part] {
    guard text.utf8.count <= Template.largest else {
      throw TemplateFault(line: 1, column: 1, what: "it is larger than \(Template.largest / 1024) KiB")
    }
    var reader = TemplateReader(bytes: Array(text.utf8))
    return try reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() throws(TemplateFault) -> [Template.Part] {
    while let start = find(opening, from: at) {
      var text = bytes[at..<start]
      let indent = indent(endOf: text)
      at = start + opening.count
      let tag = try readTag()
      isLineStart = false
      // A line with such a tag alone is none of the text's.
      if !tag.isValue, let indent, let next = nextLine {
        text.removeLast(indent)
        (at, isLineStart) = (next, true)
      }
      add(text)
      try take(tag, at: start)
    }
    add(bytes[at...])
    if let open = open.last { throw fault("a section does not end", at: open.start) }
    return parts[0]
  }

  // MARK: Tags

  private mutating func readTag() throws(TemplateFault) -> Tag {
    guard at < bytes.count else { throw unfinished }
    let sign = bytes[at]
    if !Set("#^$<&/!=>%{".utf8).contains(sign) { return .value(try readName(), isRaw: false) }
    at += 1
    switch sign {
    case UInt8(ascii: "#"): return .begins(try readName(), .filled)
    case UInt8(ascii: "^"): return .begins(try readName(), .inverted)
    case UInt8(ascii: "$"): return .begins(try readName(), .block)
    case UInt8(ascii: "<"): return .begins(try readName(), .parent)
    case UInt8(ascii: "/"): return .ends(try readName())
    case UInt8(ascii: "&"): return .value(try readName(), isRaw: true)
    case UInt8(ascii: "{"): return .value(try readName(before: "}"), isRaw: true)
    case UInt8(ascii: "="): try readDelimiters()
    case UInt8(ascii: "%"): throw fault("a template has no settings", at: at - 1)
    default: _ = try content(before: "")
    }
    return .nothing
  }

  /// What stands up to a sign and the end of the tag.
  private mutating func content(before sign: String) throws(TemplateFault) -> ArraySlice<UInt8> {
    let end = Array(sign.utf8) + closing
    guard let place = find(end, from: at) else { throw unfinished }
    defer { at = place + end.count }
    return bytes[at..<place]
  }

  private mutating func readName(before sign: String = "") throws(TemplateFault) -> String {
    let start = at
    let text = String(decoding: try content(before: sign), as: UTF8.self).trimmed
    guard text.utf8.allSatisfy({ $0.isNameByte }) else {
      throw fault("a name has a character that none may have", at: start)
    }
    return text
  }

  private mutating func readDelimiters() throws(TemplateFault) {
    let start = at
    let words = try content(before: "=").split { $0.isBlank }
    guard words.count == 2, !words.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
      throw fault("the delimiters cannot be set so", at: start)
    }
    (opening, closing) = (Array(words[0]), Array(words[1]))
  }

  private mutating func take(_ tag: Tag, at start: Int) throws(TemplateFault) {
    switch tag {
    case .nothing: break
    case .value(let name, let isRaw): parts[parts.count - 1].append(.value(Template.Name(name), isRaw: isRaw))
    case .begins(let name, let kind):
      guard open.count < Template.deepest else {
        throw fault("sections nest deeper than \(Template.deepest)", at: start)
      }
      open.append(OpenSection(name: name, kind: kind, start: start))
      parts.append([])
    case .ends(let name):
      guard let section = open.popLast(), section.name == name, let within = parts.popLast() else {
        throw fault("a section ends under another name than it began", at: start)
      }
      parts[parts.count - 1].append(.section(Template.Name(name), section.kind, within))
    }
  }

  // MARK: Text

  private mutating func add(_ text: ArraySlice<UInt8>) {
    if !text.isEmpty { parts[parts.count - 1].append(.text(String(decoding: text, as: UTF8.self))) }
  }

  /// How many spaces stand before the tag after a text; nil where something else stands in its line.
  private func indent(endOf text: ArraySlice<UInt8>) -> Int? {
    let spaces = text.reversed().prefix { $0.isSpace }.count
    let begins = spaces == text.count ? isLineStart : text[text.endIndex - spaces - 1] == UInt8(ascii: "\n")
    return begins ? spaces : nil
  }

  /// Where the next line begins; nil where something stands in the rest of this one.
  private var nextLine: Int? {
    var end = at
    while end < bytes.count, bytes[end].isSpace { end += 1 }
    if end == bytes.count { return end }
    if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count { end += 1 }
    return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first else { return nil }
    var place = start
    while place + wanted.count <= bytes.count {
      if bytes[place] == first, bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
      place += 1
    }
    return nil
  }

  // MARK: Faults

  private var unfinished: TemplateFault {
    fault("the text ends within a tag", at: (bytes.lastIndex { $0 != UInt8(ascii: "\n") } ?? -1) + 1)
  }

  private func fault(_ what: String, at place: Int) -> TemplateFault {
    let before = bytes[..<place]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return TemplateFault(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: String(decoding: bytes[start..<place], as: UTF8.self).unicodeScalars.count + 1, what: what)
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  fileprivate var isBlank: Bool { isSpace || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: ".-_?*".utf8.contains(self)
    }
  }
}
