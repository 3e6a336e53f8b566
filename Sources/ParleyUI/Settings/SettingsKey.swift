import ParleyCore
import ParleyScreens
import ParleyTerminal

/// One key of `config.toml`: what stands under it, what it is for, and what reading it sets. The file is read by this
/// list, and the reference, the commented file and the JSON Schema are made of it.
public struct SettingsKey: Sendable {
  public let name: String
  public let value: SettingsValue
  /// What it is for, in a line.
  public let does: String
  /// A value as the file has it, other than the one that holds anyway.
  public let example: String
  /// Sets what the value says.
  let take: Take

  typealias Take = @Sendable (inout Settings, TOMLValue, SettingsSource) throws(Settings.Fault) -> Void

  private init(_ name: String, _ value: SettingsValue, _ does: String, example: String, _ take: @escaping Take) {
    (self.name, self.value, self.does, self.example, self.take) = (name, value, does, example, take)
  }
}

/// What stands under a key of `config.toml`.
public enum SettingsValue: Sendable {
  case text
  case flag
  /// The name of a theme, or one for each kind of background.
  case theme
  /// The name of a key, or a list of them.
  case keyNames
  case table([SettingsKey])
}

extension SettingsKey {
  /// Every key, in the order of the commented file.
  public static let all: [SettingsKey] = [
    SettingsKey(
      "theme", .theme, "the theme: its name or its file, or one for each kind of background", example: "\"light\""
    ) { settings, value, source throws(Settings.Fault) in
      settings.theme = try source.theme(value)
    },
    SettingsKey(
      "language", .text, "the language of documents where no plan says one: en, de, fr, or a wording of your own",
      example: "\"de\""
    ) { settings, value, source throws(Settings.Fault) in
      settings.language = try source.text(value, at: ["language"])
    },
    SettingsKey(
      "mouse", .flag, "whether clicks and the wheel count; without them a drag selects text", example: "false"
    ) { settings, value, source throws(Settings.Fault) in
      settings.mouse = try source.flag(value, at: ["mouse"], like: "false")
    },
    SettingsKey(
      "synchronized", .flag, "whether frames are shown whole where the terminal can", example: "false"
    ) { settings, value, source throws(Settings.Fault) in
      settings.synchronizesOutput = try source.flag(value, at: ["synchronized"])
    },
    SettingsKey(
      "clipboard", .flag,
      "whether C-y copies; without this key, where the terminal is not known to have no clipboard for programs",
      example: "false"
    ) { settings, value, source throws(Settings.Fault) in
      settings.services.clipboard = try source.flag(value, at: ["clipboard"], like: "false")
    },
    SettingsKey(
      "notifications", .flag,
      "whether the terminal shows a notification at zero beside the bell; without this key, where it is known to",
      example: "false"
    ) { settings, value, source throws(Settings.Fault) in
      settings.services.notifications = try source.flag(value, at: ["notifications"], like: "false")
    },
    SettingsKey(
      "progress", .flag,
      "whether the terminal's tab shows how far the time has gone; without this key, where it is known to",
      example: "false"
    ) { settings, value, source throws(Settings.Fault) in
      settings.services.progress = try source.flag(value, at: ["progress"], like: "false")
    },
    SettingsKey(
      "links", .flag, "whether addresses in what is printed at a terminal can be clicked", example: "false"
    ) { settings, value, source throws(Settings.Fault) in
      settings.links = try source.flag(value, at: ["links"], like: "false")
    },
    table("defaults", "what holds for options that are not given", defaults),
    table("keys", "other keys for what keys do; parley help keys has the names", keys),
    table("hooks", hooksDo, hooks),
    table("phrases", "your own words for the facilitator's cards; a plan's go before them", phrases),
  ]

  private static let defaults: [SettingsKey] = [
    SettingsKey(
      "store", .text, "the folder with the sessions; PARLEY_STORE goes before it", example: "\"~/sessions\""
    ) { settings, value, source throws(Settings.Fault) in
      settings.defaults.store = try source.text(value, at: ["defaults", "store"])
    },
    SettingsKey(
      "plain", .flag, "whether sessions are shown line by line, as with --plain", example: "true"
    ) { settings, value, source throws(Settings.Fault) in
      settings.defaults.plain = try source.flag(value, at: ["defaults", "plain"])
    },
  ]

  private static let keys: [SettingsKey] = Action.all.map { action in
    let usual = action.keys.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return SettingsKey(action.id.rawValue, .keyNames, action.help, example: "[\(usual)]") {
      settings, value, source throws(Settings.Fault) in
      settings.boundKeys[action.id] = try source.keys(value, at: ["keys", action.id.rawValue])
    }
  }

  private static let hooksDo = """
    commands that the host of a session runs with /bin/sh at its moments; PARLEY_SESSION, PARLEY_STORE, PARLEY_HOOK and \
    PARLEY_STEP tell them where they are; none waits for them, and after \(HookMoment.limitSeconds) seconds they are ended
    """

  private static let hooks: [SettingsKey] = HookMoment.allCases.map { moment in
    SettingsKey(moment.rawValue, .text, moment.does, example: JSON.string(moment.example).line) {
      settings, value, source throws(Settings.Fault) in
      settings.hooks[moment] = try source.text(value, at: ["hooks", moment.rawValue])
    }
  }

  private static let phrases: [SettingsKey] = Phrases.Card.allCases.map { card in
    let name = card.rawValue
    return SettingsKey(name, .text, "the card “\(name)”", example: JSON.string(Phrases().text(card)).line) {
      settings, value, source throws(Settings.Fault) in
      settings.phrases[name] = try source.text(value, at: ["phrases", name]).cleaned
    }
  }

  private static func table(_ name: String, _ does: String, _ keys: [SettingsKey]) -> SettingsKey {
    SettingsKey(name, .table(keys), does, example: "") { settings, value, source throws(Settings.Fault) in
      try settings.read(try source.table(value, at: [name]), keys, at: [name], source)
    }
  }
}
