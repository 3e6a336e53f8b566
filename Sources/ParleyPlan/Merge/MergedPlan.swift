import ParleyCore

/// A plan that is there, with what an export adds to it.
///
/// Things are matched by `ref`; where the plan or the export has none for one, by name. What the plan says stays as its
/// people wrote it: where the export says otherwise, that is told with its place, and nothing is changed.
public struct MergedPlan: Sendable {
  /// The whole text.
  public let text: String
  /// Where the two disagree, and what could not be put in, by place.
  public let notices: [Fault]
  /// What the import had to say.
  public let importNotices: [CsvFault]
  /// How much is new, and how much is there already: `1 goal and 2 features added; 3 are there already`.
  public let summary: String
  public let isUnchanged: Bool

  /// Why nothing can be added to a plan.
  public struct Unreadable: Error {
    /// Its faults; one at its beginning where what would come out is no plan.
    public let faults: [Fault]
  }

  /// - Parameters:
  ///   - bytes: the plan.
  ///   - name: its name for the notices.
  public init(_ bytes: [UInt8], name: String, adding export: ImportedPlan) throws(Unreadable) {
    let outline = try MergedPlan.outline(bytes, name)
    var merge = PlanMerge(outline, PlanEditing(bytes), export.parts, name)
    merge.run()
    let merged = merge.text
    text = merged
    notices = merge.notices.inOrder()
    importNotices = merge.importNotices
    summary = merge.summary
    isUnchanged = Array(merged.utf8) == bytes
    let counts = merge.counts
    let after = try MergedPlan.outline(Array(merged.utf8), name)
    guard after.goals.count == counts.goals, after.features.count == counts.features,
      after.parked.count == counts.parked
    else { throw Unreadable(faults: [MergedPlan.unfit(name)]) }
  }

  private static func outline(_ bytes: [UInt8], _ name: String) throws(Unreadable) -> PlanOutline {
    let faults = FaultList(file: name)
    guard bytes.count <= Composer.largestFile else {
      faults.add(.tooLarge, at: .start)
      throw Unreadable(faults: faults.faults)
    }
    var composer = Composer(bytes: bytes, faults: faults)
    let tree = composer.tree()
    guard faults.faults.isEmpty, let outline = tree.flatMap(PlanOutline.init) else {
      throw Unreadable(faults: faults.faults.isEmpty ? [unfit(name)] : faults.faults.inOrder())
    }
    return outline
  }

  private static func unfit(_ name: String) -> Fault {
    Fault(
      file: name, place: .start, severity: .error,
      message: "nothing can be added to a plan of this form — make another of the export, and copy what you want")
  }

  /// The change as a unified diff, with three lines around each part.
  public func difference(from bytes: [UInt8], name: String) -> String {
    LineDifference(String(decoding: bytes, as: UTF8.self), text).unified(name)
  }
}

/// Finds out what is new, and puts it in.
private struct PlanMerge {
  private let outline: PlanOutline
  private var editing: PlanEditing
  private let export: ImportedParts
  /// What the export says beside its things, by the ids that they get here.
  private var remarks: PlanText.Remarks
  private let name: String
  private(set) var notices: [Fault] = []
  private var taken: [String: Set<String>]
  private var timeframes: [TimeframeID: TimeframeID] = [:]
  private var newTimeframes: [Timeframe] = []
  private var people: [StakeholderID: StakeholderID] = [:]
  private var newPeople: [Stakeholder] = []
  private var newGoals: [Goal] = []
  private var newFeatures = 0
  private var newParked = 0
  private var known = 0

  init(_ outline: PlanOutline, _ editing: PlanEditing, _ export: ImportedParts, _ name: String) {
    (self.outline, self.editing, self.export, self.name) = (outline, editing, export, name)
    remarks = export.remarks
    taken = [
      "goal": outline.ids(of: outline.goals), "feature": outline.ids(of: outline.features.map(\.feature)),
      "person": outline.ids(of: outline.root.parts("stakeholders")).union(StakeholderReader.seats),
      "timeframe": outline.ids(of: outline.root.parts("timeframes")),
    ]
  }

  var text: String { editing.text }
  private var items: PlanText.Items { PlanText.Items(remarks) }

  /// How many there are of each afterwards.
  var counts: (goals: Int, features: Int, parked: Int) {
    (
      outline.goals.count + newGoals.count, outline.features.count + newFeatures, outline.parked.count + newParked
    )
  }

