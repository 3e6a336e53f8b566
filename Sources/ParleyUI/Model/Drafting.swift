import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// Words that are typed and not sent (M16). They stand in the open forms and on the `:` line, and in `leftDrafts` once
// these are left. What the host has been told of them is `toldDrafts`; after each key and message the difference is
// sent, so that no place that changes words has to think of it. Words that another terminal left at this seat are the
// host's to keep: they are told only once they are taken up here, under an id of this terminal's.
extension TerminalModel {
  /// Opens a form, with the words that were left in it before.
  mutating func open(_ form: Form) {
    var opened = form
    if let draft = leftDraft(for: form.place) {
      leftDrafts.removeAll { $0.id == draft.id }
      opened = form.filled(with: draft, in: state)
      opened.draftID = draft.id
    } else {
      opened.draftID = newDraftID()
    }
    // Two who take up the same words do not overwrite each other.
    if !isOwn(opened.draftID) {
      takenUp.append(opened.draftID)
      opened.draftID = newDraftID()
    }
    (opened.table, opened.seen) = (state?.goalOnTable?.id, lastSeen)
    overlays.append(.form(opened))
  }

  /// The latest words that were left at a place; those of another colour will do, since a mind may be changed while the
  /// words stay.
  private func leftDraft(for place: Draft.Place) -> Draft? {
    leftDrafts.last { $0.place == place } ?? leftDrafts.last { $0.place.besideColour == place.besideColour }
  }

  mutating func newDraftID() -> String {
    draftCount += 1
    return "\(commandPrefix).w\(draftCount)"
  }

  /// Leaves a form; its words are kept.
  mutating func leave(_ form: Form) {
    guard let draft = form.draft(isOpen: false) else { return }
    leftDrafts.append(draft)
    say("your words are kept; the same key brings them back")
  }

  /// Leaves the `:` line; ↑ brings back what was on it.
  mutating func leave(_ prompt: CommandPrompt) {
    guard let draft = draft(of: prompt, isOpen: false) else { return }
    leftDrafts.append(draft)
    recall(prompt.line)
  }

  /// Whether a line of the `:` line is private, and this screen may be shared.
  func hides(_ line: String) -> Bool { notes == nil && PrivateLine.covers(line) }

  /// A line that ↑ brings back.
  mutating func recall(_ line: String) {
    guard !line.isEmpty, !BallotSecrecy.covers(line), !hides(line) else { return }
    history.removeAll { $0 == line }
    history.append(line)
  }

  /// A command was taken back: the words of its form come back with it.
  mutating func restoreWords(takenBackBy entry: Entry) {
    for number in entry.takenBack {
      guard var draft = sentDrafts.removeValue(forKey: number) else { continue }
      draft.id = newDraftID()
      draft.command = nil
      leftDrafts.append(draft)
      // A dot has a key for each colour.
      let key = if case .form(let verb, _) = draft.place, verb != .dot { keyThatGives(verb) } else { String?.none }
      broughtBack[entry.number] = "\(key ?? "the same key") brings back \(draft.quoted)"
      broughtBackDrafts[number] = draft.id
    }
  }

  /// A command was given again: its words went with it, and come back should it be taken back once more.
  mutating func takeWordsAgain(givenAgainBy entry: Entry) {
    for case .redone(let redone) in entry.events {
      guard let id = broughtBackDrafts.removeValue(forKey: redone.entry),
        let index = leftDrafts.firstIndex(where: { $0.id == id })
      else { continue }
      sentDrafts[entry.number] = leftDrafts.remove(at: index)
    }
  }

  /// What to add to the news of an undo whose words are here again.
  func wordsBroughtBack(by entry: Entry) -> String {
    broughtBack[entry.number].map { "; \($0)" } ?? ""
  }

