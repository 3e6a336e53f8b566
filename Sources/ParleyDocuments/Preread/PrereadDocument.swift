import ParleyCore

/// What everyone reads before the session (M4). It is made from the plan alone, of which nothing is private.
public enum PrereadDocument {
  /// As Markdown. Throws only when the template is none.
  public static func markdown(_ plan: Plan) throws -> String {
    try DocumentForm.markdown.fill(prereadTemplate, with: PrereadPage(plan)).withOneEnd
  }

  /// As one HTML file. Throws only when the template is none.
  public static func html(_ plan: Plan) throws -> String {
    try HtmlPage.whole(title: "\(plan.title) — pre-read", body: prereadHtmlTemplate, PrereadPage(plan))
  }

  /// The invitation, for everyone's calendar. Without a zone its times are nobody's in particular.
  public static func ics(_ plan: Plan, starts: Instant, zone: ZoneTimes?) -> String {
    Invitation(plan, starts: starts, zone: zone).text
  }

  /// As a mail that is not sent, dated when it must be out. Throws only when a template is none.
  public static func eml(_ plan: Plan) throws -> String {
    Mail(
      subject: "\(plan.title.shown) — pre-read", from: Mail.Person(leading: plan.facilitator, plan.mailboxes),
      to: plan.stakeholders.map { Mail.Person(name: $0.name, address: $0.email) },
      date: plan.prereadDue, id: "preread.\(plan.starts.map { "\($0)" } ?? "undated")",
      plain: try DocumentForm.plain.fill(prereadTemplate, with: PrereadPage(plan)).withOneEnd, html: try html(plan)
    ).text
  }
}

extension Plan {
  /// How long before the session the pre-read must be out (M4).
  public var prereadHours: Int { remote ? 72 : 48 }

  /// When it must be out; nil when the plan does not say when the session begins.
  public var prereadDue: Instant? { starts?.adding(seconds: -prereadHours * 3600) }
}
