import ArgumentParser
import ParleyCore
import ParleyDocuments
import ParleyPlan

struct PrereadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preread",
    abstract: "Prints what everyone reads before the session, or the invitation; nothing private is in it.",
    discussion: example(
      "parley preread q3.yaml", "parley preread q3.yaml --format eml -o preread.eml",
      "parley preread q3.yaml --format ics -o invitation.ics"))

  @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
  var file: String

  @Option(help: "How to write it: md, html, eml (an unsent mail) or ics (the invitation, for a calendar).")
  var format: Format = .md

  @OptionGroup var language: LanguageOption

  @OptionGroup var target: DocumentOutput

  @OptionGroup var place: StoreOption

  enum Format: String, CaseIterable, ExpressibleByArgument { case md, html, eml, ics }

  func run() throws {
    var plan = try requirePlan(file).plan
    assumeZone(&plan)
    let words = try language.words(plan.language)
    if format == .ics { return try target.write(try invitation(of: plan, words)) }
    let whole = try plan.goingOn(from: try place.store())
    let text =
      switch format {
      case .md: try PrereadDocument.markdown(whole, in: words)
      case .html: try PrereadDocument.html(whole, in: words)
      case .eml, .ics: try PrereadDocument.eml(whole, zone: plan.zoneTimes, in: words)
      }
    try target.write(text)
  }

  /// An hour without a zone is another hour elsewhere: it is this machine's then, and that is said.
  private func assumeZone(_ plan: inout Plan) {
    guard plan.zone == nil, plan.starts != nil, format == .ics || plan.goesElsewhere else { return }
    plan.zone = MachineZone.current
    let taken = plan.zone.map { "its hour is taken as the time in \($0), where this machine is" }
    Output.complain(
      "parley: \(oneLine(file)): \(taken ?? "its hour is in nobody's time zone in particular") — write `zone`")
  }

  private func invitation(of plan: Plan, _ words: DocumentWording) throws(Failure) -> String {
    guard let starts = plan.starts else {
      throw .unknown(file, what: "the plan does not say when the session begins", remedy: "write it as `starts`")
    }
    return PrereadDocument.ics(plan, starts: starts, zone: plan.zoneTimes, in: words)
  }
}

extension Plan {
  /// The clock of its zone round the session's start.
  fileprivate var zoneTimes: ZoneTimes? {
    guard let zone, let starts else { return nil }
    return ZoneTimes(of: zone, around: starts)
  }
}
