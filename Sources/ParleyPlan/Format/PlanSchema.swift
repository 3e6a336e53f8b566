import ParleyCore

// Theory: editors read a plan as YAML 1.2, in which `2027` is a number and `true` a flag; the reader takes both for
// text where text may stand. So the schema lets a text be any scalar, and a number be a number or its digits in quotes.
// What it cannot say is left to `parley check`: ids that are taken or lead nowhere, a target that is the baseline, a day
// that is not in the calendar, a zone that the machine does not know, a numeral's spelling, and bytes in place of
// characters.
extension PlanFormat {
  /// The plan's JSON Schema (2020-12).
  public static var schema: JSON {
    let mappings = inner(of: plan).map { JSON.Member($0.slug, schema(of: $0)) }
    return schema(of: plan).adding("description", "What a session begins with; parley help plan explains every key.")
      .adding("title", "A plan of Parley").adding("$id", "urn:parley:plan:1")
      .adding("$schema", "https://json-schema.org/draft/2020-12/schema")
      .with("$defs", .object(scalars + mappings))
  }

  /// The mappings below another, each once.
  private static func inner(of outermost: PlanMapping) -> [PlanMapping] {
    var found = [outermost]
    var next = 0
    while next < found.count {
      for inner in found[next].keys.compactMap(\.value.inner) where !found.contains(where: { $0.slug == inner.slug }) {
        found.append(inner)
      }
      next += 1
    }
    return Array(found.dropFirst())
  }

  private static func schema(of mapping: PlanMapping) -> JSON {
    let properties = mapping.keys.map { key in
      JSON.Member(key.name, key.value.schema(isRequired: key.isRequired).adding("description", key.does))
    }
    let required = mapping.keys.filter(\.isRequired).map(\.name)
    var members: [JSON.Member] = [
      .init("type", "object"), .init("properties", .object(properties)), .init("required", JSON(required)),
    ]
    members.append(.init("additionalProperties", mapping.isOpen ? reference("line") : false))
    if !mapping.exactlyOne.isEmpty {
      members.append(.init("oneOf", .array(mapping.exactlyOne.map { ["required": [.string($0)]] })))
    }
    return .object(members)
  }

  fileprivate static func reference(_ name: String) -> JSON { ["$ref": .string("#/$defs/\(name)")] }

  /// What a text has none of: control characters, and what hides or turns round what stands beside it.
  private static let refused = [
    "\\u0000-\\u0009", "\\u000b-\\u001f", "\\u007f-\\u009f", "\\u200b", "\\u2028-\\u202e", "\\u2060-\\u206f", "\\ufeff",
  ].joined()

  /// One line with something to read in it.
  private static let given = "^[^\\n\(refused)]*[^\\s\(refused)][^\\n\(refused)]*$"

  private static let scalars: [JSON.Member] = [
    .init("name", text("^[^\\n\(refused)]*$", most: MappingReader.longestName)),
    .init("given-name", text(given, most: MappingReader.longestName)),
    .init("line", text("^[^\\n\(refused)]*$", most: MappingReader.longestText)),
    .init("given-line", text(given, most: MappingReader.longestText)),
    .init("lines", text("^[^\(refused)]*$", most: MappingReader.longestText)),
    .init("number", ["anyOf": [["type": "number"], pattern(decimal)]]),
    .init("flag", ["enum": [true, false, "true", "false"]]),
    .init("date", pattern("^\(day)$")),
    .init("moment", pattern("^\(day) ([01][0-9]|2[0-3]):[0-5][0-9]$")),
    .init("zone", pattern("^(UTC|[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)+)$")),
    .init("language", text("^[A-Za-z0-9-]*$", most: 35)),
    .init("address", pattern("^[^\\s@<>(),;:\"]+@[^\\s@<>(),;:\"]+$")),
    .init("link", pattern("^[hH][tT][tT][pP][sS]?://[^\\s/<>\"][^\\s<>\"]*$")),
    .init("id", ["anyOf": [pattern("^[a-z0-9][a-z0-9-]{0,63}$"), ["type": ["integer", "boolean"], "minimum": 0]]]),
  ]

  private static let decimal = "^[-+]?((0|[1-9][0-9]*)\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?$"
  private static let day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

  private static func text(_ pattern: String, most: Int) -> JSON {
    ["type": ["string", "number", "boolean"], "pattern": .string(pattern), "maxLength": .integer(most)]
  }

  private static func pattern(_ pattern: String) -> JSON { ["type": "string", "pattern": .string(pattern)] }
}

extension PlanValue {
  fileprivate func schema(isRequired: Bool) -> JSON {
    switch self {
    case .version: ["enum": [1, "1"]]
    case .name: PlanFormat.reference(isRequired ? "given-name" : "name")
    case .text: PlanFormat.reference(isRequired ? "given-line" : "line")
    case .lines: PlanFormat.reference("lines")
    case .number: PlanFormat.reference("number")
    case .whole(let least, let most): PlanValue.whole(least, most ?? 1_000_000_000)
    case .flag: PlanFormat.reference("flag")
    case .date: PlanFormat.reference("date")
    case .moment: PlanFormat.reference("moment")
    case .zone: PlanFormat.reference("zone")
    case .language: PlanFormat.reference("language")
    case .address: PlanFormat.reference("address")
    case .link: PlanFormat.reference("link")
    case .newID, .reference: PlanFormat.reference("id")
    case .choice(let words): ["enum": JSON(words)]
    case .list(let item, let least): PlanValue.list(item, least)
    case .mapping(let mapping): PlanFormat.reference(mapping.slug)
    case .textOr(let mapping): ["anyOf": [PlanFormat.reference("line"), PlanFormat.reference(mapping.slug)]]
    }
  }

  private static func whole(_ least: Int, _ most: Int) -> JSON {
    let digits = least > 0 ? "^\\+?[1-9][0-9]{0,9}$" : "^[-+]?(0|[1-9][0-9]{0,9})$"
    return [
      "anyOf": [
        ["type": "integer", "minimum": .integer(least), "maximum": .integer(most)],
        ["type": "string", "pattern": .string(digits)],
      ]
    ]
  }

  /// One text may stand where a list may; one mapping may not.
  private static func list(_ item: PlanValue, _ least: Int) -> JSON {
    let items = item.schema(isRequired: false)
    let list: JSON = ["type": "array", "items": items, "minItems": .integer(least)]
    switch item {
    case .mapping: return list
    case .textOr: return ["anyOf": [PlanFormat.reference("line"), list]]
    default: return ["anyOf": [items, list]]
    }
  }
}

extension PlanMapping {
  /// Its name in the schema: `a kill criterion` is `kill-criterion`.
  fileprivate var slug: String {
    let words = name.filter { $0 != "`" }.split(separator: " ").filter { !["a", "an", "the"].contains($0) }
    return "a-" + words.joined(separator: "-")
  }
}

extension JSON {
  /// The object with a further member at its end.
  fileprivate func with(_ key: String, _ value: JSON) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(key, value)])
  }
}
