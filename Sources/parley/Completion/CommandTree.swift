import ArgumentParser
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The commands with all that may be written after them, as the argument parser tells of itself. Man pages and the
/// shells' completions are made of it.
struct CommandTree: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let defaultSubcommand: String?
  private let listed: [CommandTree]?
  private let taken: [Argument]?

  private enum CodingKeys: String, CodingKey {
    case commandName, abstract, discussion, shouldDisplay, defaultSubcommand
    case listed = "subcommands"
    case taken = "arguments"
  }

  /// Something that a command takes.
  struct Argument: Decodable {
    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?

    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      let kind: String
      let name: String

      /// `-o`, `--output`.
      var written: String { (kind == "long" ? "--" : "-") + name }
    }

    /// As they are written, the short one first.
    var written: [String] { (names ?? []).map(\.written).sorted { $0.count < $1.count } }
  }

  var arguments: [Argument] { (taken ?? []).filter(\.shouldDisplay) }
  /// Those for people.
  var subcommands: [CommandTree] { (listed ?? []).filter(\.shouldDisplay) }
  var positionals: [Argument] { arguments.filter { $0.kind == .positional } }

  func subcommand(_ name: String) -> CommandTree? { subcommands.first { $0.commandName == name } }
  func option(_ written: String) -> Argument? { arguments.first { $0.written.contains(written) } }

  /// The whole program.
  static func whole() throws -> CommandTree {
    try JSONDecoder().decode(Whole.self, from: Data(Parley._dumpHelp().utf8)).command
  }

  private struct Whole: Decodable { let command: CommandTree }
}
