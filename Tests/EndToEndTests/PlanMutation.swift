import TestFixtures

/// A plan with one change in its shape, as JSON, which is YAML too. About every other change is one that a plan may have.
enum PlanMutation {
  /// The plan, changed once; keys stand in their order, so that the same chance gives the same bytes.
  static func plan(_ chance: inout Chance) -> String {
    var plan = whole
    var place: [Step] = []
    // Down to some value of the plan, the deeper ones more often than the outermost.
    while let next = plan[place].steps.isEmpty ? nil : chance.one(of: plan[place].steps) as Step? {
      place.append(next)
      if chance.next(4) == 0 { break }
    }
    plan.change(at: place[...]) { change($0, &chance) }
    return plan.text
  }

  private static func change(_ value: Value, _ chance: inout Chance) -> Value {
    let others: [Value] = [
      .text("x"), .text(""), .text(" "), .number("3"), .number("-1"), .number("0"), .number("2.5"), .number("100000"),
      .flag(true), .flag(false), .list([]), .map([]), .list([.text("x")]), .map([("zzzzzzzzz", .text("x"))]),
      .text("2027-06-28"), .text("2027-13-01"), .text("2027-06-28 14:00"), .text("2027-06-28 24:00"),
      .text("https://example.org/a"), .text("ftp://example.org"), .text("kai@example.org"), .text("kai"),
      .text("UPPER case"), .text("true"), .text("8"), .text(String(repeating: "long ", count: 50)),
      .text(String(repeating: "long ", count: 900)), .text("line\nline"), .text("odd \u{7}"),
    ]
    switch chance.next(6) {
    case 0: return value.withoutOne(&chance)
    case 1: return value.adding("zzzzzzzzz", .text("x"))
    case 2: return value.spoiled(&chance)
    default: return chance.one(of: others)
    }
  }

  /// A way from a value into one of its own.
  enum Step {
    case key(Int)
    case item(Int)
  }

  /// A JSON value whose members keep their order.
  indirect enum Value {
    case text(String)
    case number(String)
    case flag(Bool)
    case list([Value])
    case map([(String, Value)])

    var steps: [Step] {
      switch self {
      case .text, .number, .flag: []
      case .list(let items): items.indices.map(Step.item)
      case .map(let members): members.indices.map(Step.key)
      }
    }

    subscript(place: [Step]) -> Value {
      place.reduce(self) { value, step in
        switch (value, step) {
        case (.list(let items), .item(let index)): items[index]
        case (.map(let members), .key(let index)): members[index].1
        default: value
        }
      }
    }

    mutating func change(at place: ArraySlice<Step>, _ body: (Value) -> Value) {
      guard let first = place.first else {
        self = body(self)
        return
      }
      switch (self, first) {
      case (.list(var items), .item(let index)):
        items[index].change(at: place.dropFirst(), body)
        self = .list(items)
      case (.map(var members), .key(let index)):
        members[index].1.change(at: place.dropFirst(), body)
        self = .map(members)
      default: break
      }
    }

    func withoutOne(_ chance: inout Chance) -> Value {
      switch self {
      case .list(var items) where !items.isEmpty:
        items.remove(at: chance.next(items.count))
        return .list(items)
      case .map(var members) where !members.isEmpty:
        members.remove(at: chance.next(members.count))
        return .map(members)
      default: return self
      }
    }

    func adding(_ key: String, _ value: Value) -> Value {
      if case .map(let members) = self { .map(members + [(key, value)]) } else { self }
    }

    /// The same with a letter of a key or of a text changed.
    func spoiled(_ chance: inout Chance) -> Value {
      switch self {
      case .map(var members) where !members.isEmpty:
        let index = chance.next(members.count)
        members[index].0 += "x"
        return .map(members)
      case .text(let text): return .text(text + "x")
      case .number(let text): return .number(text + "5")
      case .flag(let flag): return .text(flag ? "True" : "no")
      case .list(let items): return .list(items + [.text("x")])
      default: return self
      }
    }

    var text: String {
      switch self {
      case .text(let text): Value.quoted(text)
      case .number(let text): text
      case .flag(let flag): "\(flag)"
      case .list(let items): "[\(items.map(\.text).joined(separator: ", "))]"
      case .map(let members): "{\(members.map { "\(Value.quoted($0)): \($1.text)" }.joined(separator: ", "))}"
      }
    }

    private static func quoted(_ text: String) -> String {
      let escaped = text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\n": "\\n"
        case _ where scalar.value < 0x20: "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
      }
      return "\"\(escaped.joined())\""
    }
  }
}

