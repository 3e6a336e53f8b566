import ArgumentParser
import ParleyDocuments

struct PrereadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preread",
    abstract: "Prints what everyone reads before the session; nothing private is in it.",
    discussion: example("parley preread q3.yaml", "parley preread q3.yaml --format eml -o preread.eml"))

  @Argument(help: "The plan.")
  var file: String

  @Option(help: "How to write it: md, html or eml (an unsent mail).")
  var format: Format = .md

  @OptionGroup var target: DocumentOutput

  enum Format: String, CaseIterable, ExpressibleByArgument { case md, html, eml }

  func run() throws {
    let plan = try requirePlan(file).plan
    let text =
      switch format {
      case .md: try PrereadDocument.markdown(plan)
      case .html: try PrereadDocument.html(plan)
      case .eml: try PrereadDocument.eml(plan)
      }
    try target.write(text)
  }
}
