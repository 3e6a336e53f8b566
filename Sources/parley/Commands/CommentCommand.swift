import ArgumentParser
import ParleyCore
import ParleyDocuments

struct CommentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment",
    abstract: "Adds comments to the record of a closed session, for 48 hours after its end.",
    discussion: example(
      "parley comment q3-alignment ceo 'Add the budget'", "parley comment q3-alignment --from answer.eml",
      "parley send q3-alignment reply C1 'Added'", "parley send q3-alignment finalise"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @Argument(help: "Whose comment it is, by id; a mail says it itself, and a file may begin lines with `WHO:`.")
  var who: String?

  @Argument(help: "The comment.")
  var text: String?

  @Option(
    help: ArgumentHelp(
      "Reads them from a file: a mail, a text of one person, or one with lines that begin with `WHO:`.",
      valueName: "mail"))
  var from: String?

  @OptionGroup var place: StoreOption

  func validate() throws {
    if from == nil, text == nil { throw ValidationError("a comment needs WHO and TEXT, or --from FILE") }
    if from != nil, text != nil { throw ValidationError("TEXT and --from FILE do not go together") }
  }

  func run() throws {
    let window = CommentWindow(try place.find(session))
    let comments = try given(in: try window.session().state)
    try window.give(comments.map(line))
  }

  private func given(in state: State) throws(Failure) -> [GivenComment] {
    guard let from else { return [GivenComment(who: who ?? "", text: text ?? "")] }
    let bytes = try fileBytes(from, atMost: 32 << 20)
    do throws(CommentFault) {
      let given = try GivenComments(bytes, of: who, people: state.plan.commenters)
      for notice in given.notices { tell(from, notice) }
      let new = given.new(to: state.comments)
      if new.isEmpty { tell(from, "this mail was taken already — nothing is added") }
      return new
    } catch {
      tell(from, error.description)
      if case .noReader = error { throw .ended(Sysexit.unavailable.rawValue) }
      throw .ended(Sysexit.input.rawValue)
    }
  }

  private func tell(_ file: String, _ what: String) { Output.complain("parley: \(oneLine(file)): \(oneLine(what))") }

  private func line(_ comment: GivenComment) -> String {
    let mail = comment.mail.map { " mail=\(word($0))" } ?? ""
    return "comment \(word(comment.who)) \(word(comment.text))\(mail)"
  }

  private func word(_ text: String) -> String { ParleyCore.CommandLine.quoted(text) }
}
