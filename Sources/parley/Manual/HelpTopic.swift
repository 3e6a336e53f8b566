import ParleyUI

/// What `parley help` explains besides the commands.
enum HelpTopic: String, CaseIterable {
  case plan, keys, commands, config
  case importing = "import"
  case environment
  case exitCodes = "exit-codes"

  var about: String {
    switch self {
    case .plan: "the keys of a plan file"
    case .keys: "the keys of the screen, place by place"
    case .commands: "the language of commands: the : line, scripts, parley send"
    case .config: "the settings in config.toml"
    case .importing: "what parley new --from makes of which column"
    case .environment: "the variables that Parley reads"
    case .exitCodes: "what it ends with"
    }
  }

  /// As a section of the manual.
  var heading: String {
    switch self {
    case .importing: "Import"
    case .exitCodes: "Exit status"
    case .plan, .keys, .commands, .config, .environment: rawValue.sentence.filter { $0 != "." }
    }
  }

  /// Its page. Keys are those that the user has bound.
  func page(_ settings: Settings) -> ManualPage {
    ManualPage(name: "parley help \(rawValue)", section: 7, about: about, blocks: blocks(settings))
  }

  /// The blocks of its page.
  func blocks(_ settings: Settings) -> [ManualPage.Block] {
    switch self {
    case .plan: Reference.plan
    case .keys: Reference.keys(settings.keymap)
    case .commands: Reference.commands
    case .config: Reference.config
    case .importing: Reference.importing
    case .environment: Reference.environment
    case .exitCodes: Reference.exitCodes
    }
  }
}
