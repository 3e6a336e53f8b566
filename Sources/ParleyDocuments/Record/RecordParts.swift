import ParleyCore

private let none = "–"

extension RecordPage {
  struct Person {
    let name: String
    let role: String
    let arrived: String
    let left: String

    init(_ row: Record.AttendanceRow, in record: Record) {
      name = row.name.shown
      role = row.role?.shown ?? none
      arrived = row.arrived?.clock ?? (record.started == nil ? none : "did not come")
      left = row.left?.clock ?? none
    }
  }

  struct TradeOffPart {
    let gained: String
    let displaced: String
    let because: String
    let accepted: String

    init(_ row: Record.TradeOffRow, _ names: Names) {
      gained = row.gainedName.shown
      displaced = row.displacedName.shown
      because = row.tradeOff.because?.shown ?? none
      accepted = row.tradeOff.accepted.isEmpty ? none : names.of(row.tradeOff.accepted)
    }
  }

  struct DecisionPart {
    let id: String
    let what: String
    let facts: [Fact]

    init(_ decision: Decision) {
      id = decision.id.text.shown
      what = decision.what.shown
      facts = [
        Fact("Because", decision.because.shown), Fact("Consequences", ifAny: decision.consequences?.shown),
        Fact("Stands until", ifAny: decision.until?.description),
        Fact("Replaces", ifAny: decision.replaces?.text.shown),
      ].compactMap { $0 }
    }
  }

  struct ItemPart {
    let id: String
    let what: String
    let from: String
    let kindOfItem: String
    let goal: String
    let owner: String
    let due: String
    let state: String

    init(_ item: ParkedItem, _ names: Names) {
      id = item.id.text.shown
      what = item.text.shown
      from = item.by.map { names.of($0) } ?? none
      kindOfItem = item.kind.rawValue
      goal = item.goal.map { names.of($0) } ?? none
      owner = item.owner.map { names.of($0) } ?? none
      due = item.due?.description ?? none
      state = item.state.rawValue
    }
  }

  struct DisagreementPart {
    let topic: String
    let outcome: String
    let facts: [Fact]

    init(_ row: Record.Disagreement, _ names: Names) {
      topic = row.topic.shown
      outcome = row.outcome?.rawValue ?? "still open"
      facts =
        [
          Fact("Goal", ifAny: row.goal.map { names.of($0) }),
          Fact("Between", ifAny: row.between.isEmpty ? nil : names.of(row.between)),
        ].compactMap { $0 } + row.positions.map { DisagreementPart.fact(of: $0, names) }
        + DisagreementPart.process(of: row, names) + DisagreementPart.resolution(of: row)
    }

    private static func process(of row: Record.Disagreement, _ names: Names) -> [Fact] {
      guard let process = row.process else { return [] }
      guard row.outcome == .experiment else { return process.facts(names) }
      return process.options.map { Fact("Experiment", $0.shown) } + [
        Fact("Owner", "\(names.of(process.decider)), until \(process.by)"),
        Fact("Measured by", process.criteria.shown),
      ]
    }

    private static func resolution(of row: Record.Disagreement) -> [Fact] {
      guard let resolution = row.resolution else { return [] }
      return [Fact("Decided", resolution.decision.shown), Fact("Because", resolution.because.shown)]
    }

    private static func fact(of position: Record.Disagreement.Position, _ names: Names) -> Fact {
      let interest = position.interest.map { " (interest: \($0.shown))" } ?? ""
      return Fact(names.of(position.who), (position.text?.shown ?? none) + interest)
    }
  }

  struct FollowUpPart {
    let what: String
    let owner: String
    let due: String
    let with: String

    init(_ followUp: FollowUp, _ names: Names) {
      what = followUp.text.shown
      owner = names.of(followUp.owner)
      due = followUp.due.description
      with = followUp.with.isEmpty ? none : names.of(followUp.with)
    }
  }

  struct VotePart {
    let introduction: String
    let counts: Counts?
    let ties: [String]

    struct Counts {
      let tally: [Count]
    }

    struct Count {
      let goal: String
      let dots: Int
    }

    init(_ vote: Record.VoteRow, _ names: Names) {
      let voters = vote.turnout.isEmpty ? "nobody" : names.of(vote.turnout)
      introduction = "\(VotePart.each(vote.dots)); voted: \(voters)."
      counts =
        vote.tally.isEmpty ? nil : Counts(tally: vote.tally.map { Count(goal: names.of($0.goal), dots: $0.dots) })
      ties = vote.ties.map { $0.map { names.of($0) }.joined(separator: ", ") }
    }

    init(_ vote: Record.CancelledVoteRow, _ names: Names) {
      let voters = vote.turnout.isEmpty ? "nobody" : names.of(vote.turnout)
      introduction = "\(VotePart.each(vote.dots)); ended without a result. Voted until then: \(voters)."
      counts = nil
      ties = []
    }

    private static func each(_ dots: Int) -> String { "\(dots) \(dots == 1 ? "dot" : "dots") each" }
  }

  struct AcknowledgementPart {
    let who: String
    let acknowledged: String
    let caveat: String
    let answer: String

    init(_ row: Record.AcknowledgementRow, _ names: Names) {
      who = names.of(row.who)
      acknowledged = row.acknowledged ? (row.caveat == nil ? "yes" : "with a caveat") : "no"
      caveat = row.caveat?.shown ?? none
      answer = row.answer?.shown ?? none
    }
  }

  struct CommentPart {
    let id: String
    let who: String
    let text: String
    let reply: String

    init(_ comment: Comment, _ names: Names) {
      id = comment.id.text.shown
      who = names.of(comment.who)
      text = comment.text.shown
      reply = comment.reply?.shown ?? none
    }
  }

  struct ReviewPart {
    let goal: String
    let target: String
    let actual: String
    let result: String
    let because: String

    init(_ row: Record.ReviewRow) {
      goal = row.name.shown
      target = plain(row.last.target).shown
      actual = plain(row.last.actual).shown
      result = row.last.result.rawValue
      because = row.last.because?.shown ?? none
    }
  }

  struct TimePart {
    let step: String
    let planned: String
    let took: String
    let difference: String

    init(_ row: Record.PaceRow, _ names: Names) {
      self.init(step: names.of(row.step), planned: row.planned, actual: row.actual)
    }

    init(sumOf rows: [Record.PaceRow]) {
      let planned = rows.reduce(0) { $0 + $1.planned }
      self.init(step: "Together", planned: planned, actual: rows.reduce(0) { $0 + $1.actual })
    }

    private init(step: String, planned: Int, actual: Int) {
      self.step = step
      self.planned = minutesAndSeconds(planned)
      took = minutesAndSeconds(actual)
      difference = differenceInWords(planned: planned, actual: actual)
    }
  }
}
