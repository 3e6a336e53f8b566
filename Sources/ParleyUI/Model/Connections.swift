import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// Who is connected: what a terminal that leads shows and says of it, and how it parts from others.
extension Action {
  static let connections: [Action] = [
    Action(
      .seats, .people, "seats", "parts from a terminal, or takes an invitation back", keys: [.character("s")],
      place: .pane(.people), footer: 2
    ) { model in
      guard let state = model.state else { return .nothing(because: "the session is not here yet") }
      if case .person(let who) = model.selectedRow {
        return .menu(.parting(fromPerson: who, in: state, model.others))
      }
      return .menu(.connected(model.others, in: state))
    }
  ]
}

extension Menu {
  /// The seats that are taken, each with a question of its own; where several people have one, each of them.
  fileprivate static func connected(_ present: [Presence], in state: State) -> Menu {
    let seats = present.map { $0.seat.role.isSeveralPeople ? $0.terminal : TerminalName($0.seat) }.firstOfEach
    let options = zip("123456789", seats).map { key, terminal in
      Option(.character(key), state.title(of: terminal), .opens(.parting(from: terminal, in: state, present)))
    }
    return Menu(
      title: "Who is connected?",
      prompt: seats.isEmpty ? "Nobody has a terminal of their own in this session." : "Choose a seat to part from it.",
      options: options + [Option(.escape, "back", .closes)])
  }

  /// The same for the person marked; seats that stand in no row are a key away.
  fileprivate static func parting(fromPerson who: StakeholderID, in state: State, _ present: [Presence]) -> Menu {
    let own = SeatName(.stakeholder, who)
    var menu = parting(from: own, in: state, present)
    guard present.contains(where: { $0.seat != own }) else { return menu }
    let others = Option(.character("o"), "somebody else who is connected", .opens(connected(present, in: state)))
    menu.options.insert(others, at: menu.options.count - 1)
    return menu
  }

  /// What can be done about one of several people at a seat.
  private static func parting(from terminal: TerminalName, in state: State, _ present: [Presence]) -> Menu {
    let seat = terminal.seat
    let isOne = seat.role == .facilitator || present.count { $0.seat == seat } > 1
    guard seat.role.isSeveralPeople, isOne else { return parting(from: seat, in: state, present) }
    var menu = parting(from: seat, in: state, present.filter { $0.terminal == terminal })
    menu.title = state.title(of: terminal)
    if !menu.options.isEmpty, case .parts = menu.options[0].choice {
      menu.options[0] = Option(
        .character("p"), "part from it; whoever may lead can come back", .parts(seat, terminal.number))
    }
    return menu
  }

  /// What can be done about a seat that is given out.
  fileprivate static func parting(from seat: SeatName, in state: State, _ present: [Presence]) -> Menu {
    let terminals = present.filter { $0.seat == seat }
    let since = terminals.map(\.since.clock).joined(separator: ", ")
    let accounts = terminals.compactMap(\.account).firstOfEach.map { " by \($0)" }.joined()
    let part = Option(.character("p"), "part from it; whoever is invited may come back", .parts(seat, nil))
    return Menu(
      title: state.title(of: seat),
      prompt: terminals.isEmpty ? "No terminal at this seat." : "Connected since \(since)\(accounts).",
      options: (terminals.isEmpty ? [] : [part]) + [
        Option(
          .character("w"), "take the invitation back, and part from it: no key, code or line leads in any more",
          .withdraws(seat)
        ),
        Option(.escape, "leave it", .closes),
      ])
  }
}

extension TerminalModel {
  /// Who is connected has changed. What is told is the difference, once for each seat.
  mutating func hear(_ present: [Presence]) {
    let before = presentWasTold ? self.present : nil
    (self.present, presentWasTold) = (present, true)
    guard let state else { return }
    passOver(whoVotesElsewhere: state)
    let returned = seatsBeforeLoss.intersection(present.map(\.terminal))
    seatsBeforeLoss.subtract(returned)
    guard let before else { return }
    var news = before.changes(to: present)
    news.came.removeAll(where: returned.contains)
    guard !news.came.isEmpty || !news.went.isEmpty else { return }
    let came = news.came.isEmpty ? nil : "\(state.titles(of: news.came, by: present)) joined"
    let went = news.went.isEmpty ? nil : "\(state.titles(of: news.went)) disconnected"
    say([came, went].compactMap { $0 }.joined(separator: "; ") + offeredArrival(news.came, state))
  }