  /// The host gives words that were left at this seat, or says that someone else there has taken them up.
  mutating func receive(_ drafts: [Draft]) {
    let taken = Set(drafts.filter(\.isOver).map(\.id))
    // What is this terminal's own, nobody else takes.
    leftDrafts = leftDrafts.filter { !taken.contains($0.id) || isOwn($0.id) }
    let known = Set(leftDrafts.map(\.id))
    for draft in drafts where !known.contains(draft.id) && !draft.isOver && !isOwn(draft.id) {
      var left = draft
      (left.isOpen, left.command) = (false, nil)
      leftDrafts.append(left)
      if case .line = left.place { recall(left.words[""] ?? "") }
    }
  }

  private func isOwn(_ draftID: String) -> Bool { draftID.hasPrefix("\(commandPrefix).") }

  /// The host has come anew: it says again what was left at this seat, and is told again what is typed here.
  mutating func forgetToldDrafts() {
    toldDrafts = [:]
    leftDrafts = leftDrafts.filter { isOwn($0.id) }
  }

  /// All words at this terminal that are not sent, by their ids.
  var unsentDrafts: [String: Draft] {
    guard !isReplay else { return [:] }
    let open = overlays.compactMap { overlay -> Draft? in
      switch overlay {
      case .form(let form): form.draft(isOpen: true)
      case .prompt(let prompt): draft(of: prompt, isOpen: true)
      case .menu, .spread, .help, .ballot, .voteResult, .search, .report: nil
      }
    }
    return Dictionary((leftDrafts + open).map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// What is on the `:` line, as a draft. While a vote is open only what begins as another command is one: names and
  /// numbers may yet become a ballot (M19).
  private func draft(of prompt: CommandPrompt, isOpen: Bool) -> Draft? {
    let text = prompt.editor.text
    let mayBecomeBallot = state?.voteIsOpen == true && !BallotSecrecy.isOther(text)
    let isHidden = BallotSecrecy.covers(text) || hides(text)
    guard !prompt.line.isEmpty, !isHidden, !mayBecomeBallot, !history.contains(prompt.line) else {
      return nil
    }
    return Draft(
      id: prompt.draftID, place: .line, words: ["": prompt.editor.text], cursor: prompt.editor.cursor, isOpen: isOpen,
      command: prompt.command)
  }

  /// Tells the host what has changed in the words that are not sent.
  mutating func tellDrafts() -> [Effect] {
    guard link == .live || link.isFull, session != nil else { return [] }
    let unsent = unsentDrafts.filter { isOwn($0.key) }
    guard unsent != toldDrafts || !takenUp.isEmpty else { return [] }
    defer { takenUp = [] }
    let changed = unsent.values.filter { toldDrafts[$0.id] != $0 }.sorted { $0.id < $1.id }
    let over = toldDrafts.values.filter { unsent[$0.id] == nil }.sorted { $0.id < $1.id }
    toldDrafts = unsent
    // What is new goes first: at no moment are the words nowhere.
    let gone = over.map { Draft.over($0.id, at: $0.place) } + takenUp.map { Draft.over($0, at: .line) }
    return (changed + gone).map { .send(.draft($0)) }
  }

  /// What would be left unsent by leaving now; nil when nothing would.
  var unsentWords: String? {
    let drafts = unsentDrafts.values.sorted { $0.id < $1.id }
    guard !drafts.isEmpty else { return nil }
    let named = drafts.prefix(3).map { draft in
      switch draft.place {
      case .line: ": \(draft.quoted)"
      case .form where draft.isPrivate: "words of your own"
      case .form(let verb, _): "\(verb.rawValue) \(draft.quoted)"
      }
    }
    let more = drafts.count > 3 ? " and \(drafts.count - 3) more" : ""
    return "Not sent, but kept for this seat: \(named.joined(separator: ", "))\(more)."
  }
}

extension TerminalModel.Link {
  /// Whether the host is there and its disk takes nothing.
  fileprivate var isFull: Bool { if case .notSaved = self { true } else { false } }
}

extension Draft.Place {
  /// The same without the colour of a dot.
  fileprivate var besideColour: Draft.Place {
    guard case .form(let verb, var about) = self else { return self }
    about["COLOUR"] = nil
    return .form(verb, about: about)
  }
}
