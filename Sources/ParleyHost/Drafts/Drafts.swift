import ParleyCore
import ParleyJournal
import ParleyWire

/// The words that are being typed in a session, by the seats that they belong to.
///
/// Theory: a draft is its terminal's as long as that is there, and its seat's afterwards. Where a seat may be several
/// people's, the number of the terminal tells them apart (TerminalName): what one of two facilitators leaves behind is
/// theirs when they come back, and no words in the other's form. Whoever is alone at such a seat gets all of it.
/// The store is written once for all changes of ``delayMs``; the first of them arms the timer.
struct Drafts {
  private struct Held {
    var kept: KeptDraft
    /// The terminal where it is typed; nil once that is gone.
    weak var terminal: Seat?
  }

  private var held: [Held]
  private let store: any DraftStore
  /// When the store is written, in milliseconds of CLOCK_BOOTTIME; nil when it holds everything.
  private(set) var dueMs: Int64?

  /// The longest that a change waits to be kept, in milliseconds.
  static let delayMs: Int64 = 300
  /// The most drafts of one seat, and the bytes of one of them. More than people type; less than fills a disk.
  static let seatLimit = 64
  static let byteLimit = 32_768
  /// No store is longer: every seat full, and its characters escaped.
  static let storeLimit = 64 << 20

  /// - Parameter isAccepted: whether a command is in the journal. Its draft was over when the last host died.
  init(_ store: any DraftStore, isAccepted: (CommandID) -> Bool) {
    self.store = store
    held = store.drafts().filter { $0.draft.command.map(isAccepted) != true }.map { Held(kept: $0) }
  }

  /// A terminal tells what is typed there. Returns whether these words had been left at the seat until now.
  mutating func note(_ draft: Draft, at terminal: Seat, _ name: TerminalName, now: Int64) -> Bool {
    let isSame = { (held: Held) in held.kept.terminal.seat == name.seat && held.kept.draft.id == draft.id }
    let wasLeft = held.contains { isSame($0) && $0.terminal == nil }
    held.removeAll { isSame($0) && ($0.terminal == nil || $0.terminal === terminal) }
    if !draft.isOver, draft.size <= Drafts.byteLimit {
      held.append(Held(kept: KeptDraft(at: name, draft: draft), terminal: terminal))
      let isOfSeat = { (held: Held) in held.kept.terminal.seat == name.seat }
      if let oldest = held.firstIndex(where: isOfSeat), held.count(where: isOfSeat) > Drafts.seatLimit {
        held.remove(at: oldest)
      }
    }
    change(at: now)
    return wasLeft
  }

  /// A command is on disk: the draft that it was sent from is over.
  mutating func end(_ command: CommandID, now: Int64) {
    guard let index = held.firstIndex(where: { $0.kept.draft.command == command }) else { return }
    held.remove(at: index)
    change(at: now)
  }

  /// The drafts that are a terminal's to go on with, the oldest first.
  func left(to terminal: TerminalName, isAlone: Bool) -> [Draft] {
    held.filter { held in
      let belongs = held.kept.terminal == terminal || isAlone && held.kept.terminal.seat == terminal.seat
      return held.terminal == nil && belongs
    }.map(\.kept.draft)
  }

  /// A terminal has gone: what is returned belongs to its seat from now on.
  mutating func leave(_ terminal: Seat) -> [Draft] {
    var left: [Draft] = []
    for index in held.indices where held[index].terminal === terminal {
      held[index].terminal = nil
      held[index].kept.draft.isOpen = false
      left.append(held[index].kept.draft)
    }
    return left
  }

  /// The terminals where words are being typed now, besides this one.
  func writing(besides terminal: Seat) -> [TerminalName] {
    let terminals = held.filter { held in
      let draft = held.kept.draft
      return draft.isOpen && !draft.isPrivate && held.terminal != nil && held.terminal !== terminal
    }.map(\.kept.terminal)
    return Set(terminals).sorted { $0.text < $1.text }
  }

  /// Writes what has changed. A disk that does not take it is asked again; the words are in memory meanwhile.
  mutating func keep(now: Int64) {
    dueMs = store.keep(held.map(\.kept)) ? nil : now + 1000
  }

  /// The session goes on in another file: the words are kept beside that one.
  mutating func follow(_ file: SessionFile, now: Int64) {
    store.follow(file)
    if !held.isEmpty { change(at: now) }
  }

  private mutating func change(at now: Int64) { dueMs = dueMs ?? now + Drafts.delayMs }
}

extension Draft {
  /// About as many bytes as it takes in the store.
  fileprivate var size: Int {
    let about: [String: String] = if case .form(_, let about) = place { about } else { [:] }
    return [about, words].reduce(id.utf8.count) { sum, texts in
      texts.reduce(sum) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    }
  }
}
