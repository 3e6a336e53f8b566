import ArgumentParser
import Glibc

/// The place for a document: standard output, or a file, which is written whole and never replaced unasked.
struct DocumentOutput: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write it to, instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the file that is there.")
  var force = false

  func write(_ text: String, mode: mode_t = 0o666) throws(Failure) {
    if let output, output != "-" {
      try writeFile(text, to: output, replacing: force, remedy: "name another file, or give --force", mode: mode)
    } else {
      try Output.write(text)
    }
  }
}
