import ParleyCore

/// A file that has something of the map in it, and that others may read.
struct ExposedMap {
  let file: String
  let readers: Readership
  /// Where the first private word stands.
  let place: Place

  /// Nil where nobody else may read the file, or nothing of the map stands in it.
  init?(file: String, _ readers: Readership?, at place: Place?) {
    guard let readers, let place else { return nil }
    (self.file, self.readers, self.place) = (file, readers, place)
  }
}

/// Checks a plan against the method's advice (M1, M2, M3, M5–M9, M17, M30, M36, M44).
struct Adviser {
  private let reader: PlanReader
  private let file: String
  private var plan: Plan { reader.plan }
  private var found: [Located<Advice>] = []

  init(_ reader: PlanReader, file: String, _ exposed: [ExposedMap] = []) {
    self.reader = reader
    self.file = file
    for map in exposed {
      let aside = map.file == file ? PlanFile.privatePath(of: file) : nil
      add(.isReadable(map.file, by: map.readers, aside: aside), at: map.place, in: map.file)
    }
    for person in reader.people {
      adviseOnMeeting(person)
      adviseOnMetric(person)
      adviseOnRequests(person)
    }
    adviseOnNames()
    adviseOnNumbers()
    adviseOnTime()
    adviseOnDays()
    adviseOnRoles()
    adviseOnGoals()
    adviseOnKind()
  }

  /// By place; faults of the plan before those of its private file.
  var faults: [Fault] {
    let all = found.map {
      Fault(file: $0.file, place: $0.place, severity: .advice, rule: $0.value.rule, message: $0.value.sentence)
    }
    return all.filter { $0.file == file }.inOrder() + all.filter { $0.file != file }.inOrder()
  }

  private mutating func add(_ advice: Advice, at place: Place, in file: String? = nil) {
    found.append(Located(value: advice, place: place, file: file ?? self.file))
  }

  private mutating func adviseOnMeeting(_ person: StakeholderReader) {
    guard let authority = person.page.authority, authority != .advises else { return }
    let name = person.shownName
    if let met = person.page.met {
      guard let starts = plan.starts, Instant(met.value) >= starts else { return }
      add(.metTooLate(name, authority, met: met.value, starts: starts), at: met.place, in: met.file)
    } else if !person.page.saysWhenMet {
      add(.notMet(name, authority), at: person.place)
    }
  }

  private mutating func adviseOnMetric(_ person: StakeholderReader) {
    guard let metric = person.page.metric, !plan.goals.isEmpty else { return }
    let words = MetricWords(metric.value)
    guard !plan.goals.contains(where: words.appear) else { return }
    add(.metricInNoGoal(person.shownName, metric: metric.value), at: metric.place, in: metric.file)
  }

  private mutating func adviseOnRequests(_ person: StakeholderReader) {
    guard reader.isReadable("goals"), reader.isReadable("parking-lot") else { return }
    for request in person.page.requests {
      let known = plan.goals.flatMap(\.features).map(\.name) + plan.parkingLot.map(\.text)
      guard !known.contains(where: { isSame($0, request.value.text) }) else { continue }
      add(.requestNowhere(request.value.text, by: person.shownName), at: request.place, in: request.file)
    }
  }

  /// At the second of the name.
  private mutating func adviseOnNames() {
    var told: Set<String> = []
    for person in plan.namesakes {
      let key = normal(person.name)
      let same = reader.people.filter { normal($0.stakeholder.name) == key }
      guard told.insert(key).inserted, same.count > 1 else { continue }
      add(.namesakes(person.name, same.map { plan.name(of: $0.stakeholder.id) }), at: same[1].place)
    }
  }

  /// Days that are over before the session begins, and numbers that may be meant otherwise.
  private mutating func adviseOnDays() {
    for number in reader.doubtful { add(.doubtful(number.value.text, number.value.number), at: number.place) }
    guard let starts = plan.starts else { return }
    // A review has the last period among its timeframes, and what follows a period may do so, too.
    let keys: Set = plan.kind == .alignment || plan.kind == .goalsOnly ? ["due", "by", "to"] : ["due", "by"]
    for day in reader.days where keys.contains(day.value.key) && day.value.date < starts.date {
      add(.isOver(day.value.key, day.value.date, starts: starts), at: day.place)
    }
  }

  private mutating func adviseOnNumbers() {
    let people = plan.stakeholders.count
    let place = reader.keyPlace("stakeholders") ?? reader.place
    if people > 8 { add(.manyPeople(people), at: place) }
    if people >= 7, !plan.vote.step { add(.noVote(people: people), at: place) }
    if plan.goals.count > 5 { add(.manyGoals(plan.goals.count), at: reader.keyPlace("goals") ?? reader.place) }
  }

  private mutating func adviseOnTime() {
    let place = reader.valuePlace("minutes") ?? reader.keyPlace("timeboxes") ?? reader.place
    let sum = TimeboxSum(plan)
    if sum.total > plan.minutes { add(.timeboxesTooLong(sum, minutes: plan.minutes), at: place) }
    if !plan.kind.usualMinutes.contains(plan.minutes) {
      add(.unusualLength(minutes: plan.minutes, plan.kind), at: place)
    }
  }

  private mutating func adviseOnRoles() {
    guard let facilitator = plan.facilitator, let noteTaker = plan.noteTaker, isSame(facilitator, noteTaker) else {
      return
    }
    add(.oneForBoth(noteTaker), at: reader.valuePlace("note-taker") ?? reader.place)
  }

  private mutating func adviseOnKind() {
    let place = reader.valuePlace("kind") ?? reader.place
    if plan.kind == .checkIn, plan.homework.question == nil { add(.noQuestion, at: place) }
    if plan.kind == .oneOnOne, plan.partner == nil, !plan.stakeholders.isEmpty {
      add(.noPartner(people: plan.stakeholders.count), at: place)
    }
  }

  private mutating func adviseOnGoals() {
    for (timeframe, place) in reader.timeframes {
      let goals = plan.goals.filter { $0.timeframe == timeframe.id }.count
      guard let capacity = timeframe.capacity, let place, goals > capacity else { continue }
      add(.overCapacity(timeframe.name, goals: goals, capacity: capacity), at: place)
    }
    adviseOnShares()
    for goal in reader.goals {
      if let place = goal.incompleteRACI { add(.noneAccountable(goal: goal.goal.name), at: place) }
    }
  }

  /// At the first goal with which a timeframe has more effort in it than there is.
  private mutating func adviseOnShares() {
    for timeframe in plan.timeframes {
      let goals = reader.goals.filter { $0.goal.timeframe == timeframe.id }
      let sum = goals.reduce(0) { $0 + ($1.goal.share ?? 0) }
      guard sum > 100, let last = goals.last(where: { $0.goal.share != nil }) else { continue }
      add(.overShared(timeframe.name, percent: sum), at: last.sharePlace ?? last.place)
    }
  }

  /// Whether two texts are the same apart from case and spaces.
  private func isSame(_ a: String, _ b: String) -> Bool { normal(a) == normal(b) }

  private func normal(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
