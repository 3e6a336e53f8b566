extension Record {
  /// A revealed vote: who voted, and the result; never who voted for what (M19).
  public struct VoteRow: Hashable, Sendable {
    public var dots: Int
    /// In the plan's order.
    public var turnout: [StakeholderID]
    /// Most dots first, equal ones in the order of the table.
    public var tally: [Count]
    /// Goals with as many dots as others, most dots first.
    public var ties: [[GoalID]]
    /// Whether the result tells everyone's ballot, since all voted alike.
    public var tellsEveryBallot: Bool

    /// A goal and the dots it got.
    public struct Count: Hashable, Sendable {
      public var goal: GoalID
      public var dots: Int
    }

    init?(_ vote: Vote, in state: State) {
      guard let tally = vote.tally else { return nil }
      dots = vote.dots
      tellsEveryBallot = vote.tellsEveryBallot
      turnout = state.plan.stakeholders.map(\.id).filter(vote.turnout.contains)
      let counts = state.goals.enumerated().compactMap { place, goal in
        tally[goal.id].map { (place: place, count: Count(goal: goal.id, dots: $0)) }
      }
      let ranked = counts.sorted { ($1.count.dots, $0.place) < ($0.count.dots, $1.place) }.map(\.count)
      let levels = Set(ranked.map(\.dots)).sorted(by: >)
      self.tally = ranked
      ties = levels.map { dots in ranked.filter { $0.dots == dots }.map(\.goal) }.filter { $0.count > 1 }
    }
  }

  /// A vote that ended without a result, and the people who had voted by then.
  public struct CancelledVoteRow: Hashable, Sendable {
    public var dots: Int
    /// In the plan's order.
    public var turnout: [StakeholderID]

    init(_ vote: Vote, in state: State) {
      dots = vote.dots
      turnout = state.plan.stakeholders.map(\.id).filter(vote.turnout.contains)
    }
  }
}

extension RecordSection {
  /// The silent votes: who voted, and the results; never who voted for what (M19).
  public static let votes = RecordSection(
    "votes",
    RecordLayout(
      .words("votes.heading"), if: "votes",
      [
        .each(
          "rows",
          [
            .paragraph([.value("introduction")]), .each("counts", [.table(columns.map(\.head), rows: "tally")]),
            .each("ties", [.paragraph([.sentence("votes.tied", ["goals": "."])])]),
          ])
      ])
  ) { record, names in
    ["votes": .rows(record.votes.map { values(of: $0, names) } + record.cancelledVotes.map { values(of: $0, names) })]
  }
  .json("votes", \.votes) { vote in
    [
      "dots": .integer(vote.dots), "turnout": JSON(vote.turnout),
      "tally": .object(vote.tally.map { JSON.Member($0.goal.text, .integer($0.dots)) }),
      "ties": .array(vote.ties.map { JSON($0) }),
    ]
  }
  .json("cancelledVotes", \.cancelledVotes) { ["dots": .integer($0.dots), "turnout": JSON($0.turnout)] }
  .spreadsheet("votes") { record, names in
    record.votes.flatMap { vote in
      vote.tally.map { count in
        [
          .id: count.goal.text, .name: names.of(count.goal), .value: "\(count.dots)",
          .state: vote.ties.contains { $0.contains(count.goal) } ? names.words["csv.tied"] : "",
        ]
      } + [[.who: names.of(vote.turnout), .detail: each(vote.dots, names), .state: names.words["csv.voted"]]]
    }
      + record.cancelledVotes.map {
        [.who: names.of($0.turnout), .detail: each($0.dots, names), .state: names.words["csv.no-result"]]
      }
  }
  .on(screen: "Silent votes") { record, phrasing in
    record.votes.flatMap { blocks(of: $0, phrasing) }
      + record.cancelledVotes.map { .paragraph("ended without a result; \(voters($0.turnout, phrasing))") }
  }

  private static let columns = [
    RecordColumn<Record.VoteRow.Count>("goal", "goal") { count, names in names.of(count.goal) },
    RecordColumn("dots", "dots", .number) { count, _ in "\(count.dots)" },
  ]

  private static func values(of vote: Record.VoteRow, _ names: RecordNames) -> RecordValues {
    let tally: [RecordValues] = vote.tally.map { ["goal": .text(names.of($0.goal)), "dots": .number($0.dots)] }
    let values: RecordValues = [
      "introduction": introduction(
        vote.tellsEveryBallot ? "votes.voted-alike" : "votes.voted", vote.dots, vote.turnout, names),
      "ties": .texts(vote.ties.map { $0.map { names.of($0) }.joined(separator: ", ") }),
    ]
    return tally.isEmpty ? values : values.merging(["counts": .group(["tally": .list(tally)])]) { own, _ in own }
  }

  private static func values(of vote: Record.CancelledVoteRow, _ names: RecordNames) -> RecordValues {
    ["introduction": introduction("votes.cancelled", vote.dots, vote.turnout, names), "ties": .texts([])]
  }

  private static func introduction(
    _ key: String, _ dots: Int, _ turnout: [StakeholderID], _ names: RecordNames
  ) -> RecordValue {
    let voters = turnout.isEmpty ? names.words["votes.nobody"] : names.of(turnout)
    return .text(names.words(key, ["each": each(dots, names), "who": voters]))
  }

  private static func each(_ dots: Int, _ names: RecordNames) -> String { names.words.counted(dots, "votes.each") }

  private static func blocks(of vote: Record.VoteRow, _ phrasing: RecordPhrasing) -> [ScreenBlock] {
    let sums = vote.tally.map { count in
      "\(phrasing.state.goal(count.goal)?.goal.name ?? count.goal.text) \(count.dots)"
    }.joined(separator: ", ")
    return [
      .paragraph(sums.isEmpty ? "nobody gave a dot" : sums), .paragraph(voters(vote.turnout, phrasing), .quiet),
    ]
  }

  private static func voters(_ turnout: [StakeholderID], _ phrasing: RecordPhrasing) -> String {
    "voted: " + (turnout.isEmpty ? "nobody" : phrasing.names(of: turnout))
  }
}
