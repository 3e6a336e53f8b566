/// The plan of the budgets: eight goals, eight people.
enum BenchPlan {
  static let title = "Benchmark"
  /// The session's name on the command line.
  static let session = "benchmark"

  static let text = """
    parley: 1
    title: \(title)
    starts: 2027-06-28 14:00
    minutes: 120
    facilitator: Maya Lindt
    timeframes:
      - {id: q3, name: Q3 2027, capacity: 4}
      - {id: q4, name: Q4 2027, capacity: 4}
    stakeholders:
    \((1...8).map(stakeholder).joined(separator: "\n"))
    goals:
    \((1...8).map(goal).joined(separator: "\n"))

    """

  private static func stakeholder(_ number: Int) -> String {
    "  - {id: p\(number), name: Person \(number), role: Head of part \(number), influence: high, alignment: neutral}"
  }

  private static func goal(_ number: Int) -> String {
    """
      - id: g\(number)
        name: Reduce the time of process \(number)
        timeframe: \(number <= 4 ? "q3" : "q4")
        metric: {name: Hours, baseline: \(number * 10), target: \(number * 5)}
        rationale: Each hour is forty accounts a year.
        owner: p\(number)
        features: [{id: f\(number)a, name: Overview \(number)}, {id: f\(number)b, name: Reminders \(number)}]
    """
  }

  /// A script of this many commands, of the kinds that make up most of a session.
  static func script(commands: Int) -> String {
    var lines = ["next"]
    for number in 1..<commands {
      let person = "p\(number % 8 + 1)"
      switch number % 4 {
      case 0: lines.append("dot \(person) green")
      case 1: lines.append("dot \(person) yellow layer=metric note=\"The target is a lot for one quarter\"")
      case 2: lines.append("+00:01 heard \(person)")
      default: lines.append("note \"Remark \(number): to be looked at again in the next review\"")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
