import ParleyCore

/// The scorecard as a document (M39).
public enum ScorecardDocument {
  /// As Markdown. Throws only when the template is none.
  public static func markdown(_ card: Scorecard) throws -> String {
    try DocumentForm.markdown.fill(scorecardTemplate, with: ScorecardPage(card)).withOneEnd.withAlignedTables
  }

  /// As one HTML file. Throws only when the template is none.
  public static func html(_ card: Scorecard) throws -> String {
    try HtmlPage.whole(title: "\(card.title) — scorecard", body: scorecardHtmlTemplate, ScorecardPage(card))
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
  }

  init(_ card: Scorecard) {
    title = card.title.shown
    rows = card.rows.map(RowPart.init)
  }
}

extension ScorecardPage.RowPart {
  init(_ row: Scorecard.Row) {
    let unit = row.metric.unit.map { " \($0.shown)" } ?? ""
    goal = row.goal.name.shown
    owner = row.owner?.shown ?? "–"
    measure = row.metric.name.shown
    from = row.metric.baseline.numeral + unit
    to = row.metric.target.numeral + unit
    now = row.current.map { "\($0.value.numeral)\(unit) (\($0.at.date))" } ?? "not measured yet"
    plot = Plot.line([row.metric.baseline] + row.readings.map(\.value), target: row.metric.target)
    trend = row.trend?.words ?? "–"
    way = row.progress.map { "\(Int(($0 * 100).rounded().clamped)) % of the way" } ?? "–"
  }
}

extension Double {
  /// Within what an `Int` shows sensibly.
  fileprivate var clamped: Double { isFinite ? min(max(self, -9999), 9999) : 0 }
}

extension Scorecard.Trend {
  var words: String {
    switch self {
    case .better: "▲ better"
    case .steady: "▶ steady"
    case .worse: "▼ worse"
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

let scorecardTemplate = """
  # {{title}} — scorecard

  | Goal | Owner | Metric | Baseline | Target | Current | Plot | Trend | Way |
  | --- | --- | --- | --- | --- | --- | --- | --- | --- |
  {{#rows}}
  | {{goal}} | {{owner}} | {{measure}} | {{from}} | {{to}} | {{now}} | {{plot}} | {{trend}} | {{way}} |
  {{/rows}}

  """

let scorecardHtmlTemplate = """
  <header><h1 dir="auto">{{title}} <span class="badge">scorecard</span></h1></header>
  <table>
  <thead><tr><th>Goal</th><th>Owner</th><th>Metric</th><th class="number">Baseline</th><th class="number">Target</th>
  <th class="number">Current</th><th>Plot</th><th>Trend</th><th>Way</th></tr></thead>
  <tbody>
  {{#rows}}
  <tr><td dir="auto"><strong>{{goal}}</strong></td><td dir="auto">{{owner}}</td><td dir="auto">{{measure}}</td>
  <td class="number">{{from}}</td><td class="number">{{to}}</td><td class="number">{{now}}</td>
  <td>{{plot}}</td><td>{{trend}}</td><td>{{way}}</td></tr>
  {{/rows}}
  </tbody>
  </table>

  """
