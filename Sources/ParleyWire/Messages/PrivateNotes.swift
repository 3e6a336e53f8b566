import ParleyCore

/// What only the facilitator may read (M1), as a cockpit is told it.
public struct PrivateNotes: Hashable, Sendable {
  public var map: StakeholderMap
  /// Why there is nothing to read; nil when there is.
  public var missing: String?

  public init(_ map: StakeholderMap, missing: String? = nil) {
    self.map = map
    self.missing = missing
  }

  /// There are none: why.
  public static func missing(_ why: String) -> PrivateNotes { PrivateNotes(StakeholderMap(), missing: why) }

  // As text, since what reads messages knows the core's events only, and the map is to be none of them.
  var json: JSON { .message(30, ("map", .string(map.json.line)), ("missing", JSON(missing))) }

  init(_ members: Members) throws(WireFault) {
    guard let map = JSON(Array(try members.text("map").utf8)).flatMap({ StakeholderMap(json: $0) }) else {
      throw .badMember("map")
    }
    self.init(map, missing: members.optionalText("missing"))
  }
}
