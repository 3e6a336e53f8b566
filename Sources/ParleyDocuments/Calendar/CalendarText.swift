import ParleyCore

// Written by hand: no calendar library for Swift folds by octets and gives the same bytes twice.
/// The lines of an iCalendar object (RFC 5545): each ended by CRLF and folded at 75 octets.
struct CalendarText {
  private(set) var text = ""

  /// The head of a calendar, with the name that a list of calendars shows.
  init(named name: String, in words: DocumentWording, method: String = "PUBLISH") {
    add("BEGIN", raw: "VCALENDAR")
    add("VERSION", raw: "2.0")
    add("PRODID", raw: "-//Parley//Alignment record//\(words.language.uppercased())")
    add("CALSCALE", raw: "GREGORIAN")
    add("METHOD", raw: method)
    add("X-WR-CALNAME", name)
  }

  /// A line whose value is written as it is.
  mutating func add(_ name: String, raw value: String) {
    var length = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let width = UTF8.width(scalar)
      if length + width > 75 {
        text += "\r\n "
        length = 1
      }
      text.unicodeScalars.append(scalar)
      length += width
    }
    text += "\r\n"
  }

  /// A line whose value is of type TEXT: people's words, whose line breaks are the only ones that stay.
  mutating func add(_ name: String, _ value: String) { add(name, raw: CalendarText.escaped(value)) }

  mutating func add(_ name: String, lines: [String]) {
    add(name, raw: lines.map(CalendarText.escaped).joined(separator: "\\n"))
  }

  /// The rules of a zone, by which any other place knows its times (3.6.5).
  mutating func add(_ zone: ZoneTimes) {
    add("BEGIN", raw: "VTIMEZONE")
    add("TZID", raw: zone.name)
    for time in zone.times {
      let kind = time.isDaylight ? "DAYLIGHT" : "STANDARD"
      add("BEGIN", raw: kind)
      add("DTSTART", raw: time.from.basic)
      add("TZOFFSETFROM", raw: CalendarText.offset(time.before))
      add("TZOFFSETTO", raw: CalendarText.offset(time.offset))
      add("END", raw: kind)
    }
    add("END", raw: "VTIMEZONE")
  }

  /// A moment: in its zone where that is known, else of nobody's in particular (3.3.5).
  mutating func add(_ name: String, _ local: Instant, in zone: ZoneTimes?) {
    add(name + (zone.map { ";TZID=\($0.name)" } ?? ""), raw: local.basic)
  }

  /// When it was made, which is always in UTC (3.8.7.2). A journal that keeps no zone has no other than its own.
  mutating func addStamp(_ local: Instant, in zone: ZoneTimes?) {
    add("DTSTAMP", raw: (zone?.utc(local) ?? local).basic + "Z")
  }

  /// `+0200`.
  private static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func escaped(_ value: String) -> String {
    value.cleaned.unicodeScalars.reduce(into: "") { out, scalar in
      if "\\;,".unicodeScalars.contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
  }
}
