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
  public static func markdown(_ update: WeeklyUpdate) throws -> String {
    try DocumentForm.markdown.fill(updateTemplate, with: UpdatePage(update)).withOneEnd.withAlignedTables
  }

  /// As one HTML file. Throws only when the template is none.
  public static func html(_ update: WeeklyUpdate) throws -> String {
    try HtmlPage.whole(
      title: "\(update.card.title) — week to \(update.day)", body: updateHtmlTemplate, UpdatePage(update))
  }

  /// As a mail that is not sent. Throws only when a template is none.
  public static func eml(_ update: WeeklyUpdate, from: String?, to: [String]) throws -> String {
    Mail(
      subject: "\(update.card.title.shown) — week to \(update.day)", from: Mail.Person(name: from ?? "Facilitator"),
      to: to.map { Mail.Person(name: $0) }, date: nil,
      id: "\(update.card.session).update.\(update.day)",
      plain: try DocumentForm.plain.fill(updateTemplate, with: UpdatePage(update)).withOneEnd, html: try html(update)
    ).text
  }
}

/// What the update's templates are filled with.
struct UpdatePage {
  let title: String
  let week: String
  let shipped: [String]
  let blocked: [String]
  let coming: [String]
  let outcomes: PageRows<String>?
  let rows: [ScorecardPage.RowPart]

  /// As many lines as a list may have: three minutes are some 600 words.
  private static let longest = 7

  init(_ update: WeeklyUpdate) {
    title = update.card.title.shown
    week = "\(update.day)"
    shipped = UpdatePage.lines(update.shipped, none: "Nothing this week.")
    blocked = UpdatePage.lines(update.blocked, none: "Nothing.")
    coming = UpdatePage.lines(update.coming, none: "Nothing is planned for the next two weeks.")
    outcomes = PageRows(update.outcomes.isEmpty ? [] : UpdatePage.lines(update.outcomes, none: ""))
    rows = update.card.rows.map(ScorecardPage.RowPart.init)
  }

  private static func lines(_ lines: [WeeklyUpdate.Line], none: String) -> [String] {
    if lines.isEmpty { return [none] }
    let shown = lines.prefix(longest).map { line in
      let who = line.who.isEmpty ? "" : " (\(line.who.map(\.shown).joined(separator: ", ")))"
      return line.what.shown + who + (line.day.map { ", \($0)" } ?? "")
    }
    return shown + (lines.count > longest ? ["and \(lines.count - longest) more"] : [])
  }
}

let updateTemplate = """
  # {{title}} — week to {{week}}

  ## Shipped

  {{#shipped}}
  - {{.}}
  {{/shipped}}

  ## Blocked

  {{#blocked}}
  - {{.}}
  {{/blocked}}

  ## Coming

  {{#coming}}
  - {{.}}
  {{/coming}}

  {{#outcomes}}
  ## What came of earlier decisions

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/outcomes}}
  ## Metrics against target

  | Goal | Metric | Current | Target | Trend | |
  | --- | --- | --- | --- | --- | --- |
  {{#rows}}
  | {{goal}} | {{measure}} | {{now}} | {{to}} | {{trend}} | {{way}} |
  {{/rows}}

  """

let updateHtmlTemplate = """
  <header><h1 dir="auto">{{title}} <span class="badge">week to {{week}}</span></h1></header>
  <section><h2>Shipped</h2>
  <ul>
  {{#shipped}}
  <li dir="auto">{{.}}</li>
  {{/shipped}}
  </ul></section>
  <section><h2>Blocked</h2>
  <ul>
  {{#blocked}}
  <li dir="auto">{{.}}</li>
  {{/blocked}}
  </ul></section>
  <section><h2>Coming</h2>
  <ul>
  {{#coming}}
  <li dir="auto">{{.}}</li>
  {{/coming}}
  </ul></section>
  {{#outcomes}}
  <section><h2>What came of earlier decisions</h2>
  <ul>
  {{#rows}}
  <li dir="auto">{{.}}</li>
  {{/rows}}
  </ul></section>
  {{/outcomes}}
  <section><h2>Metrics against target</h2>
  <table>
  <thead><tr><th>Goal</th><th>Metric</th><th class="number">Current</th><th class="number">Target</th><th>Trend</th><th></th></tr></thead>
  <tbody>
  {{#rows}}
  <tr><td dir="auto">{{goal}}</td><td dir="auto">{{measure}}</td><td class="number">{{now}}</td><td class="number">{{to}}</td>
  <td>{{trend}}</td><td>{{way}}</td></tr>
  {{/rows}}
  </tbody>
  </table></section>

  """
