extension RecordSection {
  /// Every section, in the order of documents.
  public static let all: [RecordSection] =
    [.head, .glance, .frame, .boundary] + findings + [
      .goals, .tradeOffs, .decisions, .parkingLot, .openDisagreements, .resolvedDisagreements, .causes, .playbooks,
      .commitments, .impacts, .gaps, .followUps, .votes, .kindChanges, .readBack, .comments, .lastPeriod, .people,
      .recipients,
      .times, .notes, .links, .outcomes,
    ]

  /// The findings of sessions of some kinds (M36, M37, M42, M43).
  static let findings: [RecordSection] = [
    .question, .readings, .assumptions, .alternatives, .killCriteria, .risks, .carried, .unreviewed, .answered,
  ]

  /// The order of the screen: the agreements come first, with their price and the people's tasks.
  public static let onScreen =
    all.moving(.people, before: .question).moving(.carried, before: .assumptions).moving(.impacts, before: .parkingLot)
    .moving(.followUps, before: .openDisagreements).moving(.gaps, before: .kindChanges)

  /// The findings of sessions of some kinds, in the order of the screen.
  public static let findingsOnScreen = findings.moving(.carried, before: .assumptions)
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
    let keys = RecordSection.keys.map(\.name)
    let placed = keys.flatMap { key in members.filter { $0.key == key } }
    let rest = members.filter { !keys.contains($0.key) }
    return .object((placed + rest).map { JSON.Member($0.key, $0.value(self)) })
  }

  /// The values of every section, by the names that templates have for them.
  public func values(in words: DocumentWording = .english) -> RecordValues {
    let names = RecordNames(self, in: words)
    return RecordSection.all.reduce(into: [:]) { $0.add($1.values(self, names)) }
  }

  /// The rows of the table that a spreadsheet opens. The names of its sections are for programs, and the same in every
  /// language.
  public func spreadsheet(in words: DocumentWording = .english) -> [SpreadsheetRow] {
    let names = RecordNames(self, in: words)
    return RecordSection.all.flatMap(\.tables).flatMap { table in
      table.rows(self, names).map { $0.merging([.section: table.name]) { own, _ in own } }
    }
  }
}
