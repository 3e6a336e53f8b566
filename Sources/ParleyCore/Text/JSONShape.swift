/// What a JSON value looks like, for a schema (JSON Schema 2020-12).
public indirect enum JSONShape: Sendable {
  case text
  /// `2027-06-28`.
  case date
  /// `2027-06-28T14:00:00`, of the session's clock.
  case instant
  case number
  case whole
  case flag
  /// Text, a number, or nothing.
  case scalar
  /// One of these words.
  case words([String])
  /// This number and no other.
  case only(Int)
  case orNull(JSONShape)
  case list(JSONShape)
  /// An object with exactly these keys.
  case object([Key])
  /// An object whose keys are ids.
  case byID(JSONShape)

  /// A key of an object.
  public struct Key: Sendable {
    public let name: String
    public let shape: JSONShape
    /// What it is, in a line; empty where its name says it.
    public let does: String

    init(_ name: String, _ shape: JSONShape, _ does: String = "") {
      (self.name, self.shape, self.does) = (name, shape, does)
    }
  }

  /// The words of a type.
  static func words<Word>(of type: Word.Type) -> JSONShape
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    .words(type.allCases.map(\.rawValue))
  }

  /// The schema of such a value.
  public var schema: JSON {
    switch self {
    case .text: ["type": "string"]
    case .date: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    case .instant: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"]
    case .number: ["type": "number"]
    case .whole: ["type": "integer"]
    case .flag: ["type": "boolean"]
    case .scalar: ["type": ["string", "number", "null"]]
    case .words(let words): ["enum": JSON(words)]
    case .only(let number): ["const": .integer(number)]
    case .orNull(let shape): ["anyOf": [shape.schema, ["type": "null"]]]
    case .list(let shape): ["type": "array", "items": shape.schema]
    case .object(let keys): JSONShape.schema(of: keys)
    case .byID(let shape): ["type": "object", "additionalProperties": shape.schema]
    }
  }

  private static func schema(of keys: [Key]) -> JSON {
    let properties = keys.map { key in
      JSON.Member(key.name, key.does.isEmpty ? key.shape.schema : key.shape.schema.adding("description", key.does))
    }
    return [
      "type": "object", "properties": .object(properties), "required": JSON(keys.map(\.name)),
      "additionalProperties": false,
    ]
  }
}

extension JSON {
  /// The object with a further member, which comes first.
  public func adding(_ key: String, _ text: String) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object([Member(key, .string(text))] + members)
  }
}
