import ArgumentParser
import ParleyCore
import ParleyPlan
import ParleyUI

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a JSON Schema (2020-12), by which editors and scripts check a file.",
    discussion: example("parley schema plan", "parley schema record -o record.schema.json"))

  @Argument(help: "Of what: a plan, a record as JSON, or config.toml.")
  var subject: Schema

  @OptionGroup var target: DocumentOutput

  func run() throws {
    try target.write(subject.text)
  }
}

/// What there is a schema of.
enum Schema: String, CaseIterable, ExpressibleByArgument {
  case plan, record, config

  /// The schema as a file has it.
  var text: String {
    let schema =
      switch self {
      case .plan: PlanFormat.schema
      case .record: RecordSection.schema
      case .config: SettingsKey.schema
      }
    return schema.pretty + "\n"
  }

  /// The name of its file.
  var fileName: String { "\(rawValue).schema.json" }
}
