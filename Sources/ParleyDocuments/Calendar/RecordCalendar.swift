import ParleyCore

/// What a session leaves to be done, as a calendar. Days are all-day events. Moments are in the zone of the session, with
/// the rules of it beside them (RFC 5545, 3.6.5); where the journal keeps none, in the time of the place where the session
/// was held (3.3.5 form 1). The stamp is the journal's last entry, so that the same journal gives the same bytes and a later one replaces them.
struct RecordCalendar {
  private(set) var text: String

  init(_ record: Record, zone: ZoneTimes?, in words: DocumentWording) {
    let names = RecordNames(record, in: words)
    var lines = CalendarText(named: record.title, in: words)
    if let zone { lines.add(zone) }
    RecordCalendar.addSession(record, zone, words, to: &lines)
    for owed in record.owed {
      guard let due = owed.due else { continue }
      RecordCalendar.add(owed, due, of: record, zone, names, to: &lines)
    }
    lines.add("END", raw: "VCALENDAR")
    text = lines.text
  }

  /// The session itself comes first, so that no calendar is empty (RFC 5545, 3.6 asks for one component).
  private static func addSession(
    _ record: Record, _ zone: ZoneTimes?, _ words: DocumentWording, to lines: inout CalendarText
  ) {
    begin("session", of: record, zone, to: &lines)
    let start = record.started ?? record.asOf
    lines.add("DTSTART", start, in: zone)
    lines.add("DTEND", max(record.ended ?? record.asOf, start), in: zone)
    lines.add("SUMMARY", record.title)
    lines.add("DESCRIPTION", lines: record.goals.filter { $0.priority != nil }.map { $0.inOneLine(words) })
    lines.add("END", raw: "VEVENT")
  }

  static func add(
    _ owed: Owed, _ due: Owed.Due, of record: Record, _ zone: ZoneTimes?, _ names: RecordNames,
    to lines: inout CalendarText
  ) {
    begin(owed.key, of: record, zone, to: &lines)
    switch due {
    case .day(let date):
      lines.add("DTSTART;VALUE=DATE", raw: date.basic)
      lines.add("DTEND;VALUE=DATE", raw: date.adding(days: 1).basic)
    case .moment(let instant):
      lines.add("DTSTART", instant, in: zone)
      lines.add("DURATION", raw: "PT15M")
    }
    let words = names.words
    lines.add("SUMMARY", owed.sentence(in: words))
    let people = owed.who.isEmpty ? [] : [words("calendar.with", ["who": names.of(owed.who)])]
    lines.add(
      "DESCRIPTION",
      lines: people + [
        words("calendar.from", ["title": record.title]), words("calendar.session", ["id": record.id]),
      ])
    lines.add("CATEGORIES", owed.kind.rawValue)
    lines.add("TRANSP", raw: "TRANSPARENT")
    lines.add("END", raw: "VEVENT")
  }

  private static func begin(_ key: String, of record: Record, _ zone: ZoneTimes?, to lines: inout CalendarText) {
    lines.add("BEGIN", raw: "VEVENT")
    lines.add("UID", "\(record.id)-\(key)@parley.invalid")
    lines.addStamp(record.asOf, in: zone)
  }
}

extension Record.GoalRow {
  /// `1. Reduce monthly churn: Monthly churn 8 → 5 %`.
  fileprivate func inOneLine(_ words: DocumentWording) -> String {
    (priority.map { "\($0). " } ?? "") + goal.inOneLine(words)
  }
}

extension Goal {
  /// `Reduce monthly churn: Monthly churn 8 → 5 %`.
  func inOneLine(_ words: DocumentWording) -> String {
    guard let metric = metrics.first else { return name.shown }
    return words(
      "calendar.goal", ["goal": name.shown, "metric": metric.name.shown, "change": words.change(metric).shown])
  }
}

extension Instant {
  /// `20270628T140500`.
  var basic: String { description.filter { $0 != "-" && $0 != ":" } }
}

extension CalendarDate {
  fileprivate var basic: String { description.filter { $0 != "-" } }
}
