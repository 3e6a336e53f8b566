import ParleyCore

/// The notes that only the facilitator may read (M1), as a cockpit receives them.
public struct PrivateNotes: Hashable, Sendable {
  public var map: StakeholderMap
  /// Why there is nothing to read; nil when there is.
  public var missing: String?

  public init(_ map: StakeholderMap, missing: String? = nil) {
    self.map = map
    self.missing = missing
  }

  /// No notes, and why.
  public static func missing(_ why: String) -> PrivateNotes { PrivateNotes(StakeholderMap(), missing: why) }

  // The map travels as text: the reader of messages knows only the core's events, and the map must never be one.
  var json: JSON { .message(30, ("map", .string(map.json.line)), ("missing", JSON(missing))) }

  init(_ members: Members) throws(WireFault) {
    guard let map = JSON(Array(try members.text("map").utf8)).flatMap({ StakeholderMap(json: $0) }) else {
      throw .badMember("map")
    }
    self.init(map, missing: members.optionalText("missing"))
  }
}
