import ArgumentParser
import ParleyCore

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Prints the alignment record of a session.",
    discussion: example("parley record q3-alignment", "parley record q3 --format json -o q3.json"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @Option(help: "How to write it: md or json.")
  var format: RecordFormat = .md

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write it to, instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file that is there.")
  var force = false

  @OptionGroup var place: StoreOption

  func run() throws {
    let text = try format.text(of: Record(of: try place.session(session)))
    if let output, output != "-" {
      try writeFile(text, to: output, replacing: force, remedy: "name another file, or give --force")
    } else {
      try Output.write(text)
    }
  }
}
