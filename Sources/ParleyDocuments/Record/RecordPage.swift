import ParleyCore

/// What the record's templates are filled with: plain text, which ``DocumentForm`` makes safe for the document, and
/// YAML for the front matter. Mustache finds the members by their names, and looks outwards for one that is missing,
/// so none is named twice on one way.
struct RecordPage {
  let session: String
  let quotedTitle: String
  let status: String
  let kind: String
  let started: String
  let ended: String
  let facilitator: String
  let noteTaker: String

  let title: String
  let standing: String
  let remarks: [String]
  let people: [Person]
  let findings: [FindingPart]
  /// False for a session that is not about goals.
  let hasGoals: Bool
  let goals: [GoalPart]
  let matrix: Matrix?
  let tradeOffs: Rows<TradeOffPart>?
  let decisions: Rows<DecisionPart>?
  let parkingLot: Rows<ItemPart>?
  let openDisagreements: Rows<DisagreementPart>?
  let resolvedDisagreements: Rows<DisagreementPart>?
  let followUps: Rows<FollowUpPart>?
  let votes: Rows<VotePart>?
  let hasReadBack: Bool
  let acknowledgements: [AcknowledgementPart]
  let comments: Rows<CommentPart>?
  let review: Rows<ReviewPart>?
  let times: Rows<TimePart>?
  let notes: Rows<String>?
  let playbooks: Rows<PlaybookPart>?
  let impacts: Rows<ImpactPart>?
  let gaps: Rows<GapPart>?

  /// The rows of a section that is there only when it has some.
  struct Rows<Row> {
    let rows: [Row]

    init?(_ rows: [Row]) {
      if rows.isEmpty { return nil }
      self.rows = rows
    }
  }

  /// A line such as `Because: it pays`.
  struct Fact {
    let label: String
    let text: String

    init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }

    /// Nil when there is nothing to tell.
    init?(_ label: String, ifAny text: String?) {
      guard let text else { return nil }
      self.init(label, text)
    }
  }

  init(_ record: Record) {
    let names = Names(record)
    session = record.id.yaml
    quotedTitle = record.title.yaml
    status = record.status.rawValue
    kind = record.kind.rawValue
    started = record.started?.description ?? "null"
    ended = record.ended?.description ?? "null"
    facilitator = record.facilitator?.yaml ?? "null"
    noteTaker = record.noteTaker?.yaml ?? "null"
    title = record.title.shown
    standing = record.closedEarly == nil ? record.status.words : "closed early"
    remarks = RecordPage.remarks(on: record)
    people = record.attendance.map { Person($0, in: record) }
    findings = FindingPart.all(of: record, names)
    let isAboutGoals = record.kind.setsGoals || record.goals.contains { $0.outcome != .notReached }
    hasGoals = isAboutGoals
    goals = isAboutGoals ? record.goals.map { GoalPart($0, names) } : []
    matrix = isAboutGoals ? Matrix(record, names) : nil
    tradeOffs = Rows(record.tradeOffs.map { TradeOffPart($0, names) })
    decisions = Rows(record.decisions.map(DecisionPart.init))
    parkingLot = Rows(record.parkingLot.map { ItemPart($0, names) })
    let disagreements = record.disagreements
    openDisagreements = Rows(disagreements.filter { $0.outcome != .resolved }.map { DisagreementPart($0, names) })
    resolvedDisagreements = Rows(disagreements.filter { $0.outcome == .resolved }.map { DisagreementPart($0, names) })
    followUps = Rows(record.followUps.map { FollowUpPart($0, names) })
    votes = Rows(
      record.votes.map { VotePart($0, names) } + record.cancelledVotes.map { VotePart($0, names) })
    hasReadBack = record.kind != .oneOnOne
    acknowledgements = record.acknowledgements.map { AcknowledgementPart($0, names) }
    comments = Rows(record.comments.map { CommentPart($0, names) })
    review = Rows(record.review.map(ReviewPart.init))
    let sum = record.pacing.isEmpty ? [] : [TimePart(sumOf: record.pacing)]
    times = Rows(record.pacing.map { TimePart($0, names) } + sum)
    playbooks = Rows(PlaybookPart.all(of: record, names))
    impacts = Rows(record.impacts.map { ImpactPart($0, names) })
    gaps = Rows(record.gaps.map { GapPart($0, names) })
    notes = Rows(record.notes.map { "\($0.at.clock) \($0.text.shown)" })
  }

  private static func remarks(on record: Record) -> [String] {
    let moments = [("Began", record.started), ("ended", record.ended)].compactMap { word, instant in
      instant.map { "\(word) \($0.date) \($0.clock)" }
    }
    let people = [("Facilitator", record.facilitator), ("note-taker", record.noteTaker)].compactMap { word, name in
      name.map { "\(word): \($0.shown)" }
    }
    let early = record.closedEarly.map { "Closed early, because: \($0.shown)" }
    let changes = record.kindChanges.map {
      "From \($0.at.clock) on a session of kind \($0.to.rawValue), because: \($0.because.shown)"
    }
    return [moments, people].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") + "." }
      + changes + (early.map { [$0] } ?? [])
  }
}
