import ParleyCore

/// The recall poll (M35): what is asked, and what a right answer is.
public struct RecallPoll: Sendable {
  private let record: Record

  public init(_ record: Record) { self.record = record }

  /// The questions with the answers that count, for whoever asks; lines of text.
  public func questions(in words: DocumentWording = .english) -> String {
    let goals = record.goals.filter { $0.priority != nil }.prefix(3)
    var lines = [words["recall.ask"]]
    lines += goals.map { row in
      let why = row.goal.rationale.map { words("recall.why", ["why": $0.shown]) } ?? ""
      let metric =
        row.goal.metrics.first.map {
          words("recall.metric", ["metric": $0.name.shown, "change": words.change($0).shown])
        } ?? ""
      return "\(row.priority ?? 0). \(row.goal.name.shown)\(why)\(metric)"
    }
    return lines.map { $0 + "\n" }.joined() + "\n"
  }
}
