extension RecordSection {
  /// Every section, in the order of documents.
  public static let all: [RecordSection] =
    [.head, .people] + findings + [
      .goals, .tradeOffs, .decisions, .parkingLot, .openDisagreements, .resolvedDisagreements, .playbooks, .impacts,
      .gaps, .followUps, .votes, .kindChanges, .readBack, .comments, .lastPeriod, .times, .notes,
      .links, .outcomes,
    ]

  /// The findings of sessions of some kinds (M36, M37, M42, M43).
  static let findings: [RecordSection] = [
    .question, .readings, .assumptions, .alternatives, .killCriteria, .risks, .carried, .unreviewed, .answered,
  ]

  /// The order of a page: the agreements matter more than the attendance.
  public static let onPage = all.moving(.people, before: .times)

  /// The order of the screen: the agreements come first, with their price and the people's tasks.
  public static let onScreen =
    all.moving(.carried, before: .assumptions).moving(.impacts, before: .parkingLot)
    .moving(.followUps, before: .openDisagreements).moving(.gaps, before: .kindChanges)

  /// The findings of sessions of some kinds, in the order of the screen.
  public static let findingsOnScreen = findings.moving(.carried, before: .assumptions)

  /// The order of a spreadsheet.
  static let inSpreadsheet = all.moving(.decisions, before: .openDisagreements)

  /// The keys of the record in JSON, in their order: a contract with scripts. A new key comes last.
  static let keys = [
    "parley", "status", "session", "attendance", "goals", "tradeoffs", "decisions", "parkingLot", "disagreements",
    "followUps", "votes", "acknowledgements", "comments", "pacing", "review", "playbooks", "impacts", "gaps",
    "kindChanges", "cancelledVotes", "previous", "carried", "unreviewed", "readings", "question", "assumptions",
    "alternatives", "killCriteria", "risks", "answered", "links", "outcomes",
  ]
}

extension [RecordSection] {
  fileprivate func moving(_ section: RecordSection, before other: RecordSection) -> [RecordSection] {
    filter { $0.name != section.name }.flatMap { $0.name == other.name ? [section, $0] : [$0] }
  }
}

extension Record {
  /// The record as JSON (version 1). Every key is always there; an unknown value is null or empty.
  public var json: JSON {
    let members = RecordSection.all.flatMap(\.members)
    let placed = RecordSection.keys.flatMap { key in members.filter { $0.key == key } }
    let rest = members.filter { !RecordSection.keys.contains($0.key) }
    return .object((placed + rest).map { JSON.Member($0.key, $0.value(self)) })
  }

  /// The values of every section, by the names that templates have for them.
  public var values: RecordValues {
    let names = RecordNames(self)
    return RecordSection.all.reduce(into: [:]) { $0.add($1.values(self, names)) }
  }

  /// The rows of the table that a spreadsheet opens.
  public var spreadsheet: [[SpreadsheetColumn: String]] {
    let names = RecordNames(self)
    return RecordSection.inSpreadsheet.compactMap(\.table).flatMap { table in
      table.rows(self, names).map { $0.merging([.table: table.name]) { own, _ in own } }
    }
  }
}
