import ParleyCore

/// The keys that count now, kept until something changes: asking every action whether it is possible takes a third
/// of the time of a picture, and most pictures are made because a second has passed.
struct Footer: Sendable {
  let moment: Moment
  let hints: [KeyHint]

  /// What the hints depend on.
  struct Moment: Hashable, Sendable {
    let entries: Int
    let pane: Pane
    let row: Row?
    let person: StakeholderID?
  }
}

extension TerminalModel {
  /// The footer, from what is kept as long as that holds.
  func footer(at now: Instant) -> [KeyHint] {
    if let footer, footer.moment == footerMoment { return footer.hints }
    return hints(at: now)
  }

  mutating func refreshFooter(at now: Instant) {
    let model = withRowFound
    let moment = model.footerMoment
    if footer?.moment != moment { footer = Footer(moment: moment, hints: model.hints(at: now)) }
  }

  private var footerMoment: Footer.Moment {
    Footer.Moment(entries: session?.entries.count ?? 0, pane: pane, row: selectedRow, person: person)
  }

  /// The keys that count now: the possible ones of the footer, those with the same place side by side.
  func hints(at now: Instant) -> [KeyHint] {
    let actions = Action.all.filter { action in
      action.footer != nil && counts(action) && action.unavailable(in: self, at: now) == nil
    }
    let sorted = actions.enumerated().sorted {
      ($0.element.footer ?? 0, $0.offset) < ($1.element.footer ?? 0, $1.offset)
    }
    var hints: [KeyHint] = []
    var dots: [String] = []
    for (_, action) in sorted {
      guard let key = keymap.keys(of: action.id).first?.shown else { continue }
      if action.footer == 10 {
        dots.append(key)
        continue
      }
      if !dots.isEmpty {
        hints.append(KeyHint(dots.joined(separator: " "), "dot\(dotFor)"))
        dots = []
      }
      hints.append(KeyHint(key, action.title))
    }
    return hints
  }

  /// Whose dot it would be, said where the keys stand.
  private var dotFor: String {
    guard let name = person.flatMap({ state?.stakeholder($0)?.name }) else { return "" }
    return " for \(name)"
  }

  private func counts(_ action: Action) -> Bool {
    switch action.id {
    case .serve, .withdraw, .assign: pane == .parkingLot
    case .undo, .command, .help: true
    default: action.place == .everywhere || places.contains(action.place)
    }
  }
}
