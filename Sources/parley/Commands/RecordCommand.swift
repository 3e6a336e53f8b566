import ArgumentParser
import ParleyCore
import ParleyDocuments
import ParleyJournal

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Prints the alignment record of a session.",
    discussion: example("parley record q3-alignment", "parley record q3 --format html -o q3.html"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @Option(
    help:
      "How to write it: md, html, json, csv, ics (what is to be done), eml (an unsent mail) or roadmap (one page to hang up)."
  )
  var format: RecordFormat = .md

  @Option(
    help: ArgumentHelp(
      "A Mustache template of your own, for md and html; `builtin` prints the one that is used.",
      valueName: "template"))
  var template: String?

  @OptionGroup var language: LanguageOption

  @OptionGroup var target: DocumentOutput

  @OptionGroup var place: StoreOption

  func run() throws {
    guard let template else {
      let (record, isWhole) = try record()
      try target.write(try format.text(of: record, in: try language.words(record.language)))
      return try end(isWhole)
    }
    guard format == .md || format == .html else {
      throw Failure.usage(command: "record", problem: "a template is for --format md or html")
    }
    if template == "builtin" {
      return try target.write(RecordDocument.template(asHtml: format == .html, in: try language.words(nil)))
    }
    let (record, isWhole) = try record()
    try target.write(try filled(template, record))
    try end(isWhole)
  }

  private func record() throws(Failure) -> (Record, isWhole: Bool) {
    let file = try place.find(session)
    var (record, isWhole) = try StoreOption.read(file) { journal throws(JournalFault) in
      var record = Record(of: try journal.session())
      record.liveOn(from: journal.lastClock)
      return record
    }
    let ledger = try Failure.journal { () throws(JournalFault) in try Ledger(beside: file).read() }
    record.outcomes = ledger.outcomes[record.id] ?? []
    return (record, isWhole)
  }

  /// What the file still holds has been printed; a script must not take it for all there was.
  private func end(_ isWhole: Bool) throws(Failure) {
    if !isWhole { throw .ended(Sysexit.input.rawValue) }
  }

  private func filled(_ path: String, _ record: Record) throws -> String {
    let text = try Script(path: path).lines.joined(separator: "\n") + "\n"
    do {
      return try RecordDocument.filled(
        text, asHtml: format == .html, record, in: try language.words(record.language))
    } catch let fault as TemplateFault {
      Output.complain(
        "parley: \(oneLine("\(path):\(fault.line):\(fault.column): \(fault.what) — begin with `--template builtin`"))")
      throw Failure.ended(Sysexit.input.rawValue)
    }
  }
}
