/// How one sort of value is written in a command.
struct ValueKind<Value>: Sendable {
  /// What help and completion call it.
  let kind: ArgumentKind
  /// Reads the text of the argument with this name; throws `bad-argument`.
  let read: @Sendable (_ text: String, _ name: String) throws(Refusal) -> Value
  let text: @Sendable (Value) -> String
  let references: @Sendable (Value) -> [Reference]

  init(
    _ kind: ArgumentKind, text: @escaping @Sendable (Value) -> String,
    references: @escaping @Sendable (Value) -> [Reference] = { _ in [] },
    read: @escaping @Sendable (_ text: String, _ name: String) throws(Refusal) -> Value
  ) {
    self.kind = kind
    self.read = read
    self.text = text
    self.references = references
  }
}

// Ids.
extension ValueKind {
  private static func id<Of>(
    _ kind: ArgumentKind, _ reference: @escaping @Sendable (ID<Of>) -> Reference?
  ) -> Self where Value == ID<Of> {
    Self(kind, text: \.text, references: { reference($0).map { [$0] } ?? [] }, read: readID)
  }
}

extension ValueKind<StakeholderID> {
  static let who = id(.who) { .who($0) }
  /// Someone who may comment on the record: one who was asked, or who gets it (M31).
  static let reader = id(.who) { .reader($0) }
}

extension ValueKind<GoalID> {
  static let goal = id(.goal) { .goal($0) }
  /// A goal of the last period, or of this one.
  static let pastGoal = id(.pastGoal) { .pastGoal($0) }
  /// A new goal's.
  static let newGoal = Self(.newID, text: \.text) { text, name throws(Refusal) in
    let id: GoalID = try readID(text, name)
    if !GoalID.isWellFormed(id.text) { throw .badArgument(.malformedID(id.text)) }
    return id
  }
}

extension ValueKind<TimeframeID> {
  static let timeframe = id(.timeframe) { .timeframe($0) }
}

extension ValueKind<ItemID> {
  static let item = id(.item) { .item($0) }
}

extension ValueKind<FeatureID> {
  static let feature = id(.feature) { .feature($0) }
}

extension ValueKind<DecisionID> {
  static let decision = id(.decision) { .decision($0) }
}

extension ValueKind<CommentID> {
  static let comment = id(.comment) { .comment($0) }
}

extension ValueKind<AssumptionID> {
  static let assumption = id(.assumption) { .assumption($0) }
}

extension ValueKind<AlternativeID> {
  static let alternative = id(.alternative) { .alternative($0) }
}

extension ValueKind<ClusterID> {
  static let cluster = id(.cluster) { .cluster($0) }
}

extension ValueKind<[StakeholderID]> {
  static let people = Self(
    .people, text: { $0.map(\.text).joined(separator: ",") }, references: { $0.map(Reference.who) }, read: readIDs)

  /// Two different ones (M18).
  static let twoPeople = Self(.people, text: people.text, references: people.references) { text, name throws(Refusal) in
    let people: [StakeholderID] = try readIDs(text, name)
    if people.count != 2 { throw .badArgument(.twoDifferentPeople) }
    return people
  }
}

extension ValueKind<[ReasonID]> {
  static let reasons = Self(
    .reasons, text: { $0.map(\.text).joined(separator: ",") }, references: { $0.map(Reference.reason) }, read: readIDs)
}

extension ValueKind<Destination> {
  static let destination = Self(.destination, text: \.text, references: \.references, read: readDestination)
}

extension ValueKind<Displacement> {
  static let displacement = Self(
    .displacement, text: { "\($0.goal)" + ($0.to.map { ":\($0.text)" } ?? "") },
    references: { [.goal($0.goal)] + ($0.to?.references ?? []) }, read: readDisplacement)
}

// Words.
extension ValueKind<String> {
  /// At most 200 bytes.
  static let name = Self(.name, text: \.self) { text, name throws(Refusal) in try readText(text, name, limit: 200) }
  /// At most 4,096 bytes.
  static let text = Self(.text, text: \.self) { text, name throws(Refusal) in try readText(text, name, limit: 4096) }
  /// As it is written: an unknown step is a `wrong-step`, not a fault of grammar.
  static let step = Self(.step, text: \.self, read: text.read)
}

extension ValueKind<[String]> {
  /// Parted by `|`.
  static let options = Self(.options, text: { $0.joined(separator: "|") }, read: readOptions)
  /// One for each of the options, parted as they are; nothing between two signs says nothing of one.
  static let sides = Self(.options, text: { $0.joined(separator: "|") }, read: readSides)
}

extension ValueKind where Value: RawRepresentable<String> & CaseIterable & Sendable {
  /// One of a few fixed words.
  static var choice: Self {
    let words = Value.allCases.map(\.rawValue)
    return Self(.choice(words), text: \.rawValue) { text, name throws(Refusal) in
      guard let value = Value(rawValue: text) else {
        throw .badArgument(.notOneOf(name, value: text.cleaned, choices: words, near: nearName(to: text, among: words)))
      }
      return value
    }
  }
}

