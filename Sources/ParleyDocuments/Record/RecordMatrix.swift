import ParleyCore

extension RecordPage {
  /// Goals × people at a glance: the first thing that a reader of the record wants to see.
  struct Matrix {
    let columns: [String]
    let lines: [Line]

    struct Line {
      let rank: String
      let subject: String
      let period: String
      let measure: String
      let became: String
      /// The outcome as the record names it, such as `left-open`.
      let token: String
      let cells: [Cell]
    }

    /// One person's dot, told by a shape and a word.
    struct Cell {
      let hue: String
      let mark: String
      let meaning: String

      init(_ stance: Record.Stance) {
        hue = stance.name
        let words = stance.words.split(separator: " ", maxSplits: 1).map(String.init)
        mark = words.count == 2 ? words[0] : "–"
        meaning = words.last ?? ""
      }
    }

    init(_ record: Record) {
      let names = RecordNames(record)
      columns = record.attendance.map { names.of($0.who) }
      lines = record.goals.map { row in
        Line(
          rank: row.priority.map { "\($0)" } ?? "–", subject: row.goal.name.shown, period: names.of(row.goal.timeframe),
          measure: row.goal.metrics.first.map { "\($0.name.shown) \($0.change.shown)" } ?? "–",
          became: row.words, token: row.isOverDissent ? "dissent" : row.outcome.rawValue,
          cells: row.dots.map { Cell($0.stance) })
      }
    }
  }
}

extension HtmlTemplate {
  static let matrix = """
    {{#matrix}}
    <section>
    <h2>At a glance</h2>
    <table class="matrix">
    <thead><tr><th class="number">#</th><th>Goal</th><th>Timeframe</th><th>Metric</th><th>Outcome</th>
    {{#columns}}
    <th class="who" dir="auto">{{.}}</th>
    {{/columns}}
    </tr></thead>
    <tbody>
    {{#lines}}
    <tr><td class="number">{{rank}}</td><td dir="auto"><strong>{{subject}}</strong></td><td dir="auto">{{period}}</td>
    <td dir="auto">{{measure}}</td><td class="{{token}}">{{became}}</td>
    {{#cells}}
    <td class="dot {{hue}}">{{mark}}<small>{{meaning}}</small></td>
    {{/cells}}
    </tr>
    {{/lines}}
    </tbody>
    </table>
    </section>
    {{/matrix}}

    """
}
