import ParleyCore

/// The facilitator's private notes on one stakeholder (M1), from a plan or its private file.
struct PrivatePage {
  static let keys = PlanFormat.privatePage.keys.map(\.name)

  var influence: StakeholderMap.Influence?
  var interest: String?
  var alignment: StakeholderMap.Alignment?
  var objections: [StakeholderMap.Objection] = []
  var requests: [Located<StakeholderMap.Wish>] = []
  var salience: [StakeholderMap.Salience] = []
  var message: String?
  var survey: StakeholderMap.Survey?
  /// The day of the 1:1.
  var met: Located<CalendarDate>?
  /// Whether the page names such a day, readable or not.
  var saysWhenMet: Bool
  /// The answers from the 1:1, by question (M9).
  var answers: [(question: Step.Part, text: String)] = []
  var authority: Authority?
  var metric: Located<String>?
  /// The goals that they put first before the session.
  var priorities: [GoalID] = []
  /// Whose lead they follow.
  var follows: StakeholderID?

  /// - Parameter known: the ids of the plan.
  init(_ reader: MappingReader, _ known: KnownIDs) {
    influence = reader.choice("influence", of: StakeholderMap.Influence.self)
    interest = reader.text("interest")
    alignment = reader.choice("alignment", of: StakeholderMap.Alignment.self)
    objections = reader.objections(known)
    requests = reader.wishes(known)
    salience = reader.choices("salience", of: StakeholderMap.Salience.self)
    message = reader.text("message")
    survey = PrivatePage.survey(reader)
    met = reader.date("met")
    saysWhenMet = reader.has("met")
    answers = PrivatePage.answers(reader)
    authority = reader.choice("authority", of: Authority.self)
    metric = reader.locatedText("metric")
    priorities = reader.references("priorities", to: GoalID.self, kind: "goal", known: known.goals)
    follows = reader.reference("follows", to: StakeholderID.self, kind: "stakeholder", known: known.stakeholders)
  }

  private static func answers(_ reader: MappingReader) -> [(question: Step.Part, text: String)] {
    let questions = SessionKind.oneOnOne.parts
    guard let answers = reader.mapping("answers") else { return [] }
    return questions.compactMap { question in answers.text(question.rawValue).map { (question, $0) } }
  }

  private static func survey(_ reader: MappingReader) -> StakeholderMap.Survey? {
    guard let survey = reader.mapping("survey") else { return nil }
    return StakeholderMap.Survey(
      outcome: survey.text("outcome"), worry: survey.text("worry"), nonNegotiable: survey.text("non-negotiable"))
  }

  /// This page, with gaps filled from another.
  func merged(with other: PrivatePage) -> PrivatePage {
    var page = self
    page.influence = influence ?? other.influence
    page.interest = interest ?? other.interest
    page.alignment = alignment ?? other.alignment
    page.objections = objections.isEmpty ? other.objections : objections
    page.requests = requests.isEmpty ? other.requests : requests
    page.salience = salience.isEmpty ? other.salience : salience
    page.message = message ?? other.message
    page.survey = survey ?? other.survey
    page.met = met ?? other.met
    page.answers = answers.isEmpty ? other.answers : answers
    page.authority = authority ?? other.authority
    page.metric = metric ?? other.metric
    page.priorities = priorities.isEmpty ? other.priorities : priorities
    page.follows = follows ?? other.follows
    page.saysWhenMet = saysWhenMet || other.saysWhenMet
    return page
  }

  func entry(of who: StakeholderID) -> StakeholderMap.Entry {
    var entry = StakeholderMap.Entry(
      influence: influence, interest: interest, alignment: alignment, objections: objections,
      requests: requests.map(\.value), salience: salience, message: message, survey: survey, met: met?.value,
      authority: authority, metric: metric?.value, follows: follows)
    entry.priorities = priorities
    let day = met?.value ?? CalendarDate(daysSince1970: 0)
    entry.answers = answers.map { PrivateAnswer(who: who, question: $0.question, text: $0.text, on: day) }
    return entry
  }
}

extension MappingReader {
  /// Objections, each a text or a mapping that says more of it.
  fileprivate func objections(_ known: KnownIDs) -> [StakeholderMap.Objection] {
    (items("objections") ?? []).compactMap { item in
      guard case .mapping = item.content else {
        return text(item, of: "objections", as: .text, mayBeEmpty: true).map { .init($0.value) }
      }
      guard let reader = MappingReader(item, as: PlanFormat.objection, faults: faults) else { return nil }
      let (goal, layer, cause) = (
        reader.reference("goal", to: GoalID.self, kind: "goal", known: known.goals),
        reader.choice("layer", of: Dot.Layer.self), reader.choice("cause", of: Dot.Cause.self)
      )
      return reader.text("text").map { .init($0, goal: goal, layer: layer, cause: cause) }
    }
  }

  /// Requests, each a text or a mapping that names its goal.
  fileprivate func wishes(_ known: KnownIDs) -> [Located<StakeholderMap.Wish>] {
    (items("requests") ?? []).compactMap { item in
      guard case .mapping = item.content else {
        return text(item, of: "requests", as: .text, mayBeEmpty: true).map {
          Located(value: .init($0.value), place: $0.place, file: $0.file)
        }
      }
      guard let reader = MappingReader(item, as: PlanFormat.request, faults: faults) else { return nil }
      let goal = reader.reference("goal", to: GoalID.self, kind: "goal", known: known.goals)
      return reader.locatedText("text").map {
        Located(value: .init($0.value, goal: goal), place: $0.place, file: $0.file)
      }
    }
  }
}
