import ParleyCore

extension ZoneTimes {
  /// The times of a zone from the change before a moment to those of the year after it, from the system's `tzdata`. Nil
  /// for a zone that this machine does not know.
  ///
  /// - Parameter moment: on the zone's own clocks.
  public init?(of name: String, around moment: Instant) {
    guard let zone = ZoneName.table(name) else { return nil }
    let local = moment.milliseconds / 1000
    let here = local - Int64(zone.offset(at: local).seconds)
    let year: Int64 = 366 * 86_400
    let first = zone.offset(at: here - year)
    var times = [Time(from: here - year, before: first, first)]
    var before = first
    for change in zone.changes(after: here - year, before: here + year).prefix(7) {
      times.append(Time(from: change.at, before: before, change.offset))
      before = change.offset
    }
    self.init(name: name, times: times)
  }
}

extension ZoneTimes.Time {
  fileprivate init(from second: Int64, before: ZoneTable.Offset, _ offset: ZoneTable.Offset) {
    self.init(
      from: Instant(milliseconds: (second + Int64(before.seconds)) * 1000), before: before.seconds,
      offset: offset.seconds, isDaylight: offset.isDaylight)
  }
}
