import ParleyCore

/// The record of a session as a document.
public enum RecordDocument {
  /// The record as JSON (version 1), with every key always there; ends with a line break.
  public static func json(_ record: Record) -> String { record.json.pretty + "\n" }

  /// The record as CommonMark with tables, and YAML front matter (M30). Whatever people wrote is text in it and
  /// cannot be markup.
  ///
  /// Throws only when the template is none.
  public static func markdown(_ record: Record, in words: DocumentWording = .english) throws -> String {
    try DocumentForm.markdown.fill(RecordTemplate.markdown(in: words), with: RecordPage(record, in: words)).withOneEnd
  }

  /// The record as one HTML file that prints well and loads nothing from elsewhere (M30).
  ///
  /// Throws only when the template is none.
  public static func html(_ record: Record, in words: DocumentWording = .english) throws -> String {
    try HtmlPage.whole(title: record.title, body: RecordTemplate.html(in: words), RecordPage(record, in: words), words)
  }

  /// The record through a template of the user's own (Mustache), as Markdown or as HTML. What people wrote is made safe
  /// for that form, whatever the template does not do. One that is not a whole HTML page gets Parley's around it.
  ///
  /// Throws ``TemplateFault`` when the template is none.
  public static func filled(
    _ template: String, asHtml: Bool, _ record: Record, in words: DocumentWording = .english
  ) throws -> String {
    let page = RecordPage(record, in: words)
    let most = Template.most
    guard asHtml else { return try DocumentForm.markdown.fill(template, with: page, most: most).withOneEnd }
    return template.contains("<html")
      ? try DocumentForm.html.fill(template, with: page, most: most).withOneEnd
      : try HtmlPage.whole(title: record.title, body: template.withOneEnd, page, words, most: most)
  }

  /// The template that ``markdown(_:)`` or ``html(_:)`` fills, to begin one's own from.
  public static func template(asHtml: Bool, in words: DocumentWording = .english) -> String {
    asHtml ? RecordTemplate.html(in: words) : RecordTemplate.markdown(in: words)
  }

  /// The whole record as one table (RFC 4180), in which no cell is a formula. Its columns have the same names in every
  /// language, since programs read them.
  public static func csv(_ record: Record, in words: DocumentWording = .english) -> String {
    let columns = SpreadsheetColumn.allCases
    var table = CsvTable(header: columns.map(\.rawValue))
    for row in record.spreadsheet(in: words) { table.add(columns.map { row[$0] ?? "" }) }
    return table.text
  }

  /// What is to be done after the session, as a calendar (RFC 5545) that is the same for the same journal (M32).
  ///
  /// - Parameter zone: the times of the record's zone; nil where it keeps none.
  public static func ics(
    _ record: Record, zone: ZoneTimes? = nil, in words: DocumentWording = .english
  ) -> String {
    RecordCalendar(record, zone: zone, in: words).text
  }

  /// The record as plain text, in lines that a terminal and a mail hold.
  public static func text(_ record: Record, in words: DocumentWording = .english) -> String {
    PlainRecord.text(of: record, in: words)
  }

  /// A mail (RFC 5322) with the record in it, written and not sent, from and to the addresses that the plan gave.
  ///
  /// Throws only when a template is none.
  public static func eml(
    _ record: Record, zone: ZoneTimes? = nil, in words: DocumentWording = .english
  ) throws -> String {
    Mail(
      subject: words("head.subject", ["title": record.title.shown]), from: record.sender(in: words),
      to: record.recipients, nobody: words["mail.everyone"], date: Mail.Moment(record.asOf, zone),
      id: "\(record.id).record.\(record.status.rawValue)",
      plain: text(record, in: words),
      html: try html(record, in: words), calendar: ics(record, zone: zone, in: words)
    ).text
  }
}

extension String {
  /// The text ended by one line break: the last section of a document may be any, and each ends with an empty line.
  var withOneEnd: String {
    var text = self[...]
    // Turning the whole text round took longer than all else that makes a long document.
    while text.last == "\n" { text.removeLast() }
    return text + "\n"
  }
}

extension Record {
  func sender(in words: DocumentWording) -> Mail.Person {
    Mail.Person(leading: facilitator, mailboxes, words)
  }

  /// Those who were asked, then those who are informed.
  var recipients: [Mail.Person] {
    attendance.map { Mail.Person(name: $0.name, address: $0.email) }
      + inform.map { Mail.Person(name: $0.name, address: $0.email) }
  }
}
