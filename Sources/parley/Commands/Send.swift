import ArgumentParser
import ParleyCore
import ParleyJournal
import ParleyWire

struct Send: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract:
      "Gives one command to a live session, or a comment to a closed one: for buttons, hooks and tmux bindings.",
    discussion: example(
      "parley send q3 next", "parley send q3 park \"Push notifications\" by=cs-head",
      "tmux bind-key F6 run-shell 'parley send q3 pause'"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @Argument(
    parsing: .allUnrecognized, help: "The command, as on the : line; in one word or in many.")
  var command: [String]

  @Option(
    help: ArgumentHelp(
      "A name of your own for this command: given again under the same one it is carried out once.", valueName: "name"))
  var id: String?

  @OptionGroup var place: StoreOption

  func validate() throws {
    if let id, CommandID(id) == nil { throw ValidationError("an id has 1 to 64 letters, digits, hyphens and dots") }
  }

  func run() throws {
    let id = id.flatMap { CommandID($0) } ?? .random()
    let file = try place.find(session)
    guard Holder.current(lockPath: file.lockPath)?.socket != nil else {
      // After its end a session takes comments, replies and its finalising without a host (M31).
      return try CommentWindow(file).give([Send.line(command)], id: id)
    }
    let live = try LiveConnector(session, in: try place.store())
    let hello = TerminalMessage.Hello(role: .facilitator, isSending: true)
    switch try live.give(Send.line(command), id: id, hello: hello) {
    case .kept: return
    case .refused(let notice):
      Output.complain("parley: \(live.file.id): \(oneLine(notice.description))")
      throw Failure.ended(Sysexit.input.rawValue)
    }
  }

  /// Puts arguments that a shell has split back into a line. A single argument is the line itself.
  static func line(_ words: [String]) -> String {
    if words.count == 1 { return words[0] }
    return words.enumerated().map { place, word in
      // The verb and the speaker never need quotes.
      if place == 0 || word.first == "@" { return word }
      guard let cut = word.firstIndex(of: "="), word[..<cut].allSatisfy({ $0.isLetter && $0.isASCII }),
        cut > word.startIndex
      else { return ParleyCore.CommandLine.quoted(word) }
      return word[...cut] + ParleyCore.CommandLine.quoted(String(word[word.index(after: cut)...]))
    }.joined(separator: " ")
  }
}
