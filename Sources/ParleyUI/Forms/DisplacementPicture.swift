import ParleyCore
import ParleyScreens
import ParleyTerminal

/// What it would mean to bring something into what is full: what is there now, and what would be (M17).
///
/// It is drawn from what a form holds, so that it follows the choice as the arrows go through it.
struct DisplacementPicture {
  let title: String
  let now: [Entry]
  let after: [Entry]
  /// Where the displaced one would land, and how full that would be.
  let landing: String?

  struct Entry: Hashable {
    var text: String
    var metric: Metric?
    var marks: [Roadmap.Mark] = []
    var standing = Standing.stays

    enum Standing { case stays, comesIn, movesOut }
  }

  private static func number(_ capacity: Int?, of thing: String) -> String {
    "\(capacity.map(String.init) ?? "any number of") \(thing)\(capacity == 1 ? "" : "s")"
  }

  /// Nil when the form is not about displacing anything.
  init?(_ form: Form, in state: State) {
    guard let field = form.fields.first(where: { $0.name == "displacing" }) else { return nil }
    if field.kind == .feature {
      self.init(feature: form, in: state)
    } else {
      self.init(goal: form, in: state)
    }
  }
}

// A goal into a full timeframe.
extension DisplacementPicture {
  private init?(goal form: Form, in state: State) {
    let gained = form.value(of: "GOAL").map { GoalID($0) }
    let entered = (form.value(of: "timeframe") ?? form.value(of: "to")).map { TimeframeID($0) }
    let target = entered ?? gained.flatMap(state.goal)?.goal.timeframe
    guard let timeframe = target.flatMap(state.timeframe) else { return nil }
    let chosen = form.value(of: "displacing")?.split(separator: ":").map(String.init) ?? []
    let held = state.occupants(of: timeframe.id).filter { $0.id != gained }
    let entries = held.map { goal in
      Entry(goal, in: state, standing: goal.id.text == chosen.first ? .movesOut : .stays)
    }
    let name = gained.map { state.shownName($0) } ?? form.value(of: "NAME") ?? "the new goal"
    let share = state.share(givenOutIn: timeframe.id).map { "; \($0) % of the effort is given out" } ?? ""
    title = "\(timeframe.name) holds \(Self.number(timeframe.capacity, of: "goal"))\(share)"
    now = entries
    after =
      entries.filter { $0.standing == .stays }
      + [
        gained.flatMap(state.goal).map { Entry($0, in: state, standing: .comesIn) }
          ?? Entry(text: name, standing: .comesIn)
      ]
    landing = chosen.count < 2 ? nil : Self.landing(chosen[0], at: chosen[1], in: state)
  }

  private static func landing(_ goal: String, at place: String, in state: State) -> String {
    let name = state.shownName(GoalID(goal))
    guard let timeframe = state.timeframe(TimeframeID(place)) else { return "\(name): off the roadmap, parked" }
    let held = state.occupants(of: timeframe.id).count
    let room = timeframe.capacity.map { " (\(held)/\($0) becomes \(held + 1)/\($0))" } ?? ""
    return "\(name): to \(timeframe.name)\(room)"
  }
}

// A feature into a full goal.
extension DisplacementPicture {
  private init?(feature form: Form, in state: State) {
    guard let goal = form.value(of: "goal").flatMap({ state.goal(GoalID($0)) }) else { return nil }
    let chosen = form.value(of: "displacing")
    let entries = goal.goal.features.map {
      Entry(text: $0.name, standing: $0.id.text == chosen ? .movesOut : .stays)
    }
    let gained = form.value(of: "P1").flatMap { state.item(ItemID($0))?.text } ?? "the new feature"
    title = "\(goal.goal.name) holds \(Self.number(goal.goal.capacity, of: "feature"))"
    now = entries
    after = entries.filter { $0.standing == .stays } + [Entry(text: gained, standing: .comesIn)]
    landing = entries.first { $0.standing == .movesOut }.map { "\($0.text): parked, with its goal" }
  }
}

