import ParleyCore

/// What is owed over all sessions, as a document.
public enum DueDocument {
  /// As one calendar (RFC 5545), in which each thing has the entry that it has in its own record's calendar: whoever
  /// imports both has it once.
  public static func ics(
    _ all: [(record: Record, owed: Owed, zone: ZoneTimes?)], in words: DocumentWording = .english
  ) -> String {
    var lines = CalendarText(named: words["calendar.due"], in: words)
    for zone in zones(of: all.compactMap(\.zone)) { lines.add(zone) }
    for (record, owed, zone) in all {
      guard let due = owed.due else { continue }
      RecordCalendar.add(owed, due, of: record, zone, RecordNames(record, in: words), to: &lines)
    }
    lines.add("END", raw: "VCALENDAR")
    return lines.text
  }

  /// Each zone once (3.6.5), with the times round all the sessions that were held in it.
  private static func zones(of all: [ZoneTimes]) -> [ZoneTimes] {
    var found: [ZoneTimes] = []
    for zone in all {
      guard let place = found.firstIndex(where: { $0.name == zone.name }) else {
        found.append(zone)
        continue
      }
      let times = Set(found[place].times).union(zone.times)
      found[place].times = times.sorted { $0.from < $1.from }
    }
    return found
  }
}