extension PlanMutation {
  /// A plan with every key of the format.
  private static let whole: Value = map(
    ("parley", .number("1")), ("title", .text("Q3 alignment")), ("kind", .text("alignment")),
    ("starts", .text("2027-06-28 14:00")), ("zone", .text("Europe/Berlin")), ("language", .text("de")),
    ("minutes", .number("90")),
    ("remote", .flag(false)), ("facilitator", .text("Maya Lindt")), ("note-taker", .text("Leo Park")),
    ("facilitator-email", .text("maya@example.org")), ("note-taker-email", .text("leo@example.org")),
    ("send-from", .text("team@example.org")), ("shows", .list([.text("authority"), .text("metric")])),
    ("previous", .text("q2-alignment")), ("question", .text("Which first?")),
    ("context", map(("context", .text("Churn rose.")), ("conflict", .text("a\nb")), ("evidence", .text("Two.")))),
    ("boundary", map(("decided", .list([.text("Head count")])), ("open", .text("Order")), ("out-of-scope", .list([])))),
    ("timeframes", .list([timeframe, map(("id", .text("q4")), ("name", .text("Q4")))])),
    ("stakeholders", .list([person, map(("id", .text("cs")), ("name", .text("Carla Stein")))])),
    ("goals", .list([goal, small])), ("parking-lot", .list([parked])),
    ("timeboxes", map(("boundary", .number("3")), ("goal", .number("10")), ("champion", .number("2")))),
    ("vote", map(("dots", .number("3")), ("max", .number("2")), ("step", .flag(true)), ("fewest", .number("3")))),
    ("phrases", map(("redirect", .text("Which goal?")))),
    ("assumptions", .list([map(("text", .text("It pays")), ("evidence", .text("survey")))])),
    ("alternatives", .list([.text("Mails"), .text("Calls")])), ("kill-criteria", .list([criterion])),
    ("with", .text("ceo")), ("north-star", metric), ("red-lines", .list([.text("No layoffs")])),
    ("links", .list([map(("name", .text("Roadmap")), ("url", .text("https://example.org/r")))])),
    ("inform", .list([map(("id", .text("board")), ("name", .text("Board")), ("email", .text("b@example.org")))])))

  private static let timeframe = map(
    ("id", .text("q3")), ("name", .text("Q3 2027")), ("from", .text("2027-07-01")), ("to", .text("2027-09-30")),
    ("capacity", .number("3")))

  private static let metric = map(
    ("name", .text("Monthly churn")), ("unit", .text("%")), ("baseline", .number("8")), ("target", .number("5.5")))

  private static let person = map(
    ("id", .text("ceo")), ("name", .text("Ada Obi")), ("role", .text("CEO")), ("absent", .flag(false)),
    ("email", .text("ada@example.org")), ("zone", .text("UTC")), ("influence", .text("very-high")),
    ("interest", .text("Revenue")), ("alignment", .text("aligned")),
    (
      "objections",
      .list([.text("Late"), map(("text", .text("Far")), ("goal", .text("churn")), ("layer", .text("metric")))])
    ),
    ("requests", .list([map(("text", .text("A dashboard")), ("goal", .text("churn")))])),
    ("salience", .list([.text("power")])), ("message", .text("It pays\nin time")),
    ("survey", map(("outcome", .text("More")), ("worry", .text("Less")), ("non-negotiable", .text("None")))),
    ("met", .text("2027-06-20")), ("answers", map(("team", .text("Well")), ("champion", .text("Yes")))),
    ("authority", .text("decides")), ("metric", .text("revenue")), ("priorities", .list([.text("churn")])),
    ("follows", .text("cs")))

  private static let goal = map(
    ("id", .text("churn")), ("name", .text("Reduce churn")), ("timeframe", .text("q3")), ("metric", metric),
    ("rationale", .text("Each point\ncounts")), ("owner", .text("ceo")),
    (
      "raci",
      map(
        ("accountable", .text("ceo")), ("responsible", .list([.text("cs")])), ("consulted", .text("cs")),
        ("informed", .list([])))
    ),
    ("boundary", .text("open")),
    (
      "features",
      .list([
        map(("id", .text("health")), ("name", .text("Score")), ("ref", .text("A-1")), ("url", .text("http://a.b")))
      ])
    ),
    ("capacity", .number("4")), ("share", .number("40")),
    (
      "last",
      map(
        ("target", .number("6")), ("actual", .number("8")), ("because", .text("Incidents")), ("result", .text("missed"))
      )
    ),
    ("ref", .text("Q-7")), ("url", .text("https://example.org/7")))

  private static let small = map(
    ("id", .text("speed")), ("name", .text("Ship faster")), ("timeframe", .text("q4")),
    ("metrics", .list([map(("name", .text("Days")), ("baseline", .number("9")), ("target", .number("4")))])))

  private static let parked = map(
    ("text", .text("Push notifications")), ("by", .text("cs")), ("kind", .text("feature")), ("goal", .text("churn")),
    ("owner", .text("ceo")), ("due", .text("2027-08-01")), ("ref", .text("P-9")),
    ("url", .text("https://example.org/9")))

  private static let criterion = map(
    ("metric", .text("Monthly churn")), ("threshold", .text("above 8")), ("date", .text("2027-09-01")),
    ("action", .text("Stop")), ("owner", .text("cs")))

  private static func map(_ members: (String, Value)...) -> Value { .map(members) }
}
