import ParleyCore

/// What is owed over all sessions, as a document.
public enum DueDocument {
  /// As one calendar (RFC 5545), in which each thing has the entry that it has in its own record's calendar: whoever
  /// imports both has it once.
  public static func ics(_ all: [(record: Record, owed: Owed)], in words: DocumentWording = .english) -> String {
    var lines = CalendarText(named: words["calendar.due"], in: words)
    for (record, owed) in all {
      guard let due = owed.due else { continue }
      RecordCalendar.add(owed, due, of: record, RecordNames(record, in: words), to: &lines)
    }
    lines.add("END", raw: "VCALENDAR")
    return lines.text
  }
}
