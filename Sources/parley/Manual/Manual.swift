import ParleyUI

/// The man pages.
enum Manual {
  static func pages() throws -> [ManualPage] {
    let settings = Settings.standard
    return [
      ManualPage(name: "parley", section: 1, about: "run stakeholder-alignment sessions", blocks: try overview()),
      ManualPage(
        name: "parley-plan", section: 5, about: "the plan of a session of parley(1)",
        blocks: HelpTopic.plan.blocks(settings)),
      ManualPage(
        name: "parley-config", section: 5, about: "the settings of parley(1)",
        blocks: HelpTopic.config.blocks(settings)),
      ManualPage(
        name: "parley-commands", section: 7, about: "the language of commands of parley(1)",
        blocks: HelpTopic.commands.blocks(settings)),
      ManualPage(
        name: "parley-keys", section: 7, about: "the keys of parley(1)", blocks: HelpTopic.keys.blocks(settings)),
    ]
  }

  private static func overview() throws -> [ManualPage.Block] {
    let tree = try CommandTree.whole()
    let head: [ManualPage.Block] = [
      .paragraph(
        """
        Parley runs a stakeholder-alignment session over a goal-oriented roadmap, full screen in a terminal. It keeps \
        the talk at the level of outcomes: a dot per person and goal, a countdown for every step, a price for every \
        addition. Every command is on disk before it shows: after a crash or a lost line the session goes on where it \
        was.
        """),
      .heading("Commands"),
    ]
    let end: [ManualPage.Block] = [
      .heading("Files"), .terms(files), .heading("See also"),
      .paragraph("parley-plan(5), parley-config(5), parley-commands(7), parley-keys(7)"),
    ]
    let topics: [HelpTopic] = [.importing, .environment, .exitCodes]
    return head + tree.subcommands.flatMap(blocks)
      + topics.flatMap { topic -> [ManualPage.Block] in [.heading(topic.heading)] + topic.blocks(.standard) } + end
  }

  private static let files: [ManualPage.Term] = [
    .init(
      "~/.local/share/parley/sessions",
      "The store: a session is one file, ID.parley, and what is private of it stands in ID.private."),
    .init("~/.config/parley/config.toml", "The settings."),
    .init("~/.config/parley/themes", "Your own themes, NAME.toml each."),
  ]

  private static func blocks(of command: CommandTree) -> [ManualPage.Block] { blocks(of: command, after: "parley") }

  private static func blocks(of command: CommandTree, after line: String) -> [ManualPage.Block] {
    let line = "\(line) \(command.commandName)"
    let own = command.arguments.filter { !["--help", "--version"].contains($0.written.last ?? "") }
    var blocks: [ManualPage.Block] = [.subheading(([line] + own.map(\.usage)).joined(separator: " "))]
    if let abstract = command.abstract { blocks.append(.paragraph(abstract)) }
    if !own.isEmpty { blocks.append(.terms(own.map(\.term))) }
    if let discussion = command.discussion, let example = discussion.components(after: "Example:") {
      blocks.append(.code(example))
    }
    return blocks + command.subcommands.flatMap { Manual.blocks(of: $0, after: line) }
  }
}

extension CommandTree.Argument {
  private var value: String { "<\(valueName ?? "value")>\(isRepeating ? "…" : "")" }

  /// As it stands in a synopsis.
  fileprivate var usage: String {
    let word =
      switch kind {
      case .positional: value
      case .flag: written.last ?? ""
      case .option: "\(written.last ?? "") \(value)"
      }
    return isOptional || kind == .flag ? "[\(word)]" : word
  }

  fileprivate var term: ManualPage.Term {
    let word =
      switch kind {
      case .positional: value
      case .flag: written.joined(separator: ", ")
      case .option: "\(written.joined(separator: ", ")) \(value)"
      }
    let words = allValues.map { $0.isEmpty ? "" : " One of: \($0.joined(separator: ", "))." } ?? ""
    let usual = defaultValue.map { " Without it: \($0)." } ?? ""
    return ManualPage.Term(word, (abstract ?? "").sentence + words + usual)
  }
}

extension String {
  /// The lines after one that is this; nil where there is none.
  fileprivate func components(after heading: String) -> [String]? {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: heading) else { return nil }
    return lines[(start + 1)...].prefix { !$0.isEmpty }.map { String($0.drop { $0 == " " }) }
  }
}
