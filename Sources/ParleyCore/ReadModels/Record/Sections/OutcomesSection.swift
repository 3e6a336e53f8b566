extension Record {
  /// What came of something that the record tells of, learnt after the session.
  public struct LaterOutcome: Hashable, Sendable {
    /// What it came of: `D1`, `F2`, `K3-stop`, as ``Owed/key``.
    public var ref: String
    public var text: String
    /// Nil where nobody gave it a word.
    public var result: Result?
    public var at: Instant

    /// How it went, in a word.
    public enum Result: String, Hashable, Sendable, CaseIterable {
      case met
      case partlyMet = "partly-met"
      case missed, stopped

      /// The same in documents.
      public var words: String { self == .partlyMet ? "partly met" : rawValue }
    }

    public init(ref: String, text: String, result: Result?, at: Instant) {
      self.ref = ref
      self.text = text
      self.result = result
      self.at = at
    }
  }
}

extension RecordSection {
  /// What came of it: an appendix, before which the record stays as it was.
  public static let outcomes = RecordSection(
    table: "outcomes", "What came of it", \.outcomes,
    [
      RecordColumn("Of", "ref", .term) { row, _ in row.ref.shown },
      RecordColumn("What came of it", "came") { row, _ in row.text.shown },
      RecordColumn("Result", "result", .term) { row, _ in (row.result?.words).shown },
      RecordColumn("Since", "since", .term) { row, _ in row.at.date.description },
    ]
  )
  .json("outcomes", \.outcomes) { row in
    ["ref": .string(row.ref), "text": .string(row.text), "result": JSON(row.result?.rawValue), "at": JSON(row.at)]
  }
  .spreadsheet("outcomes") { record, _ in
    record.outcomes.map { row in
      [.id: row.ref, .name: row.text, .due: row.at.date.description, .state: row.result?.words ?? ""]
    }
  }
  .on(.hidden)
}
