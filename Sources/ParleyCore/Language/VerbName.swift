/// Every verb of the command language, in the order of the reference.
///
/// A new one is a case here, its type in ``verb``, and a file under `Moves`; grammar, permissions, help, completion and
/// the reference read it from there.
public enum VerbName: String, Hashable, Sendable, CaseIterable {
  case next, back, goto, pause, resume, extend, rebalance, arrive, leave
  case dot
  case confirm, adjust
  case `defer`
  case drop, skip, propose, metric, move, rank
  case request, serve, withdraw, park, assign
  case conflict, argue, resolve, experiment, escalate, postpone, consent
  case voteOpen = "vote open"
  case ballot
  case voteReveal = "vote reveal"
  case voteCancel = "vote cancel"
  case decide
  case followUp = "follow-up"
  case note, link, heard, kind
  case pathfinder = "playbook pathfinder"
  case portfolio = "playbook portfolio"
  case split = "playbook split"
  case track = "playbook track"
  case gate = "playbook gate"
  case impact, accept, gap, commit
  case result
  case carryForward = "carry-forward"
  case reading, question
  case assume, evidence, alternative
  case killCriterion = "kill-criterion"
  case choose
  case reason, cluster, mitigate, bear
  case learn
  case ack, answer, close
  case closeEarly = "close early"
  case comment, reply, finalise
  case undo, redo

  /// The type whose values are the commands with this verb.
  public var verb: any Verb.Type {
    switch self {
    case .next: GoNext.self
    case .back: GoBack.self
    case .goto: GoTo.self
    case .pause: Pause.self
    case .resume: Resume.self
    case .extend: Extend.self
    case .rebalance: Rebalance.self
    case .arrive: Arrive.self
    case .leave: Leave.self
    case .dot: GiveDot.self
    case .confirm: ConfirmGoal.self
    case .adjust: AdjustGoal.self
    case .defer: DeferGoal.self
    case .drop: DropGoal.self
    case .skip: SkipGoal.self
    case .propose: ProposeGoal.self
    case .metric: AddMetric.self
    case .move: MoveGoal.self
    case .rank: RankGoal.self
    case .request: RequestFeature.self
    case .serve: ServeItem.self
    case .withdraw: WithdrawItem.self
    case .park: ParkItem.self
    case .assign: AssignItem.self
    case .conflict: OpenConflict.self
    case .argue: Argue.self
    case .resolve: ResolveConflict.self
    case .experiment: RunExperiment.self
    case .escalate: EscalateConflict.self
    case .postpone: PostponeConflict.self
    case .consent: ConsentToResolution.self
    case .voteOpen: OpenVote.self
    case .ballot: CastBallot.self
    case .voteReveal: RevealVote.self
    case .voteCancel: CancelVote.self
    case .decide: Decide.self
    case .followUp: AddFollowUp.self
    case .note: AddNote.self
    case .link: AddLink.self
    case .heard: MarkHeard.self
    case .kind: ChangeKind.self
    case .pathfinder: PlanPathfinder.self
    case .portfolio: WeighGoal.self
    case .split: SplitEffort.self
    case .track: AddTrackStep.self
    case .gate: SetEvidenceGate.self
    case .impact: NoteImpact.self
    case .accept: AcceptTradeOff.self
    case .gap: AdmitGap.self
    case .commit: Commit.self
    case .result: GiveResult.self
    case .carryForward: CarryForward.self
    case .reading: ReadMetric.self
    case .question: NameQuestion.self
    case .assume: Assume.self
    case .evidence: GradeEvidence.self
    case .alternative: AddAlternative.self
    case .killCriterion: SetKillCriterion.self
    case .choose: ChooseAlternative.self
    case .reason: GiveReason.self
    case .cluster: ClusterReasons.self
    case .mitigate: MitigateRisk.self
    case .bear: BearRisk.self
    case .learn: Learn.self
    case .ack: Acknowledge.self
    case .answer: AnswerCaveat.self
    case .close: Close.self
    case .closeEarly: CloseEarly.self
    case .comment: AddComment.self
    case .reply: ReplyToComment.self
    case .finalise: Finalise.self
    case .undo: Undo.self
    case .redo: Redo.self
    }
  }

  /// One, or two: `vote open`.
  public var wordCount: Int { rawValue.contains(" ") ? 2 : 1 }

  /// How commands with this verb are written.
  public var grammar: CommandGrammar { verb.grammar }
  /// The roles that may give them.
  public var givers: Givers { verb.givers }
  /// When a session takes them.
  public var phase: Phase { verb.phase }
  /// What they would open that is decided.
  public var opens: Opening { verb.opens }

  /// The verb that a line's first words name, and how many words it takes; nil when there is none.
  static func leading(_ first: String, _ second: String?) -> (name: VerbName, words: Int)? {
    if let second, let two = VerbName(rawValue: "\(first) \(second)") { return (two, 2) }
    return VerbName(rawValue: first).map { ($0, 1) }
  }
}

extension Verb {
  fileprivate static var grammar: CommandGrammar { syntax.grammar }
  fileprivate static var givers: Givers { permission.givers }
  fileprivate static var phase: Phase { permission.phase }
  fileprivate static var opens: Opening { permission.opens }
}

extension VerbName: Coded {}
