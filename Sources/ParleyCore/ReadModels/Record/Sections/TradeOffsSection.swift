extension Record {
  /// A trade-off (M17), with the names of the gained and the displaced.
  public struct TradeOffRow: Hashable, Sendable {
    public var tradeOff: TradeOff
    public var gainedName: String
    public var displacedName: String

    init(_ tradeOff: TradeOff, in state: State) {
      self.tradeOff = tradeOff
      let areGoals = [tradeOff.gained, tradeOff.displaced].allSatisfy { state.goal(GoalID($0)) != nil }
      gainedName = state.name(ofTraded: tradeOff.gained, isGoal: areGoals)
      displacedName = state.name(ofTraded: tradeOff.displaced, isGoal: areGoals)
    }
  }
}

extension State {
  /// A displaced feature is in no goal any more; the plan and the parking lot still know its name.
  fileprivate func name(ofTraded id: String, isGoal: Bool) -> String {
    if isGoal, let goal = goal(GoalID(id)) { return goal.goal.name }
    let features = goals.flatMap(\.goal.features) + plan.goals.flatMap(\.features)
    return features.first { $0.id.text == id }?.name ?? item(ItemID(id))?.text ?? id
  }
}

extension RecordSection {
  /// The trade-offs (M17).
  public static let tradeOffs = RecordSection(
    table: "tradeOffs", "trade-offs.heading", \.tradeOffs,
    [
      RecordColumn("gained", "gained") { row, names in
        let name = row.gainedName.shown
        return row.tradeOff.isVoid ? names.words("trade-offs.taken-back", ["what": name]) : name
      },
      RecordColumn("displaced", "displaced") { row, _ in row.displacedName.shown },
      RecordColumn("because", "because") { row, _ in row.tradeOff.because.shown },
      RecordColumn("accepted", "accepted") { row, names in
        row.tradeOff.accepted.isEmpty ? .nothing : names.of(row.tradeOff.accepted)
      },
    ]
  )
  .json("tradeoffs", \.tradeOffs) { row in
    [
      "gained": .string(row.tradeOff.gained), "displaced": .string(row.tradeOff.displaced),
      "because": JSON(row.tradeOff.because), "accepted": JSON(row.tradeOff.accepted),
      "acceptedBy": JSON(row.tradeOff.accepted), "void": .bool(row.tradeOff.isVoid),
    ]
  }
  .spreadsheet("trade-offs") { record, names in
    record.tradeOffs.map { row in
      [
        .id: row.tradeOff.gained, .name: row.gainedName, .who: names.of(row.tradeOff.accepted),
        .value: row.displacedName, .because: row.tradeOff.because ?? "",
        .state: row.tradeOff.isVoid ? names.words["csv.taken-back"] : "",
      ]
    }
  }
  .on(screen: "Trade-offs") { record, phrasing in
    record.tradeOffs.enumerated().map { index, row in
      let gained = phrasing.traded(row.tradeOff.gained, row.gainedName)
      let displaced = phrasing.traded(row.tradeOff.displaced, row.displacedName)
      let because = row.tradeOff.because.map { ", because \($0)" } ?? ""
      let people = phrasing.names(of: row.tradeOff.accepted)
      let accepted = people.isEmpty ? "" : "; accepted by \(people)"
      let void = row.tradeOff.isVoid
      return .paragraph(
        "\(void ? "taken back: " : "")\(gained) displaced \(displaced)\(because)\(accepted)", void ? .quiet : .text,
        about: .tradeOff(index + 1))
    }
  }
}