extension DisplacementPicture.Entry {
  fileprivate init(_ goal: GoalState, in state: State, standing: Standing) {
    text = state.shownName(goal.id)
    self.standing = standing
    guard goal.isPresented else { return }
    if let share = goal.goal.share { text += " (\(share) % of the effort)" }
    marks = state.plan.stakeholders.map { state.mark(of: $0.id, on: goal) }
    metric = goal.goal.metrics.first
  }
}

// Drawing: now on the left, after on the right; one below the other where that is too narrow.
extension DisplacementPicture {
  func lines(width: Int, look: Look) -> [BoxLine] {
    let half = (width - 3) / 2
    let isWide = half >= 32
    let left = column("Now", now, isWide ? half : width, look)
    let right = column("After", after, isWide ? half : width, look)
    let head = BoxLine(Text.truncated(title, toWidth: width, ellipsis: look.ellipsis), look[.full])
    let body =
      isWide
      ? (0..<max(left.count, right.count)).map { row in
        let gap = (text: "   ", style: look[.text])
        let start = row < left.count ? left[row] : [(text: String(repeating: " ", count: half), style: look[.text])]
        return BoxLine(pieces: start + [gap] + (row < right.count ? right[row] : []))
      }
      : (left + right).map { BoxLine(pieces: $0) }
    let foot = landing.map {
      [BoxLine(Text.truncated("\(look.signs.arrow) \($0)", toWidth: width, ellipsis: look.ellipsis), look[.metric])]
    }
    return [head] + body + (foot ?? []) + [.empty]
  }

  private typealias Piece = (text: String, style: Style)

  private func column(_ title: String, _ entries: [Entry], _ width: Int, _ look: Look) -> [[Piece]] {
    [[(Text.padded(title, toWidth: width), look[.heading])]] + entries.map { row(of: $0, width, look) }
  }

  private func row(of entry: Entry, _ width: Int, _ look: Look) -> [Piece] {
    let (sign, role): (String, Role) =
      switch entry.standing {
      case .stays: (" ", .text)
      case .comesIn: ("+", .settled)
      case .movesOut: (look.signs.moved, .overfull)
      }
    let marks = entry.marks.map { look.signs.sign($0) }
    let room = width - 2 - marks.count - 1
    let change = entry.metric?.change(look.signs) ?? ""
    let detail = Text.displayWidth(change) + 14 <= room ? change : ""
    let name = Text.padded(
      entry.text, toWidth: max(1, room - (detail.isEmpty ? 0 : Text.displayWidth(detail) + 1)), ellipsis: look.ellipsis)
    return [("\(sign) ", look[role]), (name, look[role])]
      + (detail.isEmpty ? [] : [(" \(detail)", look[.dim])]) + [(" ", look[.text])]
      + marks.map { ($0.text, look[$0.role]) }
  }
}

extension Form {
  /// Asks who accepts a trade-off, counted from 1: explicit consent, of each (M46). Nil when all have given it.
  static func accepting(_ number: Int, in state: State) -> Form? {
    let rows = Record(of: state, until: state.opened).tradeOffs
    guard rows.indices.contains(number - 1) else { return nil }
    let row = rows[number - 1]
    let open = state.plan.stakeholders.contains {
      state.isPresent($0.id) && !row.tradeOff.accepted.contains($0.id)
    }
    guard open else { return nil }
    let (gained, displaced) = (
      state.shownTraded(row.tradeOff.gained, row.gainedName),
      state.shownTraded(row.tradeOff.displaced, row.displacedName)
    )
    return Form(
      .accept, title: "Who accepts it?", prompt: "\(gained) comes in, \(displaced) moves out. Ask each by name.",
      asking: ["WHO"], fixed: ["tradeoff": "\(number)"], in: state)
  }
}
