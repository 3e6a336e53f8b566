import ParleyCore

/// The minutes of all steps of a session together (M6).
struct TimeboxSum: Hashable {
  private(set) var total = 0
  private var terms: [String] = []

  init(_ plan: Plan) {
    let boxes = plan.timeboxes.fitting(plan.kind)
    add("review", boxes.review)
    add("boundary", boxes.boundary)
    add("context", boxes.context)
    if plan.vote.step { add("vote", boxes.vote) }
    add("goals", boxes.goal, times: plan.goals.count)
    add("priorities", boxes.priorities)
    add("features", boxes.features, times: plan.goals.count)
    for part in plan.kind.parts { add(part.rawValue, boxes.minutes(of: part)) }
    add("read-back", boxes.readBack)
  }

  /// `boundary 3 + context 6 + goals 3 × 10 + … = 81 min`.
  var arithmetic: String { terms.joined(separator: " + ") + " = \(total) min" }

  private mutating func add(_ name: String, _ minutes: Int, times: Int? = nil) {
    guard minutes > 0 else { return }
    total += minutes * (times ?? 1)
    terms.append("\(name) \(times.map { "\($0) × " } ?? "")\(minutes)")
  }
}
