import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

/// What lies over the pane and takes the keys. Overlays stand in a stack; the last one is on top.
public enum Overlay: Hashable, Sendable {
  case form(Form)
  case prompt(CommandPrompt)
  case menu(Menu)
  case help(HelpList)
  /// What spreading the time that is left would do.
  case spread(SpreadCard)
  /// A voter's turn at the keyboard; it covers everything.
  case ballot(BallotTurn)
  /// The result of the vote, until a key is pressed.
  case voteResult
  /// Words to search for in a replay.
  case search(LineEditor)
  /// Something to read, from this line on.
  case report(ReportPage, scroll: Int)
}

/// Something to read: how a rehearsal goes, what was said in it, what to know before it, the last messages.
public struct ReportPage: Hashable, Sendable {
  /// In the frame; empty where the first line says what it is.
  public var title = ""
  public var lines: [String]
  /// The steps of a rehearsal that can be rehearsed again, each with its title and the line at which it begins.
  public var steps: [Place] = []

  public init(_ lines: [String], title: String = "") { (self.lines, self.title) = (lines, title) }

  /// A step, and where it is told of.
  public struct Place: Hashable, Sendable {
    public var step: Step
    public var title: String
    public var line: Int
  }

  /// The step that is read at this line, as its place among the steps; nil where there are none.
  func step(at scroll: Int) -> Int? {
    steps.isEmpty ? nil : steps.lastIndex { $0.line <= scroll } ?? 0
  }
}

/// A question with a key for each answer.
public struct Menu: Hashable, Sendable {
  public var title: String
  /// What to say or to know before answering.
  public var prompt: String
  public var options: [Option]
  /// Which of them the arrows have marked, for Enter to choose; none before the first arrow.
  public private(set) var marked: Int?

  public init(title: String, prompt: String, options: [Option], marked: Int? = nil) {
    self.title = title
    self.prompt = prompt
    self.options = options
    self.marked = marked
  }

  /// A key of the menu, what it means and what it gives.
  public struct Option: Hashable, Sendable {
    public var key: Key
    public var label: String
    public var choice: Choice

    init(_ key: Key, _ label: String, _ choice: Choice) {
      self.key = key
      self.label = label
      self.choice = choice
    }
  }

  /// What an answer brings about.
  public enum Choice: Hashable, Sendable {
    case closes
    /// Leaves the session running.
    case detaches
    /// Stops the session, saved.
    case stops
    /// Gives a command.
    case gives(Statement)
    /// Opens a form.
    case asks(Form)
    /// Asks further.
    indirect case opens(Menu)
    /// Does what an action does.
    case performs(Action.ID)
    /// Does what an action does, and leaves the command that waited for the answer.
    case insteadPerforms(Action.ID)
    /// Sends the command that waited for the answer.
    case goesOn(Menu.Held)
    /// Lets in whoever knocked with this number, at a seat.
    case admits(Int, SeatName)
    /// Turns them away.
    case turnsAway(Int)
    /// Parts from the terminals at a seat, or from the one of several with that number.
    case parts(SeatName, Int?)
    /// The same, and takes back what was given out for it.
    case withdraws(SeatName)
    /// Opens the form for a goal that an item shows to be missing (M16).
    case proposes(ItemID)
    /// Rehearses again from a step.
    case rehearsesAgain(Step)
  }
}

extension Menu {
  /// What a key chooses: the one with this key, or with Enter the one that is marked.
  func option(for key: Key) -> Option? {
    if let option = options.first(where: { $0.key == key }) { return option }
    return key == .enter ? marked.map { options[$0] } : nil
  }

  /// Moves the mark; false where the key is no arrow.
  mutating func move(_ key: Key) -> Bool {
    guard !options.isEmpty else { return false }
    switch key {
    case .down, .tab, .right: marked = marked.map { ($0 + 1) % options.count } ?? 0
    case .up, .backTab, .left: marked = marked.map { ($0 + options.count - 1) % options.count } ?? options.count - 1
    case .home: marked = 0
    case .end: marked = options.count - 1
    default: return false
    }
    return true
  }

  /// The same without what is another role's.
  func offered(to speaker: Speaker) -> Menu {
    var menu = self
    menu.options.removeAll { option in
      switch option.choice {
      case .gives(let statement): !(statement.command.map { speaker.mayGive($0.name) } ?? true)
      case .performs(let id), .insteadPerforms(let id): !Action.of(id).isFor(speaker)
      case .stops, .admits, .turnsAway, .parts, .withdraws: speaker != .facilitator
      case .proposes: !speaker.mayGive(.propose)
      case .closes, .detaches, .asks, .opens, .goesOn, .rehearsesAgain: false
      }
    }
    return menu
  }

