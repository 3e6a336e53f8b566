import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action.Place {
  /// The session pane, at a step that asks for words of its own.
  public enum Work: String, Hashable, Sendable, CaseIterable {
    case review, scorecard, question, assumptions, alternatives
    case killCriteria = "kill criteria"
    case decision
    case reasons = "writing and reading out"
    case clustering, mitigation
    case oneOnOne = "1:1"

    init?(_ state: State) { self.init(state.step, of: state.kind) }

    fileprivate init?(_ step: Step, of kind: SessionKind) {
      switch step {
      case .review where kind == .review: self = .review
      case .part(let part): self.init(part)
      default: return nil
      }
    }

    private init(_ part: Step.Part) {
      self =
        switch part {
        case .scorecard: .scorecard
        case .question: .question
        case .assumptions: .assumptions
        case .alternatives: .alternatives
        case .killCriteria: .killCriteria
        case .decision: .decision
        case .writing, .reading: .reasons
        case .clustering: .clustering
        case .mitigation: .mitigation
        case .whatAndWhy, .team, .need, .missing, .champion: .oneOnOne
        }
    }
  }
}

// What each step of a kind of its own asks for: one key, the same everywhere, and a second one where there is more.
extension Action {
  static let kinds: [Action] = [
    work(.result, .review, "result", "what came of a goal of the last period") { model, state in
      .form(.result(model.selectedRow, in: state))
    },
    more(.carryForward, .review, "carry forward", "a new goal that goes on from the one marked") { model, state in
      .form(.carrying(model.selectedRow, in: state))
    },
    work(.reading, .scorecard, "read off", "where a goal's metric stands now") { model, state in
      Form.reading(model.selectedRow, in: state).map(Giving.form)
        ?? .nothing(because: "no goal is known here")
    },
    work(.answerQuestion, .question, "answer", "names the question, or decides it") { _, state in
      .form(.question(in: state))
    },
    more(.postponeQuestion, .question, "someone else decides", "who decides the question, by when and by what") {
      _, state in
      .form(
        Form(
          .postpone, title: "Who decides it?", asking: ["decider", "by", "criteria"], prefilled: ["by": "+7d"],
          in: state))
    },
    work(.assume, .assumptions, "assumption", "an assumption, and how well it is known") { _, state in
      .form(
        Form(.assume, title: "What must be true?", asking: ["TEXT", "evidence", "by", "note"], in: state))
    },
    more(.grade, .assumptions, "evidence", "grades the evidence of an assumption anew") { _, state in
      .form(Form(.evidence, title: "How well is it known?", asking: ["A1", "LEVEL", "note"], in: state))
    },
    work(.alternative, .alternatives, "alternative", "a way that could be taken") { _, state in
      .form(Form(.alternative, title: "What else could we do?", asking: ["TEXT", "gives", "costs"], in: state))
    },
    work(.killCriterion, .killCriteria, "kill criterion", "when to stop, and what is done then") { _, state in
      .form(
        Form(
          .killCriterion, title: "When do we stop?", asking: ["metric", "threshold", "by", "ACTION", "owner"],
          prefilled: ["by": "+60d"], in: state))
    },
    work(.choose, .decision, "decide", "decides on one of the alternatives") { _, state in
      .form(
        Form(
          .choose, title: state.findings.question?.text ?? "Which one?",
          asking: ["O1", "because", "consequences", "until"], in: state))
    },
    work(.reason, .reasons, "reason", "why it has failed, in someone's words") { model, state in
      .form(.reason(model, in: state))
    },
    work(.cluster, .clustering, "cluster", "puts reasons together that belong together") { _, state in
      .form(.cluster(in: state))
    },
    work(.mitigate, .mitigation, "mitigate", "what is done about a cluster, by whom and when") { _, state in
      .form(
        Form(
          .mitigate, title: "What do we do about it?", asking: ["G1", "WHAT", "owner", "due"],
          prefilled: ["due": "+14d"].merging(Form.firstOpenCluster(state)) { $1 }, in: state))
    },
    more(.bear, .mitigation, "bear", "a risk that is borne as it is, and why") { _, state in
      .form(
        Form(
          .bear, title: "We bear it", asking: ["G1", "because"], prefilled: Form.firstOpenCluster(state), in: state))
    },
    work(.learn, .oneOnOne, "answer", "what was said; it goes into the private map alone") { model, state in
      .form(.learning(atCockpit: model.notes != nil, in: state))
    },
  ]

  private static func work(
    _ id: ID, _ place: Place.Work, _ title: String, _ help: String,
    _ give: @escaping @Sendable (TerminalModel, State) -> Giving
  ) -> Action {
    Action(id, .kinds, title, help, keys: [.character("w")], place: .work(place), footer: 4) { model in
      model.state.map { give(model, $0) } ?? .nothing(because: "the session is not here yet")
    }
  }

  private static func more(
    _ id: ID, _ place: Place.Work, _ title: String, _ help: String,
    _ give: @escaping @Sendable (TerminalModel, State) -> Giving
  ) -> Action {
    Action(id, .kinds, title, help, keys: [.character("O")], place: .work(place), footer: 5) { model in
      model.state.map { give(model, $0) } ?? .nothing(because: "the session is not here yet")
    }
  }
}

extension State {
  /// Whether a session of this kind has a step that asks for such words.
  func has(_ work: Action.Place.Work) -> Bool {
    agenda.contains { Action.Place.Work($0, of: kind) == work }
  }
}