  var summary: String {
    let new = [
      newGoals.isEmpty ? nil : counted(newGoals.count, "goal"),
      newFeatures == 0 ? nil : counted(newFeatures, "feature"),
      newParked == 0 ? nil : counted(newParked, "parked item"),
    ].compactMap { $0 }
    let added = new.count < 2 ? new.first : new.dropLast().joined(separator: ", ") + " and " + new[new.count - 1]
    let there = known == 0 ? "" : "; \(known) \(known == 1 ? "is" : "are") there already"
    return "\(added ?? "nothing") added\(there)"
  }

  /// A goal that the plan has already is counted as the plan says.
  var importNotices: [CsvFault] {
    var notices = export.notices
    notices.forget(.unmeasured)
    for goal in newGoals where goal.metrics.isEmpty { notices.tell(.unmeasured, 1, quoted(goal.name)) }
    return notices.faults
  }

  mutating func run() {
    // What stands deeper in the text comes first: two things may be put after the same line.
    var fresh: [Goal] = []
    for goal in export.goals {
      if let part = part(goal.ref, goal.name, among: outline.goals) {
        known += 1
        compare(goal, with: part)
        complete(goal, part)
      } else {
        fresh.append(goal)
      }
    }
    for goal in fresh { addGoal(goal) }
    if !put(newGoals.map { .init(lines: items.lines(of: $0), flow: items.flow($0)) }, "goals", outline.root) {
      newFeatures -= newGoals.reduce(0) { $0 + $1.features.count }
      newGoals = []
    }
    park()
    put(
      newTimeframes.map { .init(lines: items.lines(of: $0), flow: flow(items.lines(of: $0))) }, "timeframes",
      outline.root)
    put(newPeople.map { .init(lines: items.lines(of: $0), flow: items.flow($0)) }, "stakeholders", outline.root)
  }

  // MARK: What is there

  /// What is meant by a key of the other tool, or by a name where either of the two has none.
  private func part(_ ref: String?, _ name: String, among parts: [PlanOutline.Part]) -> PlanOutline.Part? {
    if let ref, let part = parts.first(where: { $0["ref"] == ref }) { return part }
    return parts.first { part in
      (ref == nil || part["ref"] == nil) && (part["name"] ?? part["text"])?.lowercased() == name.lowercased()
    }
  }

  private mutating func compare(_ goal: Goal, with part: PlanOutline.Part) {
    compare(name: goal.name, of: goal.ref, with: part, "name")
    for metric in goal.metrics {
      guard let own = part.metrics.first(where: { $0["name"]?.lowercased() == metric.name.lowercased() }) else {
        continue
      }
      for (key, value) in [("baseline", metric.baseline), ("target", metric.target)] {
        guard let text = own[key], let number = Double(text), number != value else { continue }
        tell("the export has \(value.numeral) as the \(key) of \(quoted(metric.name))", at: own.place(of: key))
      }
    }
  }

  private mutating func compare(name: String, of ref: String?, with part: PlanOutline.Part, _ key: String) {
    guard let own = part[key], own != name.cleaned else { return }
    tell("the export calls \(ref.map { quoted($0) } ?? "this") \(quoted(name))", at: part.place(of: key))
  }

  private mutating func tell(_ what: String, at place: Place) {
    note("\(what); the plan keeps its own — change it here if the export is right", at: place)
  }

  private mutating func note(_ message: String, at place: Place) {
    notices.append(Fault(file: name, place: place, severity: .error, message: message))
  }

  // MARK: What is new

  /// Adds to a goal that is there what it lacks: features, and metrics where it has none.
  private mutating func complete(_ goal: Goal, _ part: PlanOutline.Part) {
    let all = outline.features
    var fresh: [Feature] = []
    for feature in goal.features {
      guard let found = self.part(feature.ref, feature.name, among: all.map(\.feature) + outline.parked) else {
        fresh.append(feature)
        continue
      }
      known += 1
      compare(name: feature.name, of: feature.ref, with: found, found["text"] == nil ? "name" : "text")
      let owner = all.first { $0.feature.tree.place == found.tree.place }?.goal
      if owner?.tree.place != part.tree.place {
        tell("the export has it under \(quoted(goal.name))", at: found.tree.place)
      }
    }
    let new = fresh.map { renamed($0) }
    let lists = new.map { items.lines(of: $0) }
    if put(lists.map { .init(lines: $0, flow: flow($0)) }, "features", part) { newFeatures += new.count }
    guard part.metrics.isEmpty, part.entries["metric"] == nil, !goal.metrics.isEmpty else { return }
    let lines = items.lines(of: goal.metrics)
    put(lines.map { .init(lines: [$0], flow: flow([$0])) }, "metrics", part)
  }

