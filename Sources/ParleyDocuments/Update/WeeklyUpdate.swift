import ParleyCore

/// What happened in a week, for everybody (M38): three minutes to read, so each list stops where it becomes long.
public struct WeeklyUpdate: Hashable, Sendable {
  public var card: Scorecard
  public var day: CalendarDate
  /// What was done in the last seven days.
  public var shipped: [Line]
  /// What does not go on or is overdue, with who has it in hand.
  public var blocked: [Line]
  /// The features that come next, and what is due within two weeks.
  public var coming: [Line]
  /// What came of earlier decisions, as it was said in the last seven days.
  public var outcomes: [Line]

  /// One thing, who does it, and its day.
  public struct Line: Hashable, Sendable {
    public var what: String
    public var who: [String]
    public var day: CalendarDate?

    public init(what: String, who: [String], day: CalendarDate?) {
      self.what = what
      self.who = who
      self.day = day
    }
  }

  public init(
    card: Scorecard, day: CalendarDate, shipped: [Line], blocked: [Line], coming: [Line], outcomes: [Line] = []
  ) {
    self.card = card
    self.day = day
    self.shipped = shipped
    self.blocked = blocked
    self.coming = coming
    self.outcomes = outcomes
  }
}

/// The weekly update as a document.
public enum UpdateDocument {
  /// As Markdown. Throws only when the template is none.
  public static func markdown(_ update: WeeklyUpdate, in words: DocumentWording = .english) throws -> String {
    try DocumentForm.markdown.fill(
      updateTemplate(TemplateWords(words, .markdown)), with: UpdatePage(update, in: words)
    ).withOneEnd.withAlignedTables
  }

  /// As one HTML file. Throws only when the template is none.
  public static func html(_ update: WeeklyUpdate, in words: DocumentWording = .english) throws -> String {
    try HtmlPage.whole(
      title: subject(of: update, words), body: updateHtmlTemplate(TemplateWords(words, .html)),
      UpdatePage(update, in: words), words)
  }

  /// As a message for a chat such as Slack or Teams, which calls nobody. Throws only when the template is none.
  public static func chat(_ update: WeeklyUpdate, in words: DocumentWording = .english) throws -> String {
    try DocumentForm.chat.fill(updateChatTemplate(TemplateWords(words, .chat)), with: UpdatePage(update, in: words))
      .withOneEnd
  }

  /// As a mail that is not sent, from and to the addresses that the plan of its session gave. Throws only when a template is none.
  public static func eml(
    _ update: WeeklyUpdate, of record: Record, in words: DocumentWording = .english
  ) throws -> String {
    Mail(
      subject: subject(of: update, words), from: record.sender(in: words), to: record.recipients,
      nobody: words["mail.everyone"], date: nil,
      id: "\(update.card.session).update.\(update.day)",
      plain: try DocumentForm.plain.fill(
        updateTemplate(TemplateWords(words, .plain)), with: UpdatePage(update, in: words)
      ).withOneEnd, html: try html(update, in: words)
    ).text
  }

  private static func subject(of update: WeeklyUpdate, _ words: DocumentWording) -> String {
    words("update.subject", ["title": update.card.title.shown, "day": words.longDay(update.day)])
  }
}

/// What the update's templates are filled with.
struct UpdatePage {
  let title: String
  let day: String
  let shipped: [String]
  let blocked: [String]
  let coming: [String]
  let outcomes: PageRows<String>?
  let rows: [ScorecardPage.RowPart]
  let frame: PageRows<RecordFact>?
  let links: PageRows<String>?

  /// As many lines as a list may have: three minutes are some 600 words.
  private static let longest = 7

  init(_ update: WeeklyUpdate, in words: DocumentWording) {
    title = update.card.title.shown
    day = words.longDay(update.day)
    func lines(_ lines: [WeeklyUpdate.Line], none: String) -> [String] {
      lines.isEmpty ? [words[none]] : UpdatePage.lines(lines, words)
    }
    shipped = lines(update.shipped, none: "update.none-shipped")
    blocked = lines(update.blocked, none: "update.none-blocked")
    coming = lines(update.coming, none: "update.none-coming")
    outcomes = PageRows(UpdatePage.lines(update.outcomes, words))
    rows = update.card.rows.map { ScorecardPage.RowPart($0, in: words) }
    frame = PageRows(words.frame(update.card.northStar, update.card.redLines))
    links = PageRows(words.links(update.card.links))
  }

