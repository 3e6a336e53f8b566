import ParleyCore
import ParleyScreens

// What is selected, and thus what a key is about.
extension TerminalModel {
  /// The goal that keys are about: the one selected, else the one on the table.
  var goal: GoalState? {
    guard let state else { return nil }
    switch selectedRow {
    case .goal(let id), .feature(_, of: let id): return state.goal(id) ?? state.goalOnTable
    default:
      if case .goal(.some(let id)) = pane { return state.goal(id) }
      return state.goalOnTable
    }
  }

  /// Whom the next dot or acknowledgement is from: whoever was chosen, else the one to ask next (M13).
  var person: StakeholderID? {
    if let foundPerson { return foundPerson }
    guard let state else { return nil }
    if case .stakeholder(let who) = speaker { return who }
    if case .person(let who) = selectedRow, selection[pane] != nil { return who }
    if let chosenPerson, state.isPresent(chosenPerson) { return chosenPerson }
    if showsConflict { return state.openConflict?.nextToSpeak }
    if state.consentIsByDot, let sought = state.consentsSought.first, goal?.id == state.goalOnTable?.id {
      return sought
    }
    if state.step == .readBack { return AskNext(state)?.waiting.first }
    return goal.flatMap { state.silent(on: $0).first }
  }

  /// Who has just spoken: whoever was chosen, else the next to ask of those who have not been heard.
  var unheard: StakeholderID? {
    guard let state else { return nil }
    let isChosen =
      chosenPerson != nil || (selection[pane].map { if case .person = $0 { true } else { false } } ?? false)
    if isChosen, let person, !state.heard.contains(person) { return person }
    return state.plan.askOrder.first { state.isPresent($0) && !state.heard.contains($0) }
  }

  /// Whether the main part is the note-taker's, where what was just said stands.
  var showsDesk: Bool {
    speaker == .noteTaker && (state.map { ownView(of: $0).isDesk } ?? false)
  }

  var item: ItemID? {
    if case .item(let id) = selectedRow { id } else { nil }
  }

  /// The row selected in this pane. Where nothing was chosen, panes that are lists begin with their first row.
  var selectedRow: Row? {
    if let foundRow { return foundRow }
    if pane == .playbooks, selection[pane] == nil { return state.map { .cause(Causes($0).dominant ?? .goals) } }
    guard selection[pane] != nil || beginsWithFirstRow else { return nil }
    let rows = paneRows
    if let row = selection[pane], rows.contains(row) { return row }
    return beginsWithFirstRow ? rows.first : nil
  }

  private var beginsWithFirstRow: Bool {
    switch pane {
    case .parkingLot, .people, .decisions, .agenda: true
    case .session: state?.step == .priorities
    default: false
    }
  }

  /// This model with its selected row found, and the person marked. Finding a row takes the whole pane, and a picture
  /// asks for both at every key that it names.
  var withSelectionFound: TerminalModel {
    var model = self
    model.foundRow = .some(selectedRow)
    model.foundPerson = .some(model.person)
    return model
  }

  var paneRows: [Row] {
    guard let state else { return [] }
    return ownView(of: state).rows
  }

  private func ownView(of state: State) -> SessionView {
    var view = SessionView(state: state, now: state.opened, pane: pane, audience: speaker)
    view.notes = cockpitNotes
    view.connected = connected(in: state)
    view.said = said
    return view
  }

  /// What was just said, for whoever writes down what comes next.
  var said: [Said] {
    guard speaker == .noteTaker, let session else { return [] }
    return session.entries.suffix(40).compactMap { entry in
      entry.sentence(in: session.state, session: session).map { Said(number: entry.number, at: entry.at, text: $0) }
    }
  }

  /// What is shown of the pane, so that no key press goes beyond its end.
  private var scrolled: (first: Int, last: Int) {
    guard let state else { return (0, 0) }
    var view = ownView(of: state)
    view.selected = selectedRow
    view.scroll = scrolls[pane] ?? 0
    return view.scrolled(size: sessionSize(in: screen))
  }

  /// Moves the selection up or down, or the page where there is nothing to select.
  mutating func moveRow(by amount: Int) {
    if listsPeopleBelow { return moveThroughStage(by: amount) }
    let rows = paneRows
    guard !rows.isEmpty else {
      // What was said is read from its newest words back.
      let wanted = (scrolls[pane] ?? 0) + (showsConflict || showsDesk ? -amount : amount)
      scrolls[pane] = min(max(0, wanted), scrolled.last)
      return
    }
    let current = selectedRow.flatMap(rows.firstIndex)
    let wanted = current.map { $0 + amount } ?? (amount > 0 ? amount - 1 : rows.count - 1)
    let next = min(max(0, wanted), rows.count - 1)
    if wanted > next {
      // Below the last row of a list there may be more to read.
      let (first, last) = scrolled
      scrolls[pane] = min(first + wanted - next, last)
    } else if amount < 0, (scrolls[pane] ?? 0) > 0 {
      scrolls[pane] = 0
      if amount == -1 { return }
    }
    selection[pane] = rows[next]
    chosenPerson = nil
  }

  /// Whether people stand below the goals on the stage.
  private var listsPeopleBelow: Bool {
    guard pane == .session, speaker == .facilitator, notes == nil, !isReplay, !showsConflict, !showsVote,
      case .goal? = state?.step
    else {
      return false
    }
    return true
  }

