/// The status of a session, as a line for a status bar or as values for a program. It shows only what everyone in the
/// room sees.
public struct StatusLine: Hashable, Sendable {
  public var session: String
  public var title: String
  /// `goal activation`, as the journal names it.
  public var step: String
  /// `Activation`; `Conflict` while one is open.
  public var name: String
  /// The countdown that the room follows; nil in the lobby and after closing.
  public var countdown: Countdown?
  /// The projected end of the session; nil once it has ended.
  public var ends: Instant?
  /// The number of items that wait in the parking lot.
  public var parked: Int
  /// When each of the steps to come is expected to begin (M26).
  public var expected: [Expected]
  /// The terminals that are connected.
  public var connected: [Connected]

  /// A step to come, as the journal names it; a goal that was not presented yet is a number (M12).
  public struct Expected: Hashable, Sendable {
    public var step: String
    public var at: Instant
  }

  /// A terminal, by its seat: whose it is, or what it is for.
  public struct Connected: Hashable, Sendable {
    public var who: StakeholderID?
    public var role: String
    public var since: Instant
    /// Which of the terminals at its seat, from 1, where these are several people's.
    public var number: Int

    public init(who: StakeholderID?, role: String, since: Instant, number: Int = 1) {
      self.who = who
      self.role = role
      self.since = since
      self.number = number
    }
  }

  public init(_ state: State, at now: Instant, connected: [Connected] = []) {
    session = state.id
    title = state.plan.title
    step = state.step.text
    name = state.openConflict == nil ? state.titles(of: state.step).short : "Conflict"
    countdown = Countdown(foremostIn: state, at: now)
    ends = SessionTime(state, at: now)?.projectedEnd
    parked = state.parkingLot.count(where: \.isOpen)
    expected = state.expectedSteps(at: now).map { step, at in Expected(step: state.openName(of: step), at: at) }
    self.connected = connected
  }

  /// `calm`, `last-two-minutes`, `last-minute`, `overtime`, or `paused`; nil without a countdown.
  public var phase: String? {
    guard let countdown else { return nil }
    if countdown.isPaused { return "paused" }
    return switch countdown.phase {
    case .calm: "calm"
    case .lastTwoMinutes: "last-two-minutes"
    case .lastMinute: "last-minute"
    case .overtime: "overtime"
    }
  }

  /// The line without a template: `Activation 4:12`, with `paused` and the end if they apply.
  public var text: String {
    let time = countdown.map { " \($0.text)\($0.isPaused ? " paused" : "")" } ?? ""
    return name + time + (ends.map { " · ends \($0.clock)" } ?? "")
  }

  /// The names that a template may have in braces.
  public static let fields = [
    "session", "title", "step", "name", "countdown", "planned", "phase", "ends", "parked",
  ]

  /// The template with its fields filled in: `{name} {countdown}`. `{{` is a brace. An unknown value is empty; throws
  /// the name of a field that does not exist.
  public func text(_ template: String) throws(UnknownField) -> String {
    var out = ""
    var rest = Substring(template)
    while let brace = rest.firstIndex(of: "{") {
      out += rest[..<brace]
      rest = rest[rest.index(after: brace)...]
      if rest.first == "{" {
        out += "{"
        rest = rest.dropFirst()
        continue
      }
      let name = rest.prefix { $0 != "}" }
      guard name.endIndex < rest.endIndex, let value = value(String(name)) else {
        throw UnknownField(name: String(name))
      }
      out += value
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return out + rest
  }

  /// A template names a field that does not exist.
  public struct UnknownField: Error, Hashable, Sendable {
    public var name: String

    public init(name: String) { self.name = name }
  }

  /// The fields as one object; the countdown in seconds, negative in overtime.
  public var json: JSON {
    [
      "session": .string(session), "title": .string(title), "step": .string(step), "name": .string(name),
      "left": countdown.map { .integer($0.left) } ?? .null, "planned": countdown.map { .integer($0.planned) } ?? .null,
      "over": .bool((countdown?.left ?? 1) <= 0), "paused": .bool(countdown?.isPaused ?? false),
      "phase": phase.map { .string($0) } ?? .null, "ends": JSON(ends), "parked": .integer(parked),
      "expected": .array(expected.map { ["step": .string($0.step), "at": JSON($0.at)] }),
      "connected": .array(
        connected.map { terminal in
          [
            "who": JSON(terminal.who), "role": .string(terminal.role), "since": JSON(terminal.since),
            "number": .integer(terminal.number),
          ]
        }),
    ]
  }

  private func value(_ name: String) -> String? {
    switch name {
    case "session": session
    case "title": title
    case "step": step
    case "name": self.name
    case "countdown": countdown?.text ?? ""
    case "planned": countdown?.plannedText ?? ""
    case "phase": phase ?? ""
    case "ends": ends?.clock ?? ""
    case "parked": String(parked)
    default: nil
    }
  }
}

extension State {
  /// A step as the journal names it, save for what nobody in the room knows yet.
  fileprivate func openName(of step: Step) -> String {
    switch step {
    case .goal(let id) where !isNamed(id), .features(let id) where !isNamed(id): titles(of: step).short.lowercased()
    default: step.text
    }
  }
}
