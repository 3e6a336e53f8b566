import ParleyCore
import ParleyTerminal

// A key goes to the overlay on top, else to the action that it is bound to in this pane or step, else everywhere.
extension TerminalModel {
  /// Takes a key; what this terminal shows changes at once, all else is among the effects.
  public mutating func handle(key: Key, at now: Instant) -> [Effect] {
    switch key {
    case .hangup: return [.leave(.hungUp)]
    case .control("z"): return [.suspend]
    case .control("l"): return [.repaint]
    case .control("c"): typedAhead = []
    default:
      if isAwaitingAnswer {
        if typedAhead.count < 4096 { typedAhead.append(key) }
        return []
      }
    }
    return take(key, now)
  }

  /// Keys mean what they mean after the command before them: who types faster than the host answers gives the second
  /// dot to the second person. Where no answer is to be expected soon, keys do not wait.
  var isAwaitingAnswer: Bool { link == .live && !pending.isEmpty }

  /// Takes the keys that were typed meanwhile, as far as the next command.
  mutating func takeTypedAhead(at now: Instant) -> [Effect] {
    var effects: [Effect] = []
    while !typedAhead.isEmpty, !isAwaitingAnswer { effects += take(typedAhead.removeFirst(), now) }
    return effects
  }

  private mutating func take(_ key: Key, _ now: Instant) -> [Effect] {
    notice = nil
    guard let top = overlays.last else { return handleInPane(key, now) }
    switch top {
    case .form(let form): return handle(key, in: form)
    case .prompt(let prompt): return handle(key, in: prompt)
    case .menu(let menu): return handle(key, in: menu, now)
    case .help(let scroll): handleInHelp(key, scroll)
    }
    return []
  }

  private mutating func handleInPane(_ key: Key, _ now: Instant) -> [Effect] {
    if case .paste = key {
      say("pasted text goes into a form or the : line; open one first")
      return []
    }
    guard let action = keymap.action(for: key, in: self) else {
      if key == .control("c") { return perform(.quit, at: now) }
      return []
    }
    return perform(action, at: now)
  }

  /// Carries out an action as its key would.
  public mutating func perform(_ id: Action.ID, at now: Instant) -> [Effect] {
    switch Action.of(id).act {
    case .changes(let change): return change(&self)
    case .gives(let giving):
      guard session != nil else {
        say("the session is not here yet; the key does nothing", .warning)
        return []
      }
      switch giving(self) {
      case .line(let line): return send(line, from: .action(id))
      case .form(let form): open(form)
      case .menu(let menu): overlays.append(.menu(menu))
      case .nothing(let reason): say(reason, .warning)
      }
      return []
    }
  }

  /// Opens a form, with the words that were left in it before.
  mutating func open(_ form: Form) {
    var opened = drafts[form.draftKey] ?? form
    opened.isSending = false
    overlays.append(.form(opened))
  }

  private mutating func handle(_ key: Key, in form: Form) -> [Effect] {
    var form = form
    switch form.handle(key) {
    case .stays:
      replaceTop(.form(form))
      return []
    case .closes:
      keepDraft(of: form)
      overlays.removeLast()
      return []
    case .sends:
      guard !form.isSending else { return [] }
      form.isSending = true
      form.refusal = nil
      replaceTop(.form(form))
      return send(form.line(in: state), from: .form(form))
    }
  }

  mutating func keepDraft(of form: Form) {
    drafts[form.draftKey] = form.holdsWords ? form : nil
    if form.holdsWords { say("your words are kept; the same key brings them back") }
  }

  private mutating func handle(_ key: Key, in prompt: CommandPrompt) -> [Effect] {
    var prompt = prompt
    switch prompt.handle(key, state: state) {
    case .stays:
      replaceTop(.prompt(prompt))
      return []
    case .closes:
      unsentLine = prompt.line
      overlays.removeLast()
      return []
    case .sends:
      guard !prompt.isSending else { return [] }
      prompt.isSending = true
      prompt.refusal = nil
      replaceTop(.prompt(prompt))
      return send(prompt.line, from: .prompt)
    }
  }

  private mutating func handle(_ key: Key, in menu: Menu, _ now: Instant) -> [Effect] {
    let isQuit = menu.options.contains { $0.answer == .detaches }
    let pressed: Key =
      key == .control("c") || key == .control("g") || (key == .character("q") && isQuit) ? .escape : key
    guard let option = menu.options.first(where: { $0.key == pressed }) else { return [] }
    overlays.removeLast()
    switch option.answer {
    case .closes: return []
    case .detaches: return [.send(.leave), .leave(.detached)]
    case .stops:
      // Stopping would lose what waits for the disk; leaving keeps the host, which goes on trying.
      guard case .notSaved = link else { return [.send(.stop), .leave(.stopped)] }
      notice = Notice(.refusal, "not saved yet: stop when the disk is back, or leave the session running with l")
      return []
    case .gives(let line): return send(line, from: .action(.request))
    case .performs(let id): return perform(id, at: now)
    case .proposes(let item):
      if let form = Form.proposing(from: item, in: self) { open(form) }
      return []
    }
  }

  private mutating func handleInHelp(_ key: Key, _ scroll: Int) {
    switch key {
    case .down, .character("j"): replaceTop(.help(scroll: min(scroll + 1, helpEnd)))
    case .up, .character("k"): replaceTop(.help(scroll: max(0, scroll - 1)))
    case .pageDown, .character(" "): replaceTop(.help(scroll: min(scroll + 10, helpEnd)))
    case .pageUp: replaceTop(.help(scroll: max(0, scroll - 10)))
    case .home: replaceTop(.help(scroll: 0))
    case .end: replaceTop(.help(scroll: helpEnd))
    default: overlays.removeLast()
    }
  }

  private var helpEnd: Int { max(0, HelpPage(self).rows.count - 1) }

  mutating func replaceTop(_ overlay: Overlay) {
    guard !overlays.isEmpty else { return }
    overlays[overlays.count - 1] = overlay
  }
}
