import ParleyCore

/// Reads a whole plan. It always yields a plan, with something harmless in place of each fault. So there can be advice
/// on the rest, and the caller drops the plan when there is any error.
struct PlanReader {
  private let root: MappingReader
  let known: KnownIDs
  private(set) var people: [StakeholderReader] = []
  private(set) var goals: [GoalReader] = []
  private(set) var timeframes: [(timeframe: Timeframe, capacityPlace: Place?)] = []
  private(set) var plan: Plan

  init?(_ tree: Tree, faults: FaultList) {
    guard let root = MappingReader(tree, as: PlanFormat.plan, faults: faults) else { return nil }
    self.root = root
    known = KnownIDs(root)
    plan = Plan(title: "", timeframes: [], stakeholders: [], goals: [])
    readHead()
    readBeginning()
    readTimeframes()
    readPeople()
    readGoals()
    plan.parkingLot = root.parkingLot(known)
    plan.timeboxes = root.timeboxes(plan.kind)
    plan.vote = root.voteRules()
    plan.phrases = root.phrases()
    plan.homework = root.homework(known)
    plan.northStar = root.northStar()
    plan.redLines = root.texts("red-lines").map(\.value)
    plan.links = root.links()
    plan.inform = root.recipients()
    plan.mailboxes = Mailboxes(
      facilitator: root.address("facilitator-email"), noteTaker: root.address("note-taker-email"),
      sendFrom: root.address("send-from"))
  }

  /// Every day in the plan, with the key at which it stands.
  var days: [Located<(key: String, date: CalendarDate)>] { root.faults.days }
  /// Numbers that may be meant otherwise.
  var doubtful: [Located<(text: String, number: Double)>] { root.faults.doubtful }

  /// The place of a key of the plan.
  func keyPlace(_ key: String) -> Place? { root.keyPlace(key) }
  func valuePlace(_ key: String) -> Place? { root.entries[key]?.value.place }
  var place: Place { root.place }
  /// False when a key has something under it that could not be read.
  func isReadable(_ key: String) -> Bool { root.entries[key]?.value.isRefused != true }

  private mutating func readHead() {
    if let version = root.required("parley"), let text = root.scalar(version, of: "parley"), text != "1" {
      root.faults.add(.otherVersion(text), at: version.place)
    }
    plan.title = root.text("title") ?? ""
    plan.kind = root.choice("kind", of: SessionKind.self) ?? .alignment
    plan.starts = root.moment("starts")
    plan.zone = root.zone("zone")
    plan.language = root.language("language")
    plan.minutes = root.int("minutes") ?? plan.kind.usualMinutes.upperBound
    plan.remote = root.flag("remote") ?? false
    plan.facilitator = root.text("facilitator")
    plan.noteTaker = root.text("note-taker")
    plan.previous = root.text("previous")
    plan.checkIns = root.choice("check-ins", of: CheckInRhythm.self) ?? .once
    let shown = Set(root.choices("shows", of: MapFact.self))
    plan.shows = MapFact.allCases.filter(shown.contains)
  }

  private mutating func readBeginning() {
    if let context = root.mapping("context") {
      plan.context = Context(
        context: context.text("context"), conflict: context.text("conflict"),
        resolution: context.text("resolution"), evidence: context.text("evidence"))
    }
    if let boundary = root.mapping("boundary") {
      plan.boundary = Boundary(
        decided: boundary.texts("decided").map(\.value), open: boundary.texts("open").map(\.value),
        outOfScope: boundary.texts("out-of-scope").map(\.value))
    }
  }

  private mutating func readTimeframes() {
    var given: [String: Int] = [:]
    for item in atLeastOne("timeframes") {
      guard let timeframe = root.timeframe(item, given: &given) else { continue }
      timeframes.append(timeframe)
    }
    plan.timeframes = timeframes.map(\.timeframe)
  }

  private mutating func readPeople() {
    var given: [String: Int] = [:]
    for item in atLeastOne("stakeholders") {
      guard let person = StakeholderReader(item, known: known, given: &given, faults: root.faults) else { continue }
      people.append(person)
    }
    plan.stakeholders = people.map(\.stakeholder)
  }

  private mutating func readGoals() {
    var given: [String: Int] = [:]
    var features: [String: Int] = [:]
    for item in atLeastOne("goals") {
      let goal = GoalReader(item, known: known, goals: &given, features: &features, faults: root.faults)
      if let goal { goals.append(goal) }
    }
    plan.goals = goals.map(\.goal)
  }

  private func atLeastOne(_ key: String) -> [Tree] {
    guard root.required(key) != nil, let items = root.items(key) else { return [] }
    if case .list(let all)? = root.entries[key]?.value.content, all.isEmpty {
      root.faults.add(.emptyValue(key, isRequired: true), at: root.keyPlace(key) ?? root.place)
    }
    return items
  }

  /// Adds the pages of the private file, by stakeholder.
  mutating func merge(_ pages: [String: PrivatePage]) {
    for index in people.indices {
      guard let page = pages[people[index].stakeholder.id.text] else { continue }
      people[index].page = people[index].page.merged(with: page)
    }
  }

  /// The first key in the plan itself that is private; nil where there is none.
  var firstPrivatePlace: Place? {
    let shown = Set(plan.shows.map(\.rawValue))
    return people.flatMap { $0.privateKeys.filter { !shown.contains($0.key) }.values }.min()
  }

  /// The plan as everyone may have it: with what it shows of the map, and in the order to ask people (M13).
  var shownPlan: Plan {
    var shown = plan
    shown.stakeholders = people.map { person in
      var stakeholder = person.stakeholder
      if plan.shows.contains(.authority) { stakeholder.authority = person.page.authority }
      if plan.shows.contains(.metric) { stakeholder.metric = person.page.metric?.value }
      return stakeholder
    }
    shown.askOrder = map.askOrder(of: plan.stakeholders)
    return shown
  }

  /// The facilitator's private notes.
  var map: StakeholderMap {
    StakeholderMap(
      entries: Dictionary(people.map { ($0.stakeholder.id, $0.page.entry(of: $0.stakeholder.id)) }) { first, _ in first
      })
  }
}