  /// The feature by an id that no other has.
  private mutating func renamed(_ feature: Feature) -> Feature {
    var new = feature
    new.id = FeatureID(free(feature.id.text, "feature"))
    remarks.features[new.id] = export.remarks.features[feature.id]
    return new
  }

  /// What stands behind the dash of an item of one line.
  private func flow(_ lines: [String]) -> String { String((lines.last ?? "").dropFirst(2)) }

  private mutating func addGoal(_ goal: Goal) {
    var new = goal
    let first = outline.root.parts("timeframes").first?["id"]
    new.timeframe = goal.timeframe.map { timeframe($0) } ?? first.map { TimeframeID($0) }
    new.owner = goal.owner.map { person($0) }
    let there = outline.features.map(\.feature) + outline.parked
    new.features = goal.features.filter { feature in
      guard let found = part(feature.ref, feature.name, among: there) else { return true }
      known += 1
      tell("the export has it under \(quoted(goal.name)), which is new", at: found.tree.place)
      return false
    }
    newFeatures += new.features.count
    new.features = new.features.map { renamed($0) }
    new.id = GoalID(free(goal.id.text, "goal"))
    remarks.goals[new.id] = export.remarks.goals[goal.id]
    newGoals.append(new)
  }

  private mutating func park() {
    let there = outline.parked + outline.features.map(\.feature)
    var fresh: [PlanEditing.Item] = []
    for (place, idea) in export.parked.enumerated() {
      if let found = part(idea.ref, idea.text, among: there) {
        known += 1
        compare(name: idea.text, of: idea.ref, with: found, found["text"] == nil ? "name" : "text")
      } else {
        let lines = items.lines(of: idea, at: place)
        fresh.append(.init(lines: lines, flow: flow(lines)))
      }
    }
    if put(fresh, "parking-lot", outline.root) { newParked = fresh.count }
  }

  private mutating func timeframe(_ id: TimeframeID) -> TimeframeID {
    if let known = timeframes[id] { return known }
    guard var new = export.timeframes.first(where: { $0.id == id }) else { return id }
    let same = outline.root.parts("timeframes").first { part in
      part["name"]?.lowercased() == new.name.lowercased() || part["id"] == new.id.text
        || part["from"] != nil && part["from"] == new.from?.description && part["to"] == new.to?.description
    }
    if let own = same?["id"] {
      timeframes[id] = TimeframeID(own)
    } else {
      new.id = TimeframeID(free(id.text, "timeframe"))
      newTimeframes.append(new)
      timeframes[id] = new.id
    }
    return timeframes[id] ?? id
  }

  private mutating func person(_ id: StakeholderID) -> StakeholderID {
    if let known = people[id] { return known }
    guard var new = export.people.first(where: { $0.id == id }) else { return id }
    let same = outline.root.parts("stakeholders").first { part in
      part["email"] != nil && part["email"]?.lowercased() == new.email?.lowercased()
        || part["name"]?.lowercased() == new.name.lowercased() || part["id"] == new.id.text
    }
    if let own = same?["id"] {
      people[id] = StakeholderID(own)
    } else {
      new.id = StakeholderID(free(id.text, "person"))
      newPeople.append(new)
      people[id] = new.id
    }
    return people[id] ?? id
  }

  private mutating func free(_ id: String, _ kind: String) -> String {
    var (new, turn) = (id, 1)
    while taken[kind]?.contains(new) == true {
      turn += 1
      new = "\(id)-\(turn)"
    }
    taken[kind]?.insert(new)
    return new
  }

  /// False where the list has a form to which nothing can be added; that is told.
  @discardableResult
  private mutating func put(_ new: [PlanEditing.Item], _ key: String, _ part: PlanOutline.Part) -> Bool {
    let isRoot = part.tree.place == outline.root.tree.place
    if editing.add(new, to: key, of: part, isRoot: isRoot) { return true }
    note(
      "\(counted(new.count, "new item")) cannot be added to this `\(key)` — make it a list, and merge again",
      at: part.place(of: key))
    return false
  }
}
