import ArgumentParser
import ParleyCore
import ParleyDocuments

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract:
      "Lists decisions, disagreements and what came of them, over all sessions; with words, what holds them all.",
    discussion: example("parley log", "parley log salesforce sync", "parley log churn --json"))

  @Argument(
    help: "Words that the entry holds, each at the beginning of a word; features, goals and requests are searched too.")
  var words: [String] = []

  @Flag(help: "List them as JSON.")
  var json = false

  @OptionGroup var place: StoreOption

  func run() throws {
    let (records, ledger, _) = try place.everything()
    let replacements = records.replacements
    let found = records.sessions.flatMap { kept in
      var record = kept.record
      record.outcomes = ledger.outcomes[record.id] ?? []
      return record.log.filter { isMeant($0) }.map { entry in
        var entry = entry
        // A final record does not change: later sessions have what replaced its decisions.
        if let id = entry.id { entry.replacedBy = entry.replacedBy ?? replacements["\(kept.record.id)/\(id)"] }
        return (kept: kept, entry: entry)
      }
    }
    if json {
      try Output.write(json: JSON.array(found.map { $0.entry.json(of: $0.kept) }).pretty + "\n")
    } else {
      if found.isEmpty { tellNone() }
      try Output.write(found.map { oneLine($0.entry.line(of: $0.kept)).withoutMentions + "\n" }.joined())
    }
  }

  private func tellNone() {
    let searched = oneLine(words.joined(separator: " "))
    if words.isEmpty {
      place.tellEmpty("nothing is decided yet", "parley run PLAN begins a session")
    } else {
      place.tellEmpty("nothing holds all of this: \(searched)", "take fewer words, or the beginnings of words")
    }
  }

  /// Without words, it lists what was decided, what was not, and what came of it. The rest is found by its words.
  private func isMeant(_ entry: LogEntry) -> Bool {
    if !words.isEmpty { return entry.holds(words) }
    switch entry.kind {
    case .decision, .condition, .tradeOff, .disagreement, .killCriterion, .outcome: return true
    case .goal, .feature, .request, .assumption: return false
    }
  }
}

extension LogEntry {
  /// `2027-06-28  D1  Deal-to-close moves to Q4, because: …; consequences: …; stands until 2027-12-31  (Q3 alignment)`.
  fileprivate func line(of kept: StoreRecords.SessionRecord) -> String {
    let labels = labels
    let parts = [
      because.map { "\(labels.because): \($0)" }, consequences.map { "\(labels.consequences): \($0)" },
      until.map { "\(labels.until) \($0)" },
      kind == .decision || kind == .goal ? nil : goal.map { "for the goal: \($0)" },
      who.map { "\(labels.who) \($0)" }, result,
      replaces.map { "replaces \($0)" }, replacedBy.map { "replaced by \($0)" },
    ].compactMap { $0 }
    let tail = parts.isEmpty ? "" : " — " + parts.joined(separator: "; ")
    let name = id.map { kind == .decision ? $0 : "\(kind.rawValue) \($0)" } ?? kind.rawValue
    return "\(day ?? kept.began.date)  \(name)  \(what)\(tail)  (\(kept.record.id))"
  }

  /// What stands before each part of a line.
  private var labels: (because: String, consequences: String, until: String, who: String) {
    switch kind {
    case .decision, .condition, .tradeOff, .goal, .feature: ("because", "consequences", "stands until", "by")
    case .disagreement: ("said", "how it goes on", "until", "between")
    case .request: ("because", "consequences", "until", "asked for by")
    case .assumption: ("note", "consequences", "until", "assumed by")
    case .killCriterion: ("because", "then", "looked at on", "by")
    case .outcome: ("came of", "consequences", "until", "by")
    }
  }

  fileprivate func json(of kept: StoreRecords.SessionRecord) -> JSON {
    [
      "session": .string(kept.record.id), "title": .string(kept.record.title), "date": JSON(day ?? kept.began.date),
      "kind": .string(kind.rawValue), "id": JSON(id), "what": .string(what), "because": JSON(because),
      "consequences": JSON(consequences), "until": JSON(until), "goal": JSON(goal), "replaces": JSON(replaces),
      "replacedBy": JSON(replacedBy), "who": JSON(who), "result": JSON(result),
    ]
  }
}
