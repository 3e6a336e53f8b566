import ParleyCore

/// The invitation to a session as an entry for everyone's calendar (RFC 5545, RFC 5546).
///
/// Theory: with a zone the times are local ones with the zone's own rules beside them, so that an invitation across a
/// change of clocks is right in every other zone; without one they float, since the plan does not say where it is. A
/// request needs an organiser with an address (3.2.2); without one the entry is published.
struct Invitation {
  private(set) var text: String

  /// - Parameter zone: that of the plan; nil where it names none.
  init(_ plan: Plan, starts: Instant, zone: ZoneTimes?, in words: DocumentWording) {
    let organiser = plan.organiserAddress
    var lines = CalendarText(named: plan.title, in: words, method: organiser == nil ? "PUBLISH" : "REQUEST")
    if let zone { lines.add(zone) }
    lines.add("BEGIN", raw: "VEVENT")
    lines.add("UID", "\(plan.invitationID(starts))@parley.invalid")
    // The plan has no date of its own: the same plan gives the same bytes, and a later one of it replaces this.
    lines.addStamp(starts.adding(seconds: -plan.prereadHours * 3600), in: zone)
    lines.add("DTSTART", starts, in: zone)
    lines.add("DTEND", starts.adding(seconds: plan.minutes * 60), in: zone)
    lines.add("SUMMARY", plan.title)
    lines.add("DESCRIPTION", lines: Invitation.description(of: plan, words))
    if let organiser { lines.add("ORGANIZER\(Invitation.name(plan.facilitator))", raw: "mailto:\(organiser)") }
    for person in plan.stakeholders {
      guard let email = person.email, email != organiser else { continue }
      let part = "ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
      lines.add("ATTENDEE\(Invitation.name(plan.name(of: person.id)));\(part)", raw: "mailto:\(email)")
    }
    lines.add("STATUS", raw: "CONFIRMED")
    lines.add("SEQUENCE", raw: "0")
    Invitation.addAlarm(plan, to: &lines)
    lines.add("END", raw: "VEVENT")
    lines.add("END", raw: "VCALENDAR")
    text = lines.text
  }

  private static func description(of plan: Plan, _ words: DocumentWording) -> [String] {
    let open = plan.boundary?.open ?? []
    let leader = plan.facilitator.map { [words("calendar.led-by", ["who": $0.shown])] } ?? []
    return leader + open.map { words("calendar.to-decide", ["what": $0.shown]) }
      + plan.goals.map { $0.inOneLine(words) }
  }

  private static func addAlarm(_ plan: Plan, to lines: inout CalendarText) {
    lines.add("BEGIN", raw: "VALARM")
    lines.add("ACTION", raw: "DISPLAY")
    lines.add("TRIGGER", raw: "-PT15M")
    lines.add("DESCRIPTION", plan.title)
    lines.add("END", raw: "VALARM")
  }

  /// The parameter with a name; quotation marks cannot stand in one (3.2).
  private static func name(_ name: String?) -> String {
    name.map { ";CN=\"\($0.cleaned.filter { $0 != "\"" })\"" } ?? ""
  }
}

extension Plan {
  /// The mailbox of whoever leads the session, as far as the plan knows it.
  var organiserAddress: String? { mailboxes.facilitator ?? stakeholders.first { $0.name == facilitator }?.email }

  /// Names the session's entry: a plan that is changed invites to the same session.
  fileprivate func invitationID(_ starts: Instant) -> String {
    let words = title.lowercased().split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    return words.joined(separator: "-") + "-\(starts.date)-invitation"
  }
}
