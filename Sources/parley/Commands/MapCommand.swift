import ArgumentParser
import Glibc
import ParleyCore
import ParleyDocuments
import ParleyJournal
import ParleyPlan

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Prints the private stakeholder map, for the facilitator alone.",
    discussion: example(
      "parley map q3.yaml", "parley map one-on-one-vera",
      "parley map q3.yaml --survey answers.csv --format html -o map.html"))

  @Argument(
    help: ArgumentHelp(
      "The plan, or a session: its id or title, the beginning of one, or its file.", valueName: "plan|session"))
  var file: String?

  @Option(name: .customLong("case"), help: ArgumentHelp("The people of a practice case instead.", valueName: "case"))
  var practice: String?

  @Option(
    help: ArgumentHelp(
      "Answers to the survey: CSV with the columns who, outcome, worry, non-negotiable, priorities, or someone's mail; may be given again.",
      valueName: "mail"))
  var survey: [String] = []

  @Option(help: "How to write it: md or html.")
  var format: Format = .md

  @OptionGroup var language: LanguageOption

  @OptionGroup var target: DocumentOutput

  @OptionGroup var place: StoreOption

  enum Format: String, CaseIterable, ExpressibleByArgument { case md, html }

  func validate() throws {
    if (file == nil) == (practice == nil) { throw ValidationError("a plan, a session, or a case with --case") }
  }

  func run() throws {
    var (plan, map) = try practice.map(PracticeCase.prepared) ?? subject(file ?? "")
    for survey in survey { map = try answered(map, plan, survey) }
    Output.complain("parley: \(oneLine(file ?? practice ?? "")): this is private — keep it off every shared screen")
    let blocks = PastBlocks(StoreRecords(try place.store(), telling: false).sessions.map(\.record), for: plan)
    let words = try language.words(plan.language)
    let text =
      switch format {
      case .md: try MapDocument.markdown(plan, map, blocks: blocks, in: words)
      case .html: try MapDocument.html(plan, map, blocks: blocks, in: words)
      }
    try target.write(text, mode: 0o600)
  }

  /// A file is a plan. Anything else is a session, with the map beside it and the answers from 1:1s (M9).
  private func subject(_ file: String) throws(Failure) -> (plan: Plan, map: StakeholderMap) {
    var found = stat()
    let isSession = file.hasSuffix(SessionFile.ending) || stat(file, &found) != 0
    guard isSession, let source = try? place.find(file) else { return try requirePlan(file) }
    return try StoreOption.read(source) { journal throws(JournalFault) in
      (try journal.session().state.plan, try source.readMap())
    }.value
  }

  private func answered(_ map: StakeholderMap, _ plan: Plan, _ path: String) throws(Failure) -> StakeholderMap {
    let bytes = try fileBytes(path, atMost: 32 << 20)
    if let mail = try mail(bytes, path, plan.stakeholders) {
      let answers = SurveyAnswers(
        answer: mail.text, of: StakeholderID(mail.who), goals: plan.goals, asked: try marks(of: plan))
      return try added(answers, to: map, path)
    }
    return try added(SurveyAnswers(bytes: bytes, people: plan.stakeholders, goals: plan.goals), to: map, path)
  }

  /// The words that an answer's line may begin with: that of the plan's language first, then of any.
  private func marks(of plan: Plan) throws(Failure) -> [String] {
    let own = try language.words(plan.language)["preread.priorities"]
    let all = DocumentWording.shipped.compactMap { DocumentWording.shipped($0)?["preread.priorities"] }
    return [own] + all.filter { $0 != own }
  }

  /// Someone's answer by mail; nil for a file that is none.
  private func mail(_ bytes: [UInt8], _ path: String, _ people: [Stakeholder]) throws(Failure) -> GivenComment? {
    guard GivenComments.isMail(bytes) else { return nil }
    do throws(CommentFault) {
      let given = try GivenComments(bytes, of: nil, people: people)
      for notice in given.notices { Output.complain("parley: \(oneLine("\(path): \(notice)"))") }
      guard let first = given.comments.first else { throw .nothingSaid }
      return GivenComment(who: first.who, text: given.comments.map(\.text).joined(separator: " "))
    } catch {
      Output.complain("parley: \(oneLine("\(path): \(error.description)"))")
      if case .noReader = error { throw .ended(Sysexit.unavailable.rawValue) }
      throw .ended(Sysexit.input.rawValue)
    }
  }

  private func added(_ answers: SurveyAnswers, to map: StakeholderMap, _ path: String) throws(Failure) -> StakeholderMap
  {
    for fault in answers.faults { Output.complain("parley: \(oneLine("\(path):\(fault.line): \(fault.message)"))") }
    guard answers.faults.isEmpty else { throw .ended(Sysexit.input.rawValue) }
    return answers.added(to: map)
  }
}