  private static func lines(_ lines: [WeeklyUpdate.Line], _ words: DocumentWording) -> [String] {
    let shown = lines.prefix(longest).map { line in
      let who = line.who.isEmpty ? "" : " (\(line.who.map(\.shown).joined(separator: ", ")))"
      return line.what.shown + who + (line.day.map { ", \(words.day($0))" } ?? "")
    }
    return shown + (lines.count > longest ? [words("update.more", ["n": "\(lines.count - longest)"])] : [])
  }
}

/// The Mustache template of the update in Markdown and plain text, over ``UpdatePage``.
func updateTemplate(_ words: TemplateWords) -> String {
  """
  # \(words["update.subject"])

  ## \(words["update.shipped"])

  {{#shipped}}
  - {{.}}
  {{/shipped}}

  ## \(words["update.blocked"])

  {{#blocked}}
  - {{.}}
  {{/blocked}}

  ## \(words["update.coming"])

  {{#coming}}
  - {{.}}
  {{/coming}}

  {{#outcomes}}
  ## \(words["update.outcomes"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/outcomes}}
  ## \(words["update.metrics"])

  | \(words["label.goal"]) | \(words["label.metric"]) | \(words["scorecard.current"]) | \(words["label.target"]) | \
  \(words["scorecard.trend"]) | |
  | --- | --- | --- | --- | --- | --- |
  {{#rows}}
  | {{goal}} | {{measure}} | {{now}} | {{to}} | {{trend}} | {{way}} |
  {{/rows}}

  """ + cardFoot(words)
}

/// The same as a message of a chat.
func updateChatTemplate(_ words: TemplateWords) -> String {
  func list(_ name: String, _ title: String) -> String {
    "*\(words[title])*\n{{#\(name)}}\n• {{.}}\n{{/\(name)}}\n"
  }
  return """
    *\(words["update.subject"])*

    \(list("shipped", "update.shipped"))
    \(list("blocked", "update.blocked"))
    \(list("coming", "update.coming"))
    {{#outcomes}}
    \(list("rows", "update.outcomes"))
    {{/outcomes}}
    *\(words["update.metrics"])*
    {{#rows}}
    • {{goal}}\(words["signs.colon"]) {{measure}}, {{now}} → {{to}}{{#isMeasured}} ({{trend}}, {{way}}){{/isMeasured}}
    {{/rows}}

    {{#frame}}
    *\(words["frame.heading"])*
    {{#rows}}
    • {{label}}\(words["signs.colon"]) {{text}}
    {{/rows}}

    {{/frame}}
    {{#links}}
    \(list("rows", "links.heading"))
    {{/links}}
    """
}

/// The same in HTML, between the first and the last tag.
func updateHtmlTemplate(_ words: TemplateWords) -> String {
  func list(_ name: String, _ title: String) -> String {
    "<section><h2>\(words[title])</h2>\n<ul>\n{{#\(name)}}\n<li dir=\"auto\">{{.}}</li>\n{{/\(name)}}\n</ul></section>"
  }
  let columns = [
    HtmlColumn(heading: words["label.goal"], name: "goal"), HtmlColumn(heading: words["label.metric"], name: "measure"),
    HtmlColumn(heading: words["scorecard.current"], name: "now", isNumber: true),
    HtmlColumn(heading: words["label.target"], name: "to", isNumber: true),
    HtmlColumn(heading: words["scorecard.trend"], name: "trend"), HtmlColumn(heading: "", name: "way"),
  ]
  return """
    <header><h1 dir="auto">{{title}} <span class="badge">\(words["update.badge"])</span></h1></header>
    \(list("shipped", "update.shipped"))
    \(list("blocked", "update.blocked"))
    \(list("coming", "update.coming"))
    {{#outcomes}}
    \(list("rows", "update.outcomes"))
    {{/outcomes}}
    <section><h2>\(words["update.metrics"])</h2>
    \(table(columns))</section>
    \(cardHtmlFoot(words))
    """
}
