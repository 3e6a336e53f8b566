import Foundation
import ParleyCore

extension ZoneTimes {
  /// The times of a zone from the change before a moment to those of the year after it, from the system's `tzdata`. Nil
  /// for a zone that this machine does not know.
  public init?(of name: String, around moment: Instant) {
    guard ZoneName.isKnown(name), let zone = TimeZone(identifier: name) else { return nil }
    let local = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
    let here = local.addingTimeInterval(-Double(zone.secondsFromGMT(for: local)))
    // A change is only found forwards: the last one lies within a year, or there is none.
    var times = [ZoneTimes.time(of: zone, from: here.addingTimeInterval(-366 * 86_400), before: nil)]
    var last = here.addingTimeInterval(-366 * 86_400)
    while times.count < 8, let next = zone.nextDaylightSavingTimeTransition(after: last),
      next < here.addingTimeInterval(366 * 86_400)
    {
      times.append(ZoneTimes.time(of: zone, from: next, before: zone.secondsFromGMT(for: next.addingTimeInterval(-1))))
      last = next
    }
    self.init(name: name, times: times)
  }

  private static func time(of zone: TimeZone, from date: Date, before: Int?) -> Time {
    let offset = zone.secondsFromGMT(for: date)
    let local = date.timeIntervalSince1970 + Double(before ?? offset)
    return Time(
      from: Instant(milliseconds: Int64(local) * 1000), before: before ?? offset, offset: offset,
      isDaylight: zone.isDaylightSavingTime(for: date))
  }
}
