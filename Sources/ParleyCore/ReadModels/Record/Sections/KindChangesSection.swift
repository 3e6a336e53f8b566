extension RecordSection {
  /// When the session became one of another kind, and why (M22); documents show this in their head.
  public static let kindChanges = RecordSection("kindChanges")
    .json("kindChanges", \.kindChanges) { change in
      [
        "from": .string(change.from.rawValue), "to": .string(change.to.rawValue), "because": .string(change.because),
        "at": JSON(change.at),
      ]
    }
    .spreadsheet("kind-changes") { record, names in
      record.kindChanges.map { change in
        [
          .value: change.to.rawValue, .because: change.because,
          .state: names.words("csv.from-time", ["time": names.words.time(change.at)]),
        ]
      }
    }
    .on(screen: "Changes of kind") { record, _ in
      record.kindChanges.map { .paragraph("\($0.at.clock) to \($0.to.rawValue), because \($0.because)") }
    }
}
