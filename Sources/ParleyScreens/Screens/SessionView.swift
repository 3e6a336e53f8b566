import ParleyCore
import ParleyTerminal

/// Everything that one terminal shows at one moment: the session, and where this terminal looks.
/// Drawing is a function of it: equal views make equal frames.
public struct SessionView: Hashable, Sendable {
  public var state: State
  /// The session's clock.
  public var now: Instant
  public var look: Look
  /// What fills the main part of the screen.
  public var pane: Pane
  /// The row that is selected, of ``rows``; nil when nothing is.
  public var selected: Row?
  /// The first line shown of a pane that is longer than the screen, as far as the selection stays in sight.
  public var scroll: Int
  /// The keys that count now, most important first; what has no room is left out.
  public var keys: [KeyHint]
  /// The views there are, with their keys.
  public var tabs: [KeyHint] = []
  /// Which of them is shown.
  public var shownTab: Int?
  /// The keys that take the four ways out of a conflict.
  package var keysOfWaysOut: [WayOut: String] = [:]
  /// The key that hands the keyboard to the next voter, and reveals.
  package var voteKey = "v"
  public var notice: Notice?
  /// What was told before it and was not seen yet.
  public var earlierNotices: [Notice] = []
  /// Whether the pane has the whole screen.
  public var isZoomed = false
  /// The `:` line, when it is open.
  public var input: InputLine?
  /// The offer at the end of a timebox (M26), when it is open.
  public var offer: OvertimeOffer?
  /// The card whose phrase is shown; nil is the one that fits the moment.
  public var card: Phrases.Card?
  /// Whose answer the next key gives.
  public var marked: StakeholderID?
  /// Who sits at this terminal: words to say are the facilitator's, and the note-taker's beside them.
  public var audience: Speaker
  /// What is played here instead of a session in earnest.
  public var stage: StageView?
  /// What only the facilitator may read; in a cockpit alone (M1).
  package var notes: CockpitNotes?
  /// What commands call the session.
  package var name: String
  /// Who has a terminal of their own; where the host tells of it.
  package var connected: Connected?
  /// Which of the facilitator's or the note-taker's terminals this is.
  package var terminalNumber = 1
  /// What was just said, oldest first; at the note-taker's.
  public var said: [Said] = []
  /// Found once a picture, since many parts of it name people.
  let initials: Initials

  public init(
    state: State, now: Instant, look: Look = Look(), pane: Pane = .session, selected: Row? = nil, scroll: Int = 0,
    keys: [KeyHint] = [], notice: Notice? = nil, input: InputLine? = nil, offer: OvertimeOffer? = nil,
    card: Phrases.Card? = nil, marked: StakeholderID? = nil, audience: Speaker = .facilitator, stage: StageView? = nil
  ) {
    self.state = state
    name = state.id
    self.now = now
    self.look = look
    self.pane = pane
    self.selected = selected
    self.scroll = scroll
    self.keys = keys
    self.notice = notice
    self.input = input
    self.offer = offer
    self.card = card
    self.marked = marked
    self.audience = audience
    self.stage = stage
    initials = Initials(state.plan.stakeholders)
  }
}

/// Who is connected to the session: that says neither that they are in the room nor that they were heard.
package struct Connected: Hashable, Sendable {
  /// Since when, by the person whose seat it is.
  package var people: [StakeholderID: Instant]
  /// All other terminals, in words.
  package var others: [String]

  package init(people: [StakeholderID: Instant], others: [String]) {
    self.people = people
    self.others = others
  }
}

/// What fills the main part of the screen.
public enum Pane: Hashable, Sendable {
  /// What belongs to the step that the session is at.
  case session
  case roadmap
  /// A goal's card; nil is the goal on the table.
  case goal(GoalID?)
  case parkingLot, people, decisions, agenda, record
  /// What moved out for what, and how full the timeframes are (M17).
  case tradeOffs
  /// The four causes of misalignment and their sheets (M40).
  case playbooks
  /// What is decided, open, out of scope today (M22).
  case boundary
  /// The countdown alone, as large as it goes.
  case countdown
}

/// Something that a list on the screen can have selected.
public enum Row: Hashable, Sendable {
  case goal(GoalID)
  case person(StakeholderID)
  case item(ItemID)
  case decision(DecisionID)
  case step(Step)
  case feature(FeatureID, of: GoalID)
  case cause(Dot.Cause)
  /// A trade-off by its number, from 1.
  case tradeOff(Int)
}

/// What can be done when the time of a step is up (M26), with the key for each.
public struct OvertimeOffer: Hashable, Sendable {
  /// A way on when the time is up.
  public enum Way: Hashable, Sendable {
    /// By so many minutes; what that costs is shown.
    case extend(minutes: Int)
    /// Spread what is left over the steps to come.
    case spread
    /// Park what is open and go on.
    case moveOn
    case conflict
    case stay
  }

  public var choices: [Choice]
  public var chosen: Int?

  /// A way on, and the key for it.
  public struct Choice: Hashable, Sendable {
    public var key: String
    public var way: Way
    /// The keys that are meant, in the order in which they are named: a click presses them.
    public var keys: [Key]

    public init(key: String, way: Way, keys: [Key] = []) {
      self.key = key
      self.way = way
      self.keys = keys
    }
  }

  public init(_ choices: [Choice], chosen: Int? = nil) {
    self.choices = choices
    self.chosen = chosen
  }
}

/// A key and what it does here.
public struct KeyHint: Hashable, Sendable {
  public var key: String
  public var label: String
  /// The keys that are meant, in the order in which they are named: a click presses them.
  public var keys: [Key]
  /// Where it stands, from the left; nil right after the one before.
  public var column: Int?

  public init(_ key: String, _ label: String, keys: [Key] = [], column: Int? = nil) {
    self.key = key
    self.label = label
    self.keys = keys
    self.column = column
  }

  /// The same in a column of its own.
  package func at(_ column: Int) -> KeyHint { KeyHint(key, label, keys: keys, column: column) }
}

/// A line that tells the user something.
public struct Notice: Hashable, Sendable {
  /// How a notice is meant, by colour and by sign.
  public enum Severity: Hashable, Sendable {
    case information, warning, refusal
  }

  public var severity: Severity
  public var text: String

  public init(_ severity: Severity, _ text: String) {
    self.severity = severity
    self.text = text
  }
}

/// A line that is being typed.
public struct InputLine: Hashable, Sendable {
  public var prompt: String
  public var text: String
  /// In characters from the beginning of `text`.
  public var cursor: Int
  /// Shown dimmed after the text: what may follow.
  public var hint: String
  public var completions: [Completion]
  /// Which of `completions` is chosen.
  public var chosen: Int?

  /// One way to go on, and what it means.
  public struct Completion: Hashable, Sendable {
    public var text: String
    public var meaning: String

    public init(_ text: String, _ meaning: String = "") {
      self.text = text
      self.meaning = meaning
    }
  }

  public init(
    prompt: String = ":", text: String, cursor: Int? = nil, hint: String = "", completions: [Completion] = [],
    chosen: Int? = nil
  ) {
    self.prompt = prompt
    self.text = text
    self.cursor = cursor ?? text.count
    self.hint = hint
    self.completions = completions
    self.chosen = chosen
  }
}
