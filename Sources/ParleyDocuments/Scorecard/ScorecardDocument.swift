import ParleyCore

/// The scorecard as a document (M39).
public enum ScorecardDocument {
  /// As Markdown. Throws only when the template is none.
  public static func markdown(_ card: Scorecard, in words: DocumentWording = .english) throws -> String {
    try DocumentForm.markdown.fill(
      scorecardTemplate(TemplateWords(words, .markdown)), with: ScorecardPage(card, in: words)
    ).withOneEnd.withAlignedTables
  }

  /// As one HTML file. Throws only when the template is none.
  public static func html(_ card: Scorecard, in words: DocumentWording = .english) throws -> String {
    try HtmlPage.whole(
      title: words("scorecard.subject", ["title": card.title]),
      body: scorecardHtmlTemplate(TemplateWords(words, .html)), ScorecardPage(card, in: words), words)
  }

  /// As JSON, with every key always there; ends with a line break.
  public static func json(_ card: Scorecard) -> String {
    let rows = card.rows.map { row -> JSON in
      [
        "goal": JSON(row.goal.id), "name": .string(row.goal.name), "owner": JSON(row.owner),
        "metric": .string(row.metric.name), "unit": JSON(row.metric.unit), "baseline": JSON(row.metric.baseline),
        "target": JSON(row.metric.target), "current": row.current.map { JSON($0.value) } ?? .null,
        "progress": row.progress.map { JSON(($0 * 1000).rounded() / 1000) } ?? .null,
        "trend": JSON(row.trend?.rawValue),
        "readings": .array(row.readings.map { ["at": JSON($0.at), "value": JSON($0.value), "note": JSON($0.note)] }),
      ]
    }
    return JSON.object([
      .init("session", .string(card.session)), .init("title", .string(card.title)), .init("goals", .array(rows)),
    ]).pretty + "\n"
  }
}

/// What the scorecard's templates are filled with.
struct ScorecardPage {
  let title: String
  let rows: [RowPart]
  let frame: PageRows<RecordFact>?
  let links: PageRows<String>?

  struct RowPart {
    let goal: String
    let owner: String
    let measure: String
    let from: String
    let to: String
    let now: String
    let plot: String
    let trend: String
    let way: String
    let isMeasured: Bool
  }

  init(_ card: Scorecard, in words: DocumentWording) {
    title = card.title.shown
    rows = card.rows.map { RowPart($0, in: words) }
    frame = PageRows(words.frame(card.northStar, card.redLines))
    links = PageRows(words.links(card.links))
  }
}

extension ScorecardPage.RowPart {
  init(_ row: Scorecard.Row, in words: DocumentWording) {
    let unit = words.unit(of: row.metric)
    goal = row.goal.name.shown
    owner = row.owner?.shown ?? "–"
    measure = row.metric.name.shown
    from = words.numeral(row.metric.baseline) + unit
    to = words.numeral(row.metric.target) + unit
    now =
      row.current.map {
        words("scorecard.on", ["value": words.numeral($0.value) + unit, "day": words.day($0.at.date)])
      } ?? words["scorecard.not-measured"]
    plot = Plot.line([row.metric.baseline] + row.readings.map(\.value), target: row.metric.target)
    isMeasured = row.trend != nil && row.progress != nil
    trend = row.trend.map { "\($0.sign) \(words["scorecard.\($0.rawValue)"])" } ?? "–"
    way =
      row.progress.map { words("scorecard.of-the-way", ["percent": "\(Int(($0 * 100).rounded().clamped))"]) } ?? "–"
  }
}

extension Double {
  /// Within what an `Int` shows sensibly.
  fileprivate var clamped: Double { isFinite ? min(max(self, -9999), 9999) : 0 }
}

extension Scorecard.Trend {
  fileprivate var sign: String {
    switch self {
    case .better: "▲"
    case .steady: "▶"
    case .worse: "▼"
    }
  }
}

/// A plot of a few characters.
enum Plot {
  private static let bars = Array("▁▂▃▄▅▆▇█")
  private static let longest = 24

  /// The last values on a scale that holds the target too: `▁▃▆`.
  static func line(_ values: [Double], target: Double) -> String {
    let values = values.suffix(longest)
    let all = values + [target]
    guard let least = all.min(), let most = all.max(), most > least, (most - least).isFinite else {
      return values.map { _ in "▄" }.joined()
    }
    return String(values.map { bars[Int((($0 - least) / (most - least) * 7).rounded())] })
  }
}

/// The Mustache template of the scorecard in Markdown, over ``ScorecardPage``.
func scorecardTemplate(_ words: TemplateWords) -> String {
  """
  # \(words["scorecard.subject"])

  | \(words["label.goal"]) | \(words["label.owner"]) | \(words["label.metric"]) | \(words["scorecard.baseline"]) | \
  \(words["label.target"]) | \(words["scorecard.current"]) | \(words["scorecard.plot"]) | \(words["scorecard.trend"]) | \
  \(words["scorecard.way"]) |
  | --- | --- | --- | --- | --- | --- | --- | --- | --- |
  {{#rows}}
  | {{goal}} | {{owner}} | {{measure}} | {{from}} | {{to}} | {{now}} | {{plot}} | {{trend}} | {{way}} |
  {{/rows}}

  """ + cardFoot(words)
}

/// What holds for every goal, and where to read on: below the card, in Markdown and plain text.
func cardFoot(_ words: TemplateWords) -> String {
  """
  {{#frame}}
  ## \(words["frame.heading"])

  {{#rows}}
  - **{{label}}\(words["signs.colon"])** {{text}}
  {{/rows}}

  {{/frame}}
  {{#links}}
  ## \(words["links.heading"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/links}}

  """
}

/// The same in HTML, between the first and the last tag.
func scorecardHtmlTemplate(_ words: TemplateWords) -> String {
  let columns = [
    HtmlColumn(heading: words["label.goal"], name: "goal"), HtmlColumn(heading: words["label.owner"], name: "owner"),
    HtmlColumn(heading: words["label.metric"], name: "measure"),
    HtmlColumn(heading: words["scorecard.baseline"], name: "from", isNumber: true),
    HtmlColumn(heading: words["label.target"], name: "to", isNumber: true),
    HtmlColumn(heading: words["scorecard.current"], name: "now", isNumber: true),
    HtmlColumn(heading: words["scorecard.plot"], name: "plot"),
    HtmlColumn(heading: words["scorecard.trend"], name: "trend"),
    HtmlColumn(heading: words["scorecard.way"], name: "way"),
  ]
  return "<header><h1 dir=\"auto\">{{title}} <span class=\"badge\">\(words["scorecard.badge"])</span></h1></header>\n"
    + table(columns) + cardHtmlFoot(words)
}

/// The same in HTML.
func cardHtmlFoot(_ words: TemplateWords) -> String {
  factsSection("frame", words["frame.heading"]) + listSection("links", words["links.heading"])
}
