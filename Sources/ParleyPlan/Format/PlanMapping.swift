// Theory: what a plan may say is written down once, key by key, in `PlanFormat`. The reader takes from there which keys
// there are, which of them must be there, and the bounds of their values; the reference, the man page and the JSON
// Schema are printed from the same list. So a key that is added to the list is known to all of them, and one that is
// read without standing there is refused as unknown by the first test that writes it.

/// One mapping of the plan's format, key by key.
public struct PlanMapping: Sendable {
  /// What a message calls it: `a goal`.
  public let name: String
  /// Its keys, in the order in which people read them.
  public let keys: [PlanKey]
  /// The keys of which exactly one must be there; none in most mappings.
  public let exactlyOne: [String]
  /// Whether keys of other names are taken as well.
  public let isOpen: Bool

  init(_ name: String, exactlyOne: [String] = [], isOpen: Bool = false, _ keys: [PlanKey]) {
    self.name = name
    self.keys = keys
    self.exactlyOne = exactlyOne
    self.isOpen = isOpen
  }

  /// A key by its name; nil when the mapping has none.
  subscript(name: String) -> PlanKey? { keys.first { $0.name == name } }

  /// The same keys under another name.
  func called(_ name: String) -> PlanMapping {
    PlanMapping(name, exactlyOne: exactlyOne, isOpen: isOpen, keys)
  }
}

/// One key of a mapping.
public struct PlanKey: Sendable {
  public let name: String
  public let value: PlanValue
  public let isRequired: Bool
  /// What it is for, in a line.
  public let does: String

  init(_ name: String, _ value: PlanValue, required: Bool = false, _ does: String) {
    self.name = name
    self.value = value
    isRequired = required
    self.does = does
  }
}

/// What stands under a key.
public indirect enum PlanValue: Sendable {
  /// The version of the format, `1`.
  case version
  /// One line, at most 200 bytes.
  case name
  /// One line, at most 4,096 bytes.
  case text
  /// The same with line breaks.
  case lines
  /// A finite decimal number.
  case number
  /// A whole number within bounds; without `most`, a thousand million at most.
  case whole(least: Int, most: Int?)
  /// `true` or `false`.
  case flag
  /// `2027-06-28`.
  case date
  /// `2027-06-28 14:00`.
  case moment
  /// A time zone by its IANA name.
  case zone
  /// The name of a language, or of a wording among the user's settings.
  case language
  /// A mailbox, without a name.
  case address
  /// An address for a browser.
  case link
  /// The id of a new thing.
  case newID
  /// The id of something in the plan: `goal`.
  case reference(to: String)
  case choice([String])
  /// Several; one may stand there without the brackets.
  case list(PlanValue, least: Int)
  case mapping(PlanMapping)
  /// A text, or a mapping that says more.
  case textOr(PlanMapping)

  /// A list that may be empty.
  static func list(_ value: PlanValue) -> PlanValue { .list(value, least: 0) }

  /// The words of a type.
  static func choice<Choice>(of type: Choice.Type) -> PlanValue
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    .choice(type.allCases.map(\.rawValue))
  }
}

extension PlanValue {
  /// The most bytes that it may have; nil for what is no free text.
  var limit: Int? {
    switch self {
    case .name: MappingReader.longestName
    case .text, .lines: MappingReader.longestText
    case .version, .number, .whole, .flag, .date, .moment, .zone, .language, .address, .link, .newID, .reference,
      .choice, .list,
      .mapping, .textOr:
      nil
    }
  }

  /// The mapping that stands there, alone, as an item of a list, or in place of a text.
  public var inner: PlanMapping? {
    switch self {
    case .mapping(let mapping), .textOr(let mapping): mapping
    case .list(let item, _): item.inner
    case .version, .name, .text, .lines, .number, .whole, .flag, .date, .moment, .zone, .language, .address, .link,
      .newID,
      .reference, .choice:
      nil
    }
  }

  /// How it is written, for the reference: `2027-06-28`, `one of: low medium high`.
  public var written: String {
    switch self {
    case .version: "1"
    case .name: "a line, 200 bytes at most"
    case .text: "a line, 4,096 bytes at most"
    case .lines: "text, 4,096 bytes at most"
    case .number: "a number"
    case .whole(let least, nil): "a whole number, \(least) or more"
    case .whole(let least, let most?): "a whole number from \(least) to \(most)"
    case .flag: "true or false"
    case .date: "a day: 2027-06-28"
    case .moment: "a day and a time: 2027-06-28 14:00"
    case .zone: "a time zone: Europe/Berlin"
    case .language: "a language: en, de, fr, or the name of a wording of your own"
    case .address: "an address: kai@example.org"
    case .link: "an address: https://…"
    case .newID: "an id: a–z, 0–9 and hyphens, 64 at most"
    case .reference(let kind): "the id of a \(kind)"
    case .choice(let words): "one of: \(words.joined(separator: " "))"
    case .list(.mapping, let least): least == 0 ? "a list" : "a list, of one at least"
    case .list(.textOr, _): "a list of lines, or of what stands below"
    case .list(.choice(let words), _): "a list of: \(words.joined(separator: " "))"
    case .list(.reference(let kind), _): "a list of ids of \(kind)s"
    case .list: "a list of lines"
    case .mapping: "a mapping"
    case .textOr: "a line, or what stands below"
    }
  }
}