  /// Up and down over what stands there: the goals, then the people. From whoever is marked it goes to those beside them,
  /// so that the mark is never lost to a goal by a key that was meant for people.
  private mutating func moveThroughStage(by amount: Int) {
    guard let state else { return }
    let people = state.plan.stakeholders.map(\.id).filter(state.isPresent).map(Row.person)
    let all = paneRows.filter { if case .goal = $0 { true } else { false } } + people
    guard !all.isEmpty else { return }
    let marked = selection[.session] ?? person.map(Row.person)
    let current = marked.flatMap(all.firstIndex) ?? (amount > 0 ? all.count - people.count - 1 : all.count)
    switch all[min(max(0, current + amount), all.count - 1)] {
    case .person(let who): (selection[.session], chosenPerson) = (nil, who)
    case let goal: (selection[.session], chosenPerson) = (goal, nil)
    }
  }

  /// Scrolls the pane and leaves what is marked.
  mutating func scrollPane(by amount: Int) {
    let (first, last) = scrolled
    let isFromEnd = showsConflict || showsDesk
    scrolls[pane] = min(max(0, isFromEnd ? (scrolls[pane] ?? 0) - amount : first + amount), last)
  }

  mutating func movePerson(by amount: Int) {
    guard let state else { return }
    let people = state.plan.stakeholders.map(\.id).filter(state.isPresent)
    guard !people.isEmpty else { return }
    let current = person.flatMap(people.firstIndex)
    let next = current.map { ($0 + amount + people.count) % people.count } ?? (amount > 0 ? 0 : people.count - 1)
    chosenPerson = people[next]
    if case .person = selection[pane] { selection[pane] = nil }
  }

  /// Marks the person of this place in the plan, from 0: whose number it is never changes.
  mutating func choosePerson(_ place: Int) {
    guard let state else { return }
    guard state.plan.stakeholders.indices.contains(place) else {
      let count = state.plan.stakeholders.count
      return say("nobody has this number: there \(count == 1 ? "is 1 person" : "are \(count) people")", .warning)
    }
    let who = state.plan.stakeholders[place].id
    if pane == .people {
      selection[.people] = .person(who)
      return
    }
    guard state.isPresent(who) || state.step == .lobby else {
      return say("\(state.name(who)) is not here; \(key(of: .attendance)) says who has come", .warning)
    }
    chosenPerson = who
    if case .person = selection[pane] { selection[pane] = nil }
  }

  /// Keeps what is selected sensible after the session moved on.
  mutating func settleSelection(after before: State?) {
    guard let state, let before else { return }
    if state.step != before.step {
      chosenPerson = nil
      selection[.session] = nil
      scrolls[.session] = 0
      offersOvertime = false
      forgetWarning()
    }
    if (state.openConflict == nil) != (before.openConflict == nil) {
      chosenPerson = nil
      scrolls[.session] = 0
      offersOvertime = false
      forgetWarning()
      if state.openConflict != nil { show(.session) }
    }
    let isReplanned = state.replanned != before.replanned || state.agreedEnd != before.agreedEnd
    if isReplanned || Countdown(state, at: state.opened)?.planned != Countdown(before, at: state.opened)?.planned {
      offersOvertime = false
      forgetWarning()
    }
  }

  /// The mark goes on once the one who is marked has answered, wherever they did: the next key is not theirs.
  mutating func moveMarkOn(after entry: Entry) {
    for event in entry.events {
      let answered: StakeholderID? =
        switch event {
        case .dotGiven(let given) where given.goal == goal?.id: given.who
        case .acknowledged(let acknowledged): acknowledged.who
        case .argued(let argued): argued.position.who
        case .left(let left): left.who
        default: nil
        }
      guard let answered else { continue }
      if chosenPerson == answered { chosenPerson = nil }
      if notes != nil, selection[.session] == .person(answered) { selection[.session] = nil }
    }
  }

  /// Who was marked has answered elsewhere: a key that was on its way to them is not for whoever comes next.
  mutating func noteAnswer(of asked: StakeholderID?, in entry: Entry) {
    guard seatOf == nil, let asked, asked != person else { return }
    let hasAnswered = entry.events.contains { event in
      if case .dotGiven(let given) = event { given.who == asked } else { false }
    }
    if hasAnswered, let lastHeard { justAnswered = (asked, lastHeard) }
  }

  /// Whether a dot that is given now may have been meant for someone who has just answered; then it is said, and the next
  /// key counts.
  mutating func holdsBackDot(_ now: Instant) -> Bool {
    guard let (who, at) = justAnswered else { return false }
    justAnswered = nil
    guard now.milliseconds - at.milliseconds < TerminalModel.answerMs, let state, let person, person != who else {
      return false
    }
    say("\(state.name(who)) has just answered at their own seat; once more for \(state.name(person))", .warning)
    return true
  }

  /// How long a key may be on its way from the eye to the hand, in milliseconds.
  private static let answerMs: Int64 = 1200

  mutating func show(_ pane: Pane) {
    if pane == .countdown, self.pane != .countdown { paneBelow = self.pane }
    self.pane = pane
  }
}
