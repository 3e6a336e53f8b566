import ArgumentParser
import ParleyUI

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Prints a settings file in which every key is explained, or puts it down.",
    discussion: example("parley config", "parley config --write", "parley config --write --force"))

  @Flag(help: "Writes it to where Parley looks for it, and prints that path.")
  var write = false

  @Flag(help: "Replaces the file that is there.")
  var force = false

  func run() throws {
    guard write else { return try Output.write(SettingsFile.commented) }
    guard let path = UserSettings.path else {
      throw Failure.unknown("config", what: "there is no home to put it in", remedy: "set HOME or XDG_CONFIG_HOME")
    }
    guard makeFolder(String(path.dropLast("/config.toml".count))) else {
      throw Failure.cannotCreate(path, reason: "its folder cannot be made")
    }
    try writeFile(
      SettingsFile.commented, to: path, replacing: force,
      remedy: "give --force to replace it, or read `parley config` beside it")
    try Output.write(path + "\n")
  }
}
