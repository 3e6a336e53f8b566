/// A value of a goal's main metric.
public struct MetricReading: Hashable, Sendable {
  public var goal: GoalID
  public var value: Double
  public var note: String?
  public var at: Instant

  public init(goal: GoalID, value: Double, note: String? = nil, at: Instant) {
    self.goal = goal
    self.value = value
    self.note = note
    self.at = at
  }
}

extension MetricReading: CodedObject {
  package static let codec = Codec(
    Self.init, Member("goal", \.goal), Member("value", \.value), Member("note", \.note), Member("at", \.at))
}

/// `reading GOAL N`: where a goal's metric stands now (M36).
public struct ReadMetric: Verb {
  public var goal: GoalID
  public var value: Double
  public var note: String?

  public static let syntax = Syntax<Self>(
    .reading, "where a goal's metric stands now", rule: "M36", example: "reading churn 6.5", Self.init,
    .place("GOAL", .pastGoal, \.goal), .place("N", .number, \.value, label: "Now"),
    .option("note", .text, \.note, label: "Note"))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    guard [.review, .checkIn].contains(session.state.kind) else { throw .wrongStep(.onlyIn(name, .checkIn)) }
    let reading = MetricReading(goal: goal, value: value, note: note, at: occasion.at)
    return [MetricRead(reading: reading).event]
  }
}

/// A metric was read off.
public struct MetricRead: EventPayload {
  public var reading: MetricReading

  public init(reading: MetricReading) { self.reading = reading }

  package static let name = Event.Name.metricRead
  package static let codec = Codec(Self.init, Member("reading", \.reading))
  package var event: Event { .metricRead(self) }

  package func apply(to state: inout State, at: Instant) { state.findings.readings.append(reading) }
  package func redacted(by redaction: Redaction) -> Self? { redaction.redacted(self, naming: \.reading.goal) }
  package func sentence(by narrator: Narrator) -> String? {
    "\(narrator.pastName(reading.goal)): now \(reading.value.numeral)"
  }
}
