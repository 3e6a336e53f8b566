/// An id that a session gave to something new: a letter and a number that counts up (`P3`).
package struct GivenID: Hashable, Sendable {
  let series: Series
  let number: Int

  init?<Of>(_ series: Series, _ id: ID<Of>) {
    guard let number = Int(id.text.dropFirst()), (0...GivenID.most).contains(number) else { return nil }
    self.series = series
    self.number = number
  }

  /// Far more than a session gives; the next number is always one too.
  private static let most = 1 << 30

  var text: String { "\(series.rawValue)\(number)" }

  /// What the ids are given to. The raw values are their letters.
  package enum Series: String, Hashable, Sendable, CaseIterable, Comparable {
    case item = "P"
    case decision = "D"
    case comment = "C"
    case assumption = "A"
    case alternative = "O"
    case killCriterion = "K"
    case reason = "R"
    case cluster = "G"

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
}

extension GivenID.Series: Coded, CodedKey {
  package var keyText: String { rawValue }
  package static func key(_ text: String) -> Self? { Self(rawValue: text) }
}

/// The last number of each series that a session has given, those taken back included: an id is never used for two
/// things.
package struct GivenIDs: Hashable, Sendable {
  private(set) var last: [GivenID.Series: Int] = [:]

  init(last: [GivenID.Series: Int] = [:]) { self.last = last }

  /// What a plan brings along has ids too.
  init(_ plan: Plan) {
    last = [
      .item: plan.parkingLot.count, .assumption: plan.homework.assumptions.count,
      .alternative: plan.homework.alternatives.count, .killCriterion: plan.homework.killCriteria.count,
    ]
  }

  mutating func note(_ events: [Event]) {
    for event in events {
      if let given = event.payload.givenID { last[given.series] = max(last[given.series] ?? 0, given.number) }
    }
  }

  /// The id that the next one of the series gets.
  func next<Of>(_ series: GivenID.Series) -> ID<Of> { ID("\(series.rawValue)\((last[series] ?? 0) + 1)") }
}