  /// Someone who is noted as away and joins is here, as far as anyone can tell; that is for the facilitator to say (M25).
  private func offeredArrival(_ came: [TerminalName], _ state: State) -> String {
    let away = came.compactMap(\.seat.who).filter { !state.isPresent($0) }
    guard speaker == .facilitator, !away.isEmpty else { return "" }
    if isLineByLine { return " (noted as away: arrive \(away[0]) notes the arrival)" }
    return " (noted as away: \(key(of: .showPeople)) and Enter note the arrival)"
  }

  /// Who is connected besides this terminal.
  fileprivate var others: [Presence] {
    let own = TerminalName(SeatName(notes == nil ? .facilitator : .cockpit), number: welcome?.number ?? 1)
    return present.filter { $0.terminal != own }
  }

  /// Who is connected, for the people pane; nil where that is not told.
  func connected(in state: State) -> Connected? {
    guard presentWasTold, speaker == .facilitator else { return nil }
    let people = present.compactMap { terminal in terminal.seat.who.map { ($0, terminal.since) } }
    let others = others.filter { $0.seat.who == nil }
    return Connected(
      people: Dictionary(people) { min($0, $1) },
      others: others.map { "\(state.title(of: $0.terminal)) since \($0.since.clock)" })
  }

  /// Who votes at a terminal of their own, and so is handed no keyboard (M19).
  var voteElsewhere: Set<StakeholderID> {
    speaker == .facilitator ? Set(present.compactMap { $0.seat.role == .stakeholder ? $0.seat.who : nil }) : []
  }

  mutating func hear(partedFrom seat: SeatName, _ number: Int?, terminals: Int, invitations: Int) {
    let name =
      number.flatMap { state?.title(of: TerminalName(seat, number: $0)) } ?? state?.title(of: seat) ?? seat.text
    let parted =
      terminals == 0
      ? "no terminal was at the seat of \(name)" : "parted from \(counted(terminals, "terminal")) of \(name)"
    let taken = invitations == 0 ? "" : "; \(counted(invitations, "invitation")) taken back"
    say(parted + taken)
  }
}

extension State {
  /// A seat, as people call it.
  func title(of seat: SeatName) -> String {
    switch seat.role {
    case .stakeholder: seat.who.map(name) ?? seat.text
    case .noteTaker: "the note-taker"
    case .facilitator: "a facilitator"
    case .cockpit: "the cockpit"
    case .screen: "a screen"
    }
  }

  /// A terminal, as people call it who may see several at its seat.
  func title(of terminal: TerminalName) -> String {
    guard terminal.seat.role == .facilitator || terminal.number > 1 else { return title(of: terminal.seat) }
    return "\(terminal.seat) \(terminal.number)"
  }

  /// The seats, with the accounts of those who came by another than the host's.
  fileprivate func titles(of terminals: [TerminalName], by present: [Presence] = []) -> String {
    let titles = terminals.map { terminal in
      let account = present.last { $0.terminal == terminal }?.account
      return title(of: terminal) + (account.map { " (\($0.replacing(" (", with: ", ").filter { $0 != ")" }))" } ?? "")
    }
    return titles.count < 2
      ? titles.first ?? "" : titles.dropLast().joined(separator: ", ") + " and " + titles[titles.count - 1]
  }
}

extension [Presence] {
  /// The terminals that came and that went between two moments. A second one of the same person is no news.
  fileprivate func changes(to now: [Presence]) -> (came: [TerminalName], went: [TerminalName]) {
    let (old, new) = (map(\.terminal), now.map(\.terminal))
    return (new.firstOfEach.filter { !old.contains($0) }, old.firstOfEach.filter { !new.contains($0) })
  }
}

extension Array where Element: Hashable {
  /// Each value once, where it is first.
  fileprivate var firstOfEach: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
