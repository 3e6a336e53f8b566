/// Who may give a command, and when: the role table of the contract, a row a verb.
public struct Permission<Command>: Sendable {
  /// The roles that may give such a command.
  public let givers: Givers
  /// When the session takes it.
  public let phase: Phase
  /// What it would open that some kinds of session take as decided (M22).
  public let opens: Opening
  /// Whose word it is, where a stakeholder gives it for themselves alone.
  let owner: (@Sendable (Command) -> StakeholderID?)?
  /// Who must be in the room for it (M25); nil for nobody.
  let presence: (@Sendable (Command, Speaker) -> StakeholderID?)?

  private init(
    _ givers: Givers, _ phase: Phase, _ opens: Opening, owner: (@Sendable (Command) -> StakeholderID?)?,
    presence: (@Sendable (Command, Speaker) -> StakeholderID?)?
  ) {
    self.givers = givers
    self.phase = phase
    self.opens = opens
    self.owner = owner
    self.presence = presence
  }

  /// The facilitator alone.
  static func facilitator(during phase: Phase = .session, opens: Opening = .nothing) -> Self {
    Self(.facilitator, phase, opens, owner: nil, presence: nil)
  }

  /// The facilitator and the note-taker.
  static func noteTaker(during phase: Phase = .session, opens: Opening = .nothing) -> Self {
    Self(.noteTaker, phase, opens, owner: nil, presence: nil)
  }

  /// The facilitator and the note-taker for anyone, a stakeholder for themselves.
  static func everyone(
    _ owner: @escaping @Sendable (Command) -> StakeholderID?, during phase: Phase = .session,
    opens: Opening = .nothing, inTheRoom: Bool = false
  ) -> Self {
    let presence: @Sendable (Command, Speaker) -> StakeholderID? = { command, _ in inTheRoom ? owner(command) : nil }
    return Self(.everyone, phase, opens, owner: owner, presence: presence)
  }

  /// Everyone; the verb itself says whose it is.
  static var anyone: Self { Self(.everyone, .session, .nothing, owner: nil, presence: nil) }

  /// Each voter for themselves, in the room (M19).
  static var voter: Self {
    Self(.everyone, .session, .goals, owner: nil) { _, speaker in
      if case .stakeholder(let who) = speaker { who } else { nil }
    }
  }
}

/// The roles that may give a command.
public enum Givers: Hashable, Sendable {
  case facilitator, noteTaker, everyone
}

/// When a session takes a command.
public enum Phase: Hashable, Sendable {
  /// Until it is closed.
  case session
  /// Once it is closed (M31).
  case commentWindow
}

/// What a command would open that is decided elsewhere, in sessions of some kinds (M22).
public enum Opening: Hashable, Sendable {
  case nothing, goals, features
}

extension Speaker {
  /// Whether a command with this verb may be this speaker's to give; what it says may still make it another's.
  public func mayGive(_ verb: VerbName) -> Bool {
    switch (self, verb.givers) {
    case (.facilitator, _), (.noteTaker, .noteTaker), (.noteTaker, .everyone), (.stakeholder, .everyone): true
    case (.noteTaker, .facilitator), (.stakeholder, .facilitator), (.stakeholder, .noteTaker), (.screen, _): false
    }
  }
}

extension SessionKind {
  /// Whether a command with this verb would open what a session of this kind takes as decided.
  public func leavesDecided(_ verb: VerbName) -> Bool {
    switch verb.opens {
    case .nothing: false
    case .goals: !settlesGoals
    case .features: !settlesGoals && self != .featuresOnly
    }
  }
}

extension Verb {
  /// Throws `not-permitted` where the command is not the speaker's to give, or is for someone who is not in the room.
  func checkPermitted(in state: State, by speaker: Speaker) throws(Refusal) {
    let permission = Self.permission
    var isAllowed = speaker.mayGive(name)
    if case .stakeholder(let who) = speaker, let owner = permission.owner {
      isAllowed = isAllowed && owner(self) == who
    }
    let isAbsent = permission.presence?(self, speaker).map { !state.isPresent($0) } ?? false
    if !isAllowed || isAbsent { throw .notPermitted(speaker, name) }
  }

  /// Throws `final`, `closed` or `wrong-step` where the session does not take such a command now.
  func checkPhase(in state: State) throws(Refusal) {
    if state.isFinal { throw .final }
    switch Self.permission.phase {
    case .commentWindow: if state.ended == nil { throw .wrongStep(.notClosed(name)) }
    case .session: if state.ended != nil { throw .closed }
    }
  }

  /// Throws `decided` where a session of this kind leaves alone what the command would open.
  func checkKind(in state: State) throws(Refusal) {
    if state.kind.leavesDecided(name) { throw .decided(name, state.kind) }
  }
}
