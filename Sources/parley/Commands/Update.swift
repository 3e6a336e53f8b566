import ArgumentParser
import ParleyCore
import ParleyDocuments
import ParleyJournal

struct Update: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Prints the weekly update: shipped, blocked, coming, metrics against target.",
    discussion: example("parley update", "parley update --format eml -o update.eml", "parley update --format chat"))

  @Argument(help: "The session that set the goals; else the last one that is closed and set some.")
  var session: String?

  @Option(help: "How to write it: md, html, eml (an unsent mail) or chat (for Slack or Teams; it calls nobody).")
  var format: Format = .md

  @OptionGroup var language: LanguageOption

  @OptionGroup var target: DocumentOutput

  @OptionGroup var place: StoreOption

  enum Format: String, CaseIterable, ExpressibleByArgument { case md, html, eml, chat }

  func run() throws {
    let (records, ledger, _) = try place.everything()
    let kept = try place.goalSetting(session, in: records)
    let words = try language.words(kept.plan.language)
    let update = update(of: kept, records, ledger, at: ClockReading.now().localTime, words)
    let text =
      switch format {
      case .md: try UpdateDocument.markdown(update, in: words)
      case .html: try UpdateDocument.html(update, in: words)
      case .chat: try UpdateDocument.chat(update, in: words)
      case .eml:
        try UpdateDocument.eml(update, of: kept.record, in: words)
      }
    try target.write(text)
  }

  private func update(
    of kept: StoreRecords.SessionRecord, _ records: StoreRecords, _ ledger: LedgerContents, at now: Instant,
    _ words: DocumentWording
  ) -> WeeklyUpdate {
    let record = kept.record
    let week = now.adding(seconds: -7 * 86_400)
    let soon = now.date.adding(days: 14)
    // What everybody reads is about this session's goals alone, and not about the facilitator's own tasks.
    func own(_ items: [OwedItem]) -> [OwedItem] {
      items.filter { $0.session.record.id == record.id && !$0.owed.kind.followsEverySession }
    }
    let owed = own(records.owed(ledger))
    let features = FeatureLines(record, ledger.features[record.id] ?? [:], since: week, in: words)
    return WeeklyUpdate(
      card: Scorecard(record, readings: records.readings(of: record, ledger)), day: now.date,
      shipped: features.shipped + own(records.done(ledger, since: week)).map { $0.line(words) },
      blocked: features.blocked + owed.filter { $0.isOverdue(at: now) }.map { $0.line(words) },
      coming: features.coming
        + owed.filter { item in
          guard let due = item.owed.due, !due.isPast(at: now) else { return false }
          return due.date <= soon
        }.map { $0.line(words) },
      outcomes: (ledger.outcomes[record.id] ?? []).filter { $0.at >= week }.map { outcome in
        let end = outcome.result.map { words["signs.dash"] + words.result($0) } ?? ""
        return WeeklyUpdate.Line(
          what: words.labelled(record.subject(of: outcome), outcome.text) + end, who: [], day: nil)
      })
  }
}

extension OwedItem {
  fileprivate func line(_ words: DocumentWording) -> WeeklyUpdate.Line {
    WeeklyUpdate.Line(what: owed.sentence(in: words), who: people, day: owed.due?.date)
  }
}
