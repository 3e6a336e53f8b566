/// When someone was in the room (M25).
public struct Attendance: Hashable, Sendable {
  public var isPresent: Bool
  /// Whether they were in the room when the lobby was left.
  public var isFromStart: Bool
  /// Nil for those who were there from the start, or never came.
  public var arrived: Instant?
  /// Nil for those who stayed, or came back.
  public var left: Instant?

  public init(isPresent: Bool, arrived: Instant? = nil, left: Instant? = nil) {
    self.isPresent = isPresent
    isFromStart = isPresent
    self.arrived = arrived
    self.left = left
  }
}

extension Attendance: CodedObject {
  package static let codec = Codec(
    Self.init, Member("present", \.isPresent), Member("arrived", \.arrived), Member("left", \.left)
  ).with([CodedField("fromStart", \.isFromStart)])
}

extension State {
  mutating func edit(_ who: StakeholderID, _ change: (inout Attendance) -> Void) {
    if var one = attendance[who] {
      change(&one)
      attendance[who] = one
    }
  }
}
