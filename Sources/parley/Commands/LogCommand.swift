import ArgumentParser
import ParleyCore
import ParleyDocuments

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Lists decisions, conditions and trade-offs over all sessions; with words, what holds them all.",
    discussion: example("parley log", "parley log salesforce sync", "parley log churn --json"))

  @Argument(help: "Words that the entry holds, each at the beginning of a word; features and goals are searched too.")
  var words: [String] = []

  @Flag(help: "List them as JSON.")
  var json = false

  @OptionGroup var place: StoreOption

  func run() throws {
    let records = StoreRecords(try place.store())
    let replacements = records.replacements
    let found = records.sessions.flatMap { kept in
      kept.record.log.filter { isMeant($0) }.map { entry in
        var entry = entry
        // A final record does not change: later sessions have what replaced its decisions.
        if let id = entry.id { entry.replacedBy = entry.replacedBy ?? replacements["\(kept.record.id)/\(id)"] }
        return (kept: kept, entry: entry)
      }
    }
    if json {
      try Output.write(json: JSON.array(found.map { $0.entry.json(of: $0.kept) }).pretty + "\n")
    } else {
      try Output.write(found.map { oneLine($0.entry.line(of: $0.kept)) + "\n" }.joined())
    }
  }

  /// Without words, it lists the decisions. Goals and features with their reasons are found by name.
  private func isMeant(_ entry: LogEntry) -> Bool {
    words.isEmpty ? entry.kind != .goal && entry.kind != .feature : entry.holds(words)
  }
}

extension LogEntry {
  /// `2027-06-28  D1  Deal-to-close moves to Q4, because: …; consequences: …; stands until 2027-12-31  (Q3 alignment)`.
  fileprivate func line(of kept: StoreRecords.SessionRecord) -> String {
    let parts = [
      because.map { "because: \($0)" }, consequences.map { "consequences: \($0)" }, until.map { "stands until \($0)" },
      kind == .condition || kind == .feature ? goal.map { "for the goal: \($0)" } : nil,
      replaces.map { "replaces \($0)" }, replacedBy.map { "replaced by \($0)" },
    ].compactMap { $0 }
    let tail = parts.isEmpty ? "" : " — " + parts.joined(separator: "; ")
    return "\(kept.began.date)  \(id ?? kind.rawValue)  \(what)\(tail)  (\(kept.record.id))"
  }

  fileprivate func json(of kept: StoreRecords.SessionRecord) -> JSON {
    [
      "session": .string(kept.record.id), "title": .string(kept.record.title), "date": JSON(kept.began.date),
      "kind": .string(kind.rawValue), "id": JSON(id), "what": .string(what), "because": JSON(because),
      "consequences": JSON(consequences), "until": JSON(until), "goal": JSON(goal), "replaces": JSON(replaces),
      "replacedBy": JSON(replacedBy),
    ]
  }
}
