import ArgumentParser
import ParleyCore
import ParleyJournal
import ParleyPlan

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a commented plan to fill in.",
    discussion: example("parley new q3.yaml", "parley new q3-review.yaml --kind review"))

  @Argument(help: "The plan to write; it must not be there yet.")
  var file: String

  @Option(help: "The kind of session: \(kinds).", transform: kind(named:))
  var kind: SessionKind = .alignment

  func run() throws {
    let inAWeek = ClockReading.now().localTime.date.adding(days: 7)
    let text = PlanTemplate.text(kind: kind, starts: inAWeek)
    try writeFile(text, to: file, replacing: false, remedy: "name another file, or remove this one first")
  }
}

private let kinds = SessionKind.allCases.map(\.rawValue).joined(separator: ", ")

private func kind(named name: String) throws -> SessionKind {
  guard let kind = SessionKind(rawValue: name) else { throw ValidationError("it is none of \(kinds)") }
  return kind
}
