import ParleyCore
import ParleyHost

/// Eight people who vote on five goals, with numbers that occur nowhere by chance.
enum VoteOfEight {
  static let people = (1...8).map { StakeholderID("person-\($0)") }
  static let goals = ["churn", "speed", "trust", "reach", "depth"].map { GoalID($0) }

  static let plan = Plan(
    title: "Q3",
    timeframes: [Timeframe(id: TimeframeID("q3"), name: "Q3")],
    stakeholders: people.map { Stakeholder(id: $0, name: $0.text) },
    goals: goals.map { goal in
      Goal(
        id: goal, name: goal.text, timeframe: TimeframeID("q3"),
        metrics: [Metric(name: goal.text, baseline: 8, target: 5)])
    },
    timeboxes: Timeboxes(), vote: VoteRules(fewest: 1))

  static var opening: Entry { Session(opening: plan, id: "q3", at: Table.at).entries[0] }

  /// So many dots that a count is a number of three digits.
  static let open = "vote open dots=1000 max=1000"

  /// A person's ballot: two goals each.
  static func ballot(_ person: Int) -> [GoalID: Int] {
    [goals[person % 5]: 301 + person * 29, goals[(person + 1 + person / 5) % 5]: 311 + person * 17]
  }

  static func line(_ person: Int) -> String {
    "@\(people[person]) ballot "
      + ballot(person).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  /// The sums once this many people have voted.
  static func tally(of count: Int = 8) -> [GoalID: Int] {
    (0..<count).reduce(into: [:]) { sums, person in sums.merge(ballot(person), uniquingKeysWith: +) }
  }

  /// Every ballot, and the sums after each of them but the last.
  static var secrets: [[GoalID: Int]] { people.indices.map(ballot) + (2..<8).map(tally) }

  /// Those that the result does not reveal.
  static var lasting: [[GoalID: Int]] { secrets.map { $0.filter { tally()[$0.key] != $0.value } } }
}

/// The forms in which dots on goals may have been written down.
struct Spellings {
  /// By the first two bytes that are not both zero, with their place in the spelling.
  private var starts = [[(offset: Int, spelling: [UInt8])]](repeating: [], count: 65_536)

  init(_ secrets: [[GoalID: Int]]) {
    for spelling in secrets.flatMap(Spellings.of) {
      let offset = spelling.firstIndex { $0 != 0 } ?? 0
      starts[Int(spelling[offset]) << 8 | Int(spelling[offset + 1])].append((offset, spelling))
    }
  }

  /// A goal's name and its count with something between; or all counts in the order of the goals, in words of any
  /// width and either order, in variable lengths, and as text.
  static func of(_ dots: [GoalID: Int]) -> [[UInt8]] {
    let counts = VoteOfEight.goals.map { dots[$0] ?? 0 }
    var all = ["=", "\":", "\": ", ": ", ":", " ", ",", "\",", "\t"].flatMap { between in
      dots.map { Array("\($0.key)\(between)\($0.value)".utf8) }
    }
    all += dots.map { goal, count in
      Array(goal.text.utf8) + [UInt8](repeating: 0, count: 64 - goal.text.utf8.count) + word(count, 8)
    }
    for width in [2, 4, 8] {
      let words = counts.map { word($0, width) }
      all += [words.flatMap { $0 }, words.flatMap { $0.reversed() }]
    }
    let lows = counts.map(variable)
    all += [lows.flatMap { $0 }, lows.flatMap { Spellings.highFirst($0) }]
    return all
      + [",", ", ", " ", ";", "\n"].map { between in
        Array(counts.map { String($0) }.joined(separator: between).utf8)
      }
  }

  private static func word(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * (width - 1 - $0))) }
  }

  /// Seven bits a byte, the low ones first.
  private static func variable(_ number: Int) -> [UInt8] {
    number < 0x80 ? [UInt8(number)] : [UInt8(number & 0x7F) | 0x80] + variable(number >> 7)
  }

  /// Seven bits a byte, the high ones first, as SQLite writes numbers.
  private static func highFirst(_ low: [UInt8]) -> [UInt8] {
    low.reversed().enumerated().map { $0.element & 0x7F | ($0.offset < low.count - 1 ? 0x80 : 0) }
  }

  /// The number of spellings that occur in the bytes.
  func found(in bytes: [UInt8]) -> Int {
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in 1..<max(1, bytes.count) {
        let possible = starts[Int(bytes[index - 1]) << 8 | Int(bytes[index])]
        for (offset, spelling) in possible
        where index > offset && bytes.dropFirst(index - 1 - offset).starts(with: spelling) {
          count += 1
        }
      }
    }
    return count
  }
}
