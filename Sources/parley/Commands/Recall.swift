import ArgumentParser
import Glibc
import ParleyCore
import ParleyDocuments
import ParleyJournal

struct Recall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall",
    abstract: "Runs the recall poll two weeks later: who can name the goals, why, and the metric?",
    discussion: example("parley recall q3-alignment", "parley recall q3-alignment --answer ceo=yyn"))

  @Argument(help: "The session: its id or title, the beginning of one, or its file.")
  var session: String

  @Option(
    help: ArgumentHelp(
      "Someone's answers: y or n for the goals, why, the metric; may be given again. In a terminal they are asked for.",
      valueName: "who=yyn"))
  var answer: [String] = []

  @OptionGroup var language: LanguageOption

  @OptionGroup var place: StoreOption

  func run() throws {
    let record = Record(of: try place.session(session))
    let ledger = Ledger(try place.store())
    var answers = try Failure.journal { () throws(JournalFault) in try ledger.read() }.recalls[record.id] ?? [:]
    let poll = RecallPoll(record)
    try Output.write(poll.questions(in: try language.words(record.language)))
    for text in answer {
      let (who, recall) = try given(text, record)
      try keep(who, recall, record, ledger)
      answers[who] = recall
    }
    if answer.isEmpty, isatty(STDIN_FILENO) == 1 {
      for person in record.attendance where person.arrived != nil && answers[person.who] == nil {
        guard let recall = try ask(record.name(of: person.who)) else { continue }
        try keep(person.who, recall, record, ledger)
        answers[person.who] = recall
      }
    }
    try Output.write(score(answers, of: record))
  }

  private func keep(
    _ who: StakeholderID, _ recall: LedgerEntry.Recall, _ record: Record, _ ledger: Ledger
  ) throws(Failure) {
    let entry = LedgerEntry(at: ClockReading.now().localTime, what: .recalled(session: record.id, who, recall))
    try Failure.journal { () throws(JournalFault) in try ledger.append(entry) }
  }

  private func given(_ text: String, _ record: Record) throws(Failure) -> (StakeholderID, LedgerEntry.Recall) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let recall = LedgerEntry.Recall(letters: parts[1]) else {
      throw .usage(command: "recall", problem: "`\(text)` is no answer: write WHO=yyn")
    }
    guard record.attendance.contains(where: { $0.who.text == parts[0] }) else {
      let known = record.attendance.map(\.who.text)
      throw .unknown(
        parts[0], what: "nobody of this id was asked to the session",
        remedy: nearName(to: parts[0], among: known).map { "did you mean \($0)?" }
          ?? "they are \(known.joined(separator: ", "))")
    }
    return (StakeholderID(parts[0]), recall)
  }

  /// Nil when the line is empty: that person is asked another time.
  private func ask(_ name: String) throws(Failure) -> LedgerEntry.Recall? {
    while true {
      try Output.write(oneLine("\(name): goals, why, metric? (yyn; Enter for later) "))
      guard let line = readLine(), !line.isEmpty else { return nil }
      if let recall = LedgerEntry.Recall(letters: line) { return recall }
    }
  }

  private func score(_ answers: [StakeholderID: LedgerEntry.Recall], of record: Record) -> String {
    let lines = record.attendance.compactMap { person -> String? in
      guard let recall = answers[person.who] else {
        return person.arrived == nil ? nil : oneLine("·  \(record.name(of: person.who)): not asked yet")
      }
      func word(_ isRight: Bool, _ what: String) -> String { "\(isRight ? "knows" : "does not know") \(what)" }
      let mark = recall.isWhole ? "●" : "■"
      let parts = [word(recall.goals, "the goals"), word(recall.why, "why"), word(recall.metric, "the metric")]
      return oneLine("\(mark)  \(record.name(of: person.who)): \(parts.joined(separator: ", "))")
    }
    let whole = answers.values.filter(\.isWhole).count
    let share =
      answers.isEmpty ? "nobody was asked yet" : "\(whole) of \(answers.count), \(whole * 100 / answers.count) %"
    return lines.map { $0 + "\n" }.joined() + "Score: \(share)\n"
  }
}

extension LedgerEntry.Recall {
  /// `yyn`: the goals, why, the metric.
  fileprivate init?(letters: String) {
    let letters = letters.lowercased().filter { $0 != " " && $0 != "," }
    guard letters.count == 3, letters.allSatisfy({ $0 == "y" || $0 == "n" }) else { return nil }
    let known = letters.map { $0 == "y" }
    self.init(goals: known[0], why: known[1], metric: known[2])
  }
}
