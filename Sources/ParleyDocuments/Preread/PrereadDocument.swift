import ParleyCore

/// What everyone reads before the session (M4). It is made from the plan alone, of which nothing is private.
public enum PrereadDocument {
  /// As Markdown. Throws only when the template is none.
  public static func markdown(_ plan: Plan, in words: DocumentWording = .english) throws -> String {
    try filled(plan, .markdown, words)
  }

  /// As one HTML file. Throws only when the template is none.
  public static func html(_ plan: Plan, in words: DocumentWording = .english) throws -> String {
    try HtmlPage.whole(
      title: words("preread.subject", ["title": plan.title]), body: prereadHtmlTemplate(TemplateWords(words, .html)),
      PrereadPage(plan, in: words), words)
  }

  /// The invitation, for everyone's calendar. Without a zone its times are nobody's in particular.
  public static func ics(
    _ plan: Plan, starts: Instant, zone: ZoneTimes?, in words: DocumentWording = .english
  ) -> String {
    Invitation(plan, starts: starts, zone: zone, in: words).text
  }

  /// As a mail that is not sent, dated when it must be out. Throws only when a template is none.
  public static func eml(
    _ plan: Plan, zone: ZoneTimes? = nil, in words: DocumentWording = .english
  ) throws -> String {
    Mail(
      subject: words("preread.subject", ["title": plan.title.shown]),
      from: Mail.Person(leading: plan.facilitator, plan.mailboxes, words),
      to: plan.stakeholders.map { Mail.Person(name: $0.name, address: $0.email) }, nobody: words["mail.everyone"],
      date: plan.prereadDue.map { Mail.Moment($0, zone) }, id: "preread.\(plan.starts.map { "\($0)" } ?? "undated")",
      plain: try filled(plan, .plain, words), html: try html(plan, in: words)
    ).text
  }

  private static func filled(_ plan: Plan, _ form: DocumentForm, _ words: DocumentWording) throws -> String {
    try form.fill(prereadTemplate(TemplateWords(words, form)), with: PrereadPage(plan, in: words)).withOneEnd
  }
}

extension Plan {
  /// How long before the session the pre-read must be out (M4).
  public var prereadHours: Int { remote ? 72 : 48 }

  /// When it must be out; nil when the plan does not say when the session begins.
  public var prereadDue: Instant? { starts?.adding(seconds: -prereadHours * 3600) }
}
