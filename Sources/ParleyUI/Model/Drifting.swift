import ParleyCore

// What is decided is not opened by the way: a command that would touch it is named before it is sent (M22).
extension TerminalModel {
  /// Sends a command, or asks first when it drifts.
  mutating func give(_ statement: Statement, from origin: Pending.Origin, at now: Instant) -> [Effect] {
    guard speaker == .facilitator, let state, let command = statement.command,
      let drift = Drift(command, in: state, on: now.date), drift.matter.isAsked
    else { return goOn(statement, from: origin) }
    overlays.append(.menu(.naming(drift, Menu.Held(statement: statement, origin: origin), in: state)))
    return []
  }

  /// Sends a command; the form or line that it comes from waits for the answer.
  mutating func goOn(_ statement: Statement, from origin: Pending.Origin) -> [Effect] {
    let effects = send(statement, from: origin)
    guard let command = pending.last?.id, !effects.isEmpty || link == .joining || link == .lost else { return effects }
    switch overlays.last {
    case .form(var form):
      (form.isSending, form.command) = (true, command)
      replaceTop(.form(form))
      if case .form = origin { pending[pending.count - 1].origin = .form(form) }
    case .prompt(var prompt):
      (prompt.isSending, prompt.command) = (true, command)
      replaceTop(.prompt(prompt))
    default: break
    }
    return effects
  }

  /// Closes what the command that waited came from; its words are kept.
  mutating func dropHeld() {
    switch overlays.last {
    case .form(let form):
      overlays.removeLast()
      leave(form)
    case .prompt(let prompt):
      overlays.removeLast()
      leave(prompt)
    default: break
    }
  }

  /// Words that speak of what is not open today are kept all the same, and said to be so.
  mutating func nameDrift(of entry: Entry) {
    guard let state, let command = Statement(entry.line, by: .facilitator).command,
      let drift = Drift(command, in: state, on: entry.at.date), !drift.matter.isAsked
    else { return }
    say("\(drift.matter.words(in: state))", .warning)
  }
}

extension Drift.Matter {
  /// Whether to ask before: words can be kept without opening anything, so only what changes the decided waits.
  fileprivate var isAsked: Bool { if case .item = self { false } else { true } }
}
