import ArgumentParser
import ParleyCore
import ParleyDocuments

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Prints the alignment record of a session.",
    discussion: example("parley record q3-alignment", "parley record q3 --format html -o q3.html"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @Option(help: "How to write it: md, html, json, csv, ics (what is to be done) or eml (an unsent mail).")
  var format: RecordFormat = .md

  @Option(
    help: ArgumentHelp(
      "A Mustache template of your own, for md and html; `builtin` prints the one that is used.", valueName: "file"))
  var template: String?

  @OptionGroup var target: DocumentOutput

  @OptionGroup var place: StoreOption

  func run() throws {
    guard let template else {
      return try target.write(try format.text(of: Record(of: try place.session(session))))
    }
    guard format == .md || format == .html else {
      throw Failure.usage(command: "record", problem: "a template is for --format md or html")
    }
    if template == "builtin" { return try target.write(RecordDocument.template(asHtml: format == .html)) }
    try target.write(try filled(template))
  }

  private func filled(_ path: String) throws -> String {
    let text = try Script(path: path).lines.joined(separator: "\n") + "\n"
    let record = Record(of: try place.session(session))
    do {
      return try RecordDocument.filled(text, asHtml: format == .html, record)
    } catch let fault as TemplateFault {
      Output.complain(
        "parley: \(oneLine("\(path):\(fault.line):\(fault.column): \(fault.what) — begin with `--template builtin`"))")
      throw Failure.ended(Sysexit.input.rawValue)
    }
  }
}
