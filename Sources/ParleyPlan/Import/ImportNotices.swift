import ParleyCore

/// What an import has to say, each kind once: losses first, then what was left out, then what is to be filled in.
struct ImportNotices: Sendable {
  /// The kinds, in their order.
  enum Kind: Int, CaseIterable {
    case unnamed, surplus, unread, noDay, second, owners, cut, orphan, unknown, done, structure, doneGoal, parked,
      thousands
    case unmeasured, undated, nobody, noGoal
  }

  private struct Told: Sendable {
    var line: Int
    var words: [String]
  }

  private var told: [Kind: Told] = [:]

  /// - Parameter words: what it is about; each is named once.
  mutating func tell(_ kind: Kind, _ line: Int, _ words: String) {
    var entry = told[kind] ?? Told(line: line, words: [])
    entry.words.append(words)
    told[kind] = entry
  }

  /// Takes back all of a kind.
  mutating func forget(_ kind: Kind) { told[kind] = nil }

  func count(_ kind: Kind) -> Int { told[kind]?.words.count ?? 0 }

  var faults: [CsvFault] {
    Kind.allCases.compactMap { kind in
      told[kind].map { CsvFault(line: $0.line, message: ImportNotices.sentence(kind, $0.words)) }
    }
  }

  private static func list(_ words: [String], _ limit: Int = 12) -> String {
    var seen: Set<String> = []
    let unique = words.filter { seen.insert($0).inserted }
    let shown = unique.prefix(limit).joined(separator: ", ")
    return unique.count > limit ? "\(shown) and \(unique.count - limit) more" : shown
  }

  private static func sentence(_ kind: Kind, _ words: [String]) -> String {
    let rows = counted(words.count, "row")
    let (be, has) = words.count == 1 ? ("is", "has") : ("are", "have")
    return switch kind {
    case .unnamed: "\(rows) \(has) no name and \(be) not taken over (line \(list(words))) — give it one"
    case .surplus:
      "\(rows) \(has) more cells than there are headings (line \(list(words))) — the rest is not taken over"
    case .unread: "\(list(words)): no number that can be read — the text stands beside the goal, fill it in"
    case .noDay: "\(list(words)): no day that can be read — it stands as a comment"
    case .second:
      "\(list(words, 5)): a second figure for one metric — it stands as a comment"
    case .owners: "\(list(words, 5)): one person owns a goal — the first is taken, the rest stands as a comment"
    case .cut: "\(list(words, 3)): too long — it is cut"
    case .orphan:
      "\(rows) \(words.count == 1 ? "belongs" : "belong") to what is not in the table (\(list(words))) and \(be) parked — export it too"
    case .unknown: "not taken over: \(list(words, 40)) — say what a column means with --columns"
    case .done:
      "\(rows) \(be) done, cancelled or archived, and left out: \(list(words, 5)) — write down what is still open"
    case .structure:
      "\(rows) \(be) no feature but a part of the product, and left out: \(list(words, 5)) — write down what is a goal"
    case .doneGoal: "done, and kept as a goal: \(list(words, 5)) — take it out if it is settled"
    case .parked:
      "\(rows) \(words.count == 1 ? "serves" : "serve") no goal of the table and \(be) parked: \(list(words, 5)) — say which goal each serves, or leave it"
    case .thousands: "\(list(words)) — check whether it is meant so"
    case .unmeasured:
      "\(counted(words.count, "goal")) \(has) no metric: \(list(words, 5)) — write how each is counted"
    case .undated:
      "no column says when for \(counted(words.count, "goal")): \(list(words, 5)) — say in which timeframe each stands"
    case .nobody: "nobody owns a goal — write down whose agreement you seek"
    case .noGoal: "no row is a goal or names one — write the goals, or say which column names them with --columns"
    }
  }
}
