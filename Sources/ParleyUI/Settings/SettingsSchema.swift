import ParleyCore
import ParleyTerminal

extension SettingsKey {
  /// The JSON Schema (2020-12) of `config.toml`, for editors that check TOML by one.
  public static var schema: JSON {
    table(all).adding("title", "The settings of Parley").adding("$id", "urn:parley:config:1")
      .adding("$schema", "https://json-schema.org/draft/2020-12/schema")
  }

  private static func table(_ keys: [SettingsKey]) -> JSON {
    let properties = keys.map { JSON.Member($0.name, $0.value.schema.adding("description", $0.does)) }
    return ["type": "object", "properties": .object(properties), "additionalProperties": false]
  }

  fileprivate static func schema(of keys: [SettingsKey]) -> JSON { table(keys) }
}

extension SettingsValue {
  fileprivate var schema: JSON {
    switch self {
    case .text: ["type": "string"]
    case .flag: ["type": "boolean"]
    case .theme: ["anyOf": [["type": "string"], SettingsValue.themes]]
    case .keyNames: ["anyOf": [SettingsValue.keyName, ["type": "array", "items": SettingsValue.keyName]]]
    case .table(let keys): SettingsKey.schema(of: keys)
    }
  }

  private static let themes: JSON = [
    "type": "object", "properties": ["dark": ["type": "string"], "light": ["type": "string"]],
    "required": ["dark", "light"], "additionalProperties": false,
  ]

  private static let keyName: JSON = [
    "anyOf": [
      ["enum": JSON(Key.givenNames)],
      ["type": "string", "pattern": "^([^\\u0000-\\u001f\\u007f]|[CM]-(space|[^\\u0000-\\u001f\\u007f]))$"],
    ]
  ]
}
