import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// Theory: one terminal as a value. Keys, messages and moments go in, effects come out; nothing here reads a clock,
// a file or a line. It holds a replica of the session, a snapshot with the host's later entries folded onto it, and
// what only this terminal knows: what it shows, what is selected, what is being typed, what was sent and not answered.
// A command is never applied here: it is sent, and shows when its entry comes back. Its words stay in `pending`,
// in the form or in the `:` line until then, so that no refusal, full disk or lost host costs a word.
//
// The parts: keys (KeyHandling), the list of actions (Actions*), messages (MessageHandling, Answers), time
// (TimeHandling), what is selected (Selection), what is drawn (Picture).

/// What one terminal of a session shows and knows.
public struct TerminalModel: Sendable {
  /// The replica; nil until the host has told how the session stands.
  public internal(set) var session: Session?
  /// Whose commands these are.
  public internal(set) var speaker: Speaker
  public internal(set) var link = Link.joining
  var welcome: Welcome?
  /// What commands call the session here, where that is not what the host calls it.
  public var nameHere: String?
  /// What commands call the session.
  var sessionName: String?
  /// Whether the facilitator has been asked to let this terminal in.
  public internal(set) var isWaiting = false
  /// Whether there is no facilitator's terminal that could be asked.
  var isUnattended = false
  /// Who waits to be let in, where that is for this terminal to say.
  public internal(set) var knocks: [Knock] = []
  /// Who is connected, where the host tells of it: at terminals that lead.
  public internal(set) var present: [Presence] = []
  /// Whether the host has told of it on this line.
  var presentWasTold = false
  /// Whoever was connected when the host was lost, and is not back yet: that they come again is no news.
  var seatsBeforeLoss: Set<TerminalName> = []
  /// What only the facilitator may read (M1). The host sends it to a cockpit alone, and that is what makes one.
  public internal(set) var notes: PrivateNotes?
  /// When the host last said anything.
  var lastHeard: Instant?
  /// Who was marked and has answered at their own seat, and when that was told here.
  var justAnswered: (who: StakeholderID, at: Instant)?
  /// Since when a command has waited for its answer.
  var waitingSince: Instant?
  /// Since when a ping has waited for its answer.
  var pingedSince: Instant?

  public internal(set) var pane = Pane.session
  /// Where the countdown alone goes back to.
  var paneBelow = Pane.session
  public internal(set) var overlays: [Overlay] = []
  /// What is told, the last of it last: at most three at once, until a key is pressed.
  var notices: [Notice] = []
  /// What was told, to be read again.
  var told: [Told] = []
  /// The row selected in each pane; the nearest when it is gone.
  var selection: [Pane: Row] = [:]
  /// The row selected, where it was found already; only in a copy that is looked at and thrown away.
  var foundRow: Row??
  /// The person marked, in the same way.
  var foundPerson: StakeholderID??
  /// Who gets the next dot, when it is not the one to ask next.
  var chosenPerson: StakeholderID?
  var scrolls: [Pane: Int] = [:]
  /// As large as the screen was at the last tick.
  var screen = Size(columns: 80, rows: 24)
  /// Whether it shows more than ASCII.
  var showsUnicode = true
  /// Where the mouse was pressed, until it is let go.
  var pressed: Point?
  /// Whether the pane has the whole screen.
  var isZoomed = false
  /// When the choice was made that Enter asked for.
  var answeredAt: Instant?
  /// From when on answers that led to another question stand, whatever is typed.
  var answersStandAt: Instant?

  /// Whether it is read and typed line by line: then nothing is marked, and nothing chosen by arrows.
  var isLineByLine = false
  public let keymap: Keymap
  public internal(set) var themes: ThemeShelf

  /// Words that were typed and left, the latest last.
  var leftDrafts: [Draft] = []
  /// The words that the host keeps for this terminal, by their ids.
  var toldDrafts: [String: Draft] = [:]
  /// The drafts of others at this seat that go on here.
  var takenUp: [String] = []
  /// The words of forms whose commands were carried out, by the number of the entry: undoing brings them back.
  var sentDrafts: [Int: Draft] = [:]
  /// The words that an undo has brought back, by its number.
  var broughtBack: [Int: String] = [:]
  /// Which words an undo has brought back, by the number of the entry that it took back.
  var broughtBackDrafts: [Int: String] = [:]
  var draftCount = 0
  /// Where others are writing.
  public internal(set) var writing: [TerminalName] = []
  /// Lines given or left on the `:` line, oldest first.
  var history: [String] = []
  var pending: [Pending] = []
  /// Keys that wait for the answer to the last command.
  var typedAhead: [Key] = []
  /// What is to happen when the entry of this number has come.
  var awaited: [Int: Pending] = [:]
  let commandPrefix: CommandID
  private var commandCount = 0

  var footer: Footer?
  var alarm = Alarm()
  var conflictAlarm = Alarm()
  /// Whether the session would end later than planned, at the last tick.
  var runsOver = false
  /// Whether the pane that offers what to do at zero is open (M26).
  public internal(set) var offersOvertime = false
  var title: String?
  /// Whether the terminal shows in its tab how far the time has gone.
  var showsProgress = false
  var progress: TabProgress?
  /// Writes the record as the document that is copied; nil copies what the pane shows.
  public var recordText: (@Sendable (Record) -> String?)?
  /// Whether nothing of the session is kept, and nobody comes back to it.
  public internal(set) var isDemonstration = false
  /// Nil in earnest.
  public internal(set) var stage: Stage?
  /// What was searched for last in a replay.
  var sought = ""

  /// Where the line to the host stands.
  public enum Link: Hashable, Sendable {
    case joining
    case live
    /// The disk does not take commands: why. The host tries again.
    case notSaved(String)
    case lost
  }

  /// - Parameter commandPrefix: what the ids of this terminal's commands begin with; unique in the journal.
  public init(
    speaker: Speaker = .facilitator, commandPrefix: CommandID, keymap: Keymap = .standard,
    themes: ThemeShelf = ThemeShelf()
  ) {
    self.speaker = speaker
    self.commandPrefix = commandPrefix
    self.keymap = keymap
    self.themes = themes
  }

  /// Says that nothing that is done here is kept.
  public mutating func beDemonstration() {
    isDemonstration = true
    say("a demonstration: try any key, nothing of it is kept; ? lists the keys, q leaves")
  }

  public var state: State? { session?.state }

  /// The session's time at a moment of CLOCK_BOOTTIME; nil before the host has said its time.
  public func instant(atBoottimeMs moment: Int64) -> Instant? {
    stage?.clock.instant(atMs: moment, isHeld: isWriting) ?? welcome?.now(atBoottimeMs: moment)
  }

  /// Sends a command, and keeps its words until it is answered.
  mutating func send(_ statement: Statement, from origin: Pending.Origin) -> [Effect] {
    guard !isReplay else { return [] }
    commandCount += 1
    let id = CommandID("\(commandPrefix).\(commandCount)") ?? commandPrefix
    // Whoever fills in a form decides by what they saw when it opened.
    let seen = if case .form(let form) = origin { form.seen ?? lastSeen } else { lastSeen }
    pending.append(Pending(id: id, statement: statement, origin: origin, seen: seen))
    guard link != .joining, link != .lost else { return [] }
    return [.send(.command(id: id, line: statement.text, seen: seen))]
  }

  /// The number of the last entry that is on the screen.
  var lastSeen: Int { session.map { $0.nextNumber - 1 } ?? 0 }

}
