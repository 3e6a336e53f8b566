import ArgumentParser
import ParleyCore
import ParleyJournal

/// One run of the program: it carries out the arguments, and knows every way to end.
struct Invocation {
  let arguments: [String]

  init(_ arguments: [String]) { self.arguments = arguments }

  func run() -> Int32 {
    defer { for sentence in Repairs.sentences { Output.complain("parley: \(oneLine(sentence))") } }
    do throws(Failure) {
      try carryOut()
      return Sysexit.done.rawValue
    } catch {
      for line in error.lines { Output.complain(line) }
      return error.code
    }
  }

  private func carryOut() throws(Failure) {
    try refuseUnknownCommand()
    try HelpTopics.refuseUnknown(arguments, commands: Invocation.names + ["help"])
    if let topic = HelpTopics.topic(arguments) { return try HelpTopics.show(topic) }
    do {
      var command = try Parley.parseAsRoot(arguments)
      if command is Parley { return try Output.write(Parley.helpMessage() + "\n") }
      try command.run()
    } catch let failure as Failure {
      throw failure
    } catch {
      try end(with: error)
    }
  }

  private func refuseUnknownCommand() throws(Failure) {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !Invocation.names.contains(word) else {
      return
    }
    throw .unknownCommand(word, near: nearName(to: word, among: Invocation.names))
  }

  /// Help and the version come as errors too, and end well.
  private func end(with error: any Error) throws(Failure) {
    let code = Parley.exitCode(for: error)
    guard code.isSuccess else {
      let problem = Parley.message(for: error)
      throw code == .validationFailure
        ? .usage(command: command, problem: uncapitalised(problem)) : .unexpected(problem)
    }
    try Output.write(Parley.fullMessage(for: error) + "\n")
  }

  private var command: String? { arguments.first { Invocation.names.contains($0) } }

  private static var names: [String] { Parley.configuration.subcommands.map { $0._commandName } }

  /// A sentence on one line; the values that an option may have come as a list of lines.
  private func uncapitalised(_ problem: String) -> String {
    let lines = problem.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    let listed = lines.dropFirst().map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : String($0) }
    let whole = (lines.first.map(String.init) ?? "") + (listed.isEmpty ? "" : " " + listed.joined(separator: ", "))
    let sentence = whole.hasSuffix(".") ? String(whole.dropLast()) : whole
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}
