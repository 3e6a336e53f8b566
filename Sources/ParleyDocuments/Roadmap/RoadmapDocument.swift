import ParleyCore

/// The roadmap on one page, to print or to hang up (M23): goals by timeframe, each with its way from the baseline to the
/// target, its owner, and everyone's dot.
public enum RoadmapDocument {
  /// As one HTML file that prints on a page of A4, turned on its side. Throws only when the template is none.
  public static func html(_ record: Record, in words: DocumentWording = .english) throws -> String {
    let page = RoadmapPage(record, in: words)
    return try HtmlPage.whole(
      title: words("roadmap.subject", ["title": record.title.shown]),
      body: roadmapHtmlTemplate(TemplateWords(words, .html)), page, words, style: RoadmapStyle.text(of: page))
  }

  /// As Markdown. Throws only when the template is none.
  public static func markdown(_ record: Record, in words: DocumentWording = .english) throws -> String {
    try DocumentForm.markdown.fill(
      roadmapTemplate(TemplateWords(words, .markdown)), with: RoadmapPage(record, in: words)
    ).withOneEnd.withAlignedTables
  }
}

/// What the roadmap's templates are filled with.
struct RoadmapPage {
  let title: String
  let standing: String
  let day: String
  let star: String?
  let columns: [ColumnPart]
  /// Goals that are in no timeframe, or were put off or dropped, in one line each.
  let others: PageRows<String>?
  let lines: PageRows<String>?
  /// Whether there is any dot to explain.
  let legend: Bool

  /// A timeframe.
  struct ColumnPart {
    let name: String
    let dates: String?
    let held: String?
    let goals: [GoalPart]
  }

  struct GoalPart {
    let rank: String?
    let name: String
    let measures: [String]
    let owner: String?
    let ownerName: String
    let became: String?
    let token: String
    let share: String?
    let dots: [DotPart]
    /// Everyone's dot in one cell of a table.
    let tally: String
  }

  struct DotPart {
    let hue: String
    let mark: String
    let meaning: String
    let whose: String
  }

  init(_ record: Record, in words: DocumentWording) {
    let names = RecordNames(record, in: words)
    title = record.title.shown
    // A plan has no day of its own: until the session begins it is that of the session.
    standing = record.started == nil ? words["roadmap.plan"] : record.standing(in: words)
    day = words("roadmap.as-of", ["day": words.longDay((record.ended ?? record.asOf).date)])
    star = record.northStar.map { words.labelled(words["label.north-star"], words.measure($0)) }
    let placed = record.goals.filter(\.isOnRoadmap)
    columns = record.timeframes.map { timeframe in
      let goals = placed.filter { $0.goal.timeframe == timeframe.id }
      return ColumnPart(
        name: timeframe.name.shown, dates: timeframe.span(in: words),
        held: timeframe.capacity.map { words("roadmap.held", ["n": "\(goals.count)", "capacity": "\($0)"]) },
        goals: goals.map { GoalPart($0, record, names) })
    }
    others = PageRows(
      record.goals.filter { !$0.isOnRoadmap }.map { words.labelled($0.goal.name.shown, $0.became(in: words)) })
    lines = PageRows(record.redLines.map { words.labelled(words["label.red-line"], $0.shown) })
    legend = columns.contains { $0.goals.contains { !$0.dots.isEmpty } }
  }
}

extension RoadmapPage.GoalPart {
  init(_ row: Record.GoalRow, _ record: Record, _ names: RecordNames) {
    let words = names.words
    let isSettled = row.settlement != nil
    rank = row.priority.map { "\($0)" }
    name = row.goal.name.shown
    measures = row.goal.metrics.map(words.measure)
    owner = row.goal.owner.map { words.labelled(words["label.owner"], names.of($0)) }
    ownerName = row.goal.owner.map { names.of($0) } ?? "–"
    became = isSettled ? row.became(in: words) : nil
    token = row.isOverDissent ? "dissent" : row.outcome.rawValue
    share = row.goal.share.map { words("roadmap.share", ["share": "\($0)"]) }
    let given = row.dots.filter { if case .dot = $0.stance { true } else { false } }
    dots = given.map { dot in
      RoadmapPage.DotPart(
        hue: dot.stance.name, mark: dot.stance.sign, meaning: words["stance.\(dot.stance.name)"],
        whose: record.firstName(of: dot.who))
    }
    tally = dots.map { "\($0.mark) \($0.whose)" }.joined(separator: ", ")
  }
}

extension Record.GoalRow {
  /// Whether it has its place: not what was put off or dropped, nor what has none.
  fileprivate var isOnRoadmap: Bool {
    switch outcome {
    case .deferred, .dropped: false
    case .confirmed, .adjusted, .leftOpen, .notReached: goal.timeframe != nil
    }
  }
}

extension Record {
  /// The first word of someone's name, by which people call each other; the whole of it where two share it.
  fileprivate func firstName(of who: StakeholderID) -> String {
    func first(_ name: String) -> String { name.shown.split(separator: " ").first.map(String.init) ?? name.shown }
    let whole = name(of: who)
    let others = attendance.filter { $0.who != who }.map { first($0.name) }
    return others.contains(first(whole)) ? whole.shown : first(whole)
  }
}

extension Timeframe {
  fileprivate func span(in words: DocumentWording) -> String? {
    switch (from, to) {
    case (let from?, let to?): words("roadmap.span", ["from": words.day(from), "to": words.day(to)])
    case (let from?, nil): words("roadmap.from", ["day": words.day(from)])
    case (nil, let to?): words("roadmap.until", ["day": words.day(to)])
    case (nil, nil): nil
    }
  }
}