extension ValueKind<Bool> {
  static let flag: Self = {
    let words = ["true", "false"]
    return Self(
      .choice(words), text: \.description,
      read: { text, name throws(Refusal) in
        guard words.contains(text) else {
          throw .badArgument(
            .notOneOf(name, value: text.cleaned, choices: words, near: nearName(to: text, among: words)))
        }
        return text == "true"
      })
  }()
}

extension ValueKind<Dot.Colour?> {
  /// A colour, or `clear`.
  static let colour: Self = {
    let clear = "clear"
    let words = Dot.Colour.allCases.map(\.rawValue) + [clear]
    return Self(
      .choice(words), text: { $0?.rawValue ?? clear },
      read: { text, name throws(Refusal) in
        guard words.contains(text) else {
          throw .badArgument(
            .notOneOf(name, value: text.cleaned, choices: words, near: nearName(to: text, among: words)))
        }
        return Dot.Colour(rawValue: text)
      })
  }()
}

// Numbers and days.
extension ValueKind<Double> {
  static let number = Self(.number, text: { $0.numeral }, read: readNumber)
}

extension ValueKind<Int> {
  static let minutes = whole(.minutes, 1...1440)
  /// From 1 to 5.
  static let scale = whole(.choice((1...5).map(String.init)), 1...5)
  static let percent = whole(.number, 0...100)

  /// A whole number from 1.
  static func count(to limit: Int = .max) -> Self { whole(.count, 1...limit) }

  private static func whole(_ kind: ArgumentKind, _ range: ClosedRange<Int>) -> Self {
    Self(kind, text: \.description) { text, name throws(Refusal) in
      guard let number = Int(text), text.first != "+" else {
        throw .badArgument(.notANumber(name, value: text.cleaned))
      }
      guard range.contains(number) else {
        let end = range.upperBound == .max ? "or more" : "to \(range.upperBound)"
        throw .badArgument(.outOfRange(name, value: text.cleaned, range: "\(range.lowerBound) \(end)"))
      }
      return number
    }
  }
}

extension ValueKind<ClockTime> {
  static let clock = Self(.clock, text: \.text) { text, name throws(Refusal) in
    guard let time = ClockTime(text) else { throw .badArgument(.notATime(name, value: text.cleaned)) }
    return time
  }
}

extension ValueKind<Due> {
  static let date = Self(.date, text: \.text) { text, name throws(Refusal) in
    guard let due = Due(text) else { throw .badArgument(.notADate(name, value: text.cleaned)) }
    return due
  }
}

@Sendable private func readID<Of>(_ text: String, _ name: String) throws(Refusal) -> ID<Of> {
  let text = text.cleaned
  if text.isEmpty { throw .badArgument(.empty(name)) }
  return ID(text)
}

/// Parted by commas; each once.
@Sendable private func readIDs<Of>(_ text: String, _ name: String) throws(Refusal) -> [ID<Of>] {
  var ids: [ID<Of>] = []
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    let id: ID<Of> = try readID(String(part), name)
    if !ids.contains(id) { ids.append(id) }
  }
  return ids
}

@Sendable private func readDestination(_ text: String, _ name: String) throws(Refusal) -> Destination {
  text == Destination.parkingLot.text ? .parkingLot : .timeframe(try readID(text, name))
}

private func readText(_ text: String, _ name: String, limit: Int) throws(Refusal) -> String {
  let text = text.cleaned
  if text.isEmpty { throw .badArgument(.empty(name)) }
  if text.utf8.count > limit { throw .badArgument(.tooLong(name, bytes: text.utf8.count, limit: limit)) }
  return text
}

@Sendable private func readDisplacement(_ text: String, _ name: String) throws(Refusal) -> Displacement {
  let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
  return Displacement(
    goal: try readID(parts[0], name), to: parts.count > 1 ? try readDestination(parts[1], name) : nil)
}

@Sendable private func readOptions(_ text: String, _ name: String) throws(Refusal) -> [String] {
  let whole = try readText(text, name, limit: 4096)
  let options = whole.split(separator: "|").map { String($0).cleaned }.filter { !$0.isEmpty }
  if options.isEmpty { throw .badArgument(.empty(name)) }
  return options
}

@Sendable private func readSides(_ text: String, _ name: String) throws(Refusal) -> [String] {
  let whole = try readText(text, name, limit: 4096)
  return whole.split(separator: "|", omittingEmptySubsequences: false).map { String($0).cleaned }
}

@Sendable private func readNumber(_ text: String, _ name: String) throws(Refusal) -> Double {
  guard let number = Double(decimal: text) else { throw .badArgument(.notANumber(name, value: text.cleaned)) }
  return number
}