  /// What `q` asks.
  static let quit = Menu(
    title: "Leave?", prompt: "What the screen shows as done is on disk either way.",
    options: [
      Option(.character("l"), "leave it running; parley resume comes back", .detaches),
      Option(.character("s"), "stop it; parley resume goes on later", .stops),
      Option(.escape, "stay", .closes),
    ])

  /// What `q` asks when the session is over or there is nothing to stop.
  static let quitClosed = Menu(
    title: "Leave?", prompt: "The session is closed and its record is kept.",
    options: [
      Option(.character("l"), "leave; comments are still taken", .detaches),
      Option(.character("s"), "leave, and end its host", .stops),
      Option(.escape, "stay", .closes),
    ])

  /// What `q` asks in a rehearsal.
  static let quitRehearsal = Menu(
    title: "Leave the rehearsal?", prompt: "It is kept among the rehearsals, and its report is printed.",
    options: [Option(.character("l"), "leave, and read the report", .detaches), Option(.escape, "stay", .closes)])

  /// Where to rehearse again, with the step marked that is being read.
  static func again(_ steps: [ReportPage.Place], reading: Int?, seed: Int) -> Menu {
    let keys = "123456789abcdefghijklmnoprstuvwxyz"
    let options = zip(keys, steps).map { Option(.character($0.0), $0.1.title, .rehearsesAgain($0.1.step)) }
    return Menu(
      title: "Again, from where?",
      prompt: "The same people come, on seed \(seed). This rehearsal ends here, and is kept with its debrief.",
      options: options + [Option(.escape, "stay", .closes)], marked: reading)
  }

  /// What `q` asks in the tutor.
  static let quitTutor = Menu(
    title: "Leave the tutor?", prompt: "Nothing of it is kept. parley tutor begins again, from the first lesson.",
    options: [Option(.character("l"), "leave", .detaches), Option(.escape, "stay", .closes)])

  /// What `q` asks in a demonstration, to which nobody comes back.
  static let quitDemonstration = Menu(
    title: "Leave the demonstration?", prompt: "Nothing of it is kept. parley new FILE begins a session of your own.",
    options: [Option(.character("l"), "leave", .detaches), Option(.escape, "stay", .closes)])

  /// What `q` asks where it is not this terminal's to stop the session.
  static let quitGuest = Menu(
    title: "Leave?", prompt: "The session goes on without this terminal.",
    options: [Option(.character("l"), "leave; parley join comes back", .detaches), Option(.escape, "stay", .closes)])

  /// The question after a feature request (M16), with the goals by the numbers that they have on the screen.
  static func redirect(_ item: ParkedItem, phrase: String, in state: State) -> Menu {
    let goals = state.goals.filter { $0.isPresented && $0.takesRoom }
    let numbered = goals.compactMap { goal in state.number(of: goal.id).map { (number: $0, goal: goal) } }
    let serving = numbered.filter { $0.number <= 9 }.sorted { $0.number < $1.number }.map { number, goal in
      Option(.character(Character("\(number)")), goal.goal.name, answer(item, goal, in: state))
    }
    return Menu(
      title: "\(item.id) \(item.text)", prompt: phrase,
      options: serving + [
        Option(.character("0"), "no goal: is one missing?", .proposes(item.id)),
        Option(.character("w"), "withdrawn", .gives(Statement(WithdrawItem(item: item.id)))),
        Option(.escape, "leave it in the parking lot", .closes),
      ])
  }

  private static func answer(_ item: ParkedItem, _ goal: GoalState, in state: State) -> Choice {
    let form = Form.serving(item.id, goal, in: state)
    let serve = Statement(ServeItem(item: item.id, goal: goal.id))
    guard form.isFreeAddition(in: state) else { return .gives(serve) }
    return .opens(.movingOut(form, serve, from: .action(.request), in: state))
  }

  /// A goal without a capacity takes anything; what moves out is asked all the same, and that nothing does is said
  /// (M17). Its features are named once something is to move out: until they are the subject, no screen shows them (M12).
  static func movingOut(_ form: Form, _ serve: Statement, from origin: Pending.Origin, in state: State) -> Menu {
    var naming = form
    naming.ask(for: "displacing", in: state)
    let goal = form.value(of: "goal").map { state.shownName(GoalID($0)) } ?? ""
    return Menu(
      title: "What moves out for it?",
      prompt: "“\(goal)” has no limit to its features: what comes in is free unless something moves out.",
      options: [
        Option(.character("0"), "nothing moves out", .goesOn(Held(statement: serve, origin: origin))),
        Option(.character("1"), "something does: show its features", .asks(naming)),
        Option(.escape, "not yet", .closes),
      ])
  }
}
