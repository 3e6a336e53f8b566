import ParleyCore

/// The recall poll (M35): what is asked, and what a right answer is.
public struct RecallPoll: Sendable {
  private let record: Record

  public init(_ record: Record) { self.record = record }

  /// The questions with the answers that count, for whoever asks; lines of text.
  public var questions: String {
    let goals = record.goals.filter { $0.priority != nil }.prefix(3)
    var lines = ["Ask each person alone, without the record: which are the top goals, why, and by which metric?"]
    lines += goals.map { row in
      let why = row.goal.rationale.map { " — why: \($0.shown)" } ?? ""
      let metric = row.goal.metrics.first.map { " — metric: \($0.name.shown) \($0.change.shown)" } ?? ""
      return "\(row.priority ?? 0). \(row.goal.name.shown)\(why)\(metric)"
    }
    return lines.map { $0 + "\n" }.joined() + "\n"
  }
}
