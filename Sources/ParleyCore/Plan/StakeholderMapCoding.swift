// Theory: the map is one JSON object, keyed by stakeholder, with the names of the plan's YAML: in a file beside the
// session, and in the one message that only a cockpit is sent. No event, no snapshot and no record has a member for it.
extension StakeholderMap {
  /// The map as JSON, people by their ids.
  public var json: JSON {
    let people = entries.sorted { $0.key < $1.key }.map { JSON.Member($0.key.text, $0.value.json) }
    let notes = notes.isEmpty ? [] : [JSON.Member("notes", .array(notes.map(\.json)))]
    return .object([JSON.Member("parley", 1), JSON.Member("stakeholders", .object(people))] + notes)
  }

  /// Reads what ``json`` gives; nil for anything else.
  public init?(json: JSON) {
    guard case .object(let members)? = json["stakeholders"] else { return nil }
    self.init()
    for member in members {
      guard let entry = Entry(json: member.value) else { return nil }
      entries[StakeholderID(member.key)] = entry
    }
    notes = json["notes"]?.list?.compactMap { PrivateNote(json: $0) } ?? []
  }
}

extension StakeholderMap.Entry {
  fileprivate var json: JSON {
    object([
      ("influence", JSON(influence?.rawValue)), ("interest", JSON(interest)),
      ("alignment", JSON(alignment?.rawValue)), ("objections", .array(objections.map(\.json))),
      ("requests", .array(requests.map(\.json))),
      ("salience", JSON(salience.map(\.rawValue))), ("message", JSON(message)), ("survey", survey?.json ?? .null),
      ("met", JSON(met)), ("answers", .array(answers.map(\.json))), ("authority", JSON(authority?.rawValue)),
      ("metric", JSON(metric)), ("priorities", JSON(priorities.map(\.text))), ("follows", JSON(follows)),
    ])
  }

  fileprivate init?(json: JSON) {
    guard case .object = json else { return nil }
    self.init(
      influence: json["influence"]?.text.flatMap { .init(rawValue: $0) }, interest: json["interest"]?.text,
      alignment: json["alignment"]?.text.flatMap { .init(rawValue: $0) },
      objections: (json["objections"]?.list ?? []).compactMap { .init(json: $0) },
      requests: (json["requests"]?.list ?? []).compactMap { .init(json: $0) },
      salience: texts(json["salience"]).compactMap { .init(rawValue: $0) }, message: json["message"]?.text,
      survey: json["survey"].map { StakeholderMap.Survey(json: $0) },
      met: json["met"]?.text.flatMap { CalendarDate($0) },
      authority: json["authority"]?.text.flatMap { .init(rawValue: $0) }, metric: json["metric"]?.text,
      follows: json["follows"]?.text.map { StakeholderID($0) })
    priorities = texts(json["priorities"]).map { GoalID($0) }
    answers = json["answers"]?.list?.compactMap { PrivateAnswer(json: $0) } ?? []
  }
}

// A plain text where nothing else is known of it, as it was before anything else could be.
extension StakeholderMap.Objection {
  fileprivate var json: JSON {
    guard goal != nil || layer != nil || cause != nil else { return .string(text) }
    return object([
      ("text", .string(text)), ("goal", JSON(goal)), ("layer", JSON(layer?.rawValue)), ("cause", JSON(cause?.rawValue)),
    ])
  }

  fileprivate init?(json: JSON) {
    guard let text = json.text ?? json["text"]?.text else { return nil }
    self.init(
      text, goal: json["goal"]?.text.map { GoalID($0) }, layer: json["layer"]?.text.flatMap { .init(rawValue: $0) },
      cause: json["cause"]?.text.flatMap { .init(rawValue: $0) })
  }
}

extension StakeholderMap.Wish {
  fileprivate var json: JSON {
    goal == nil ? .string(text) : object([("text", .string(text)), ("goal", JSON(goal))])
  }

  fileprivate init?(json: JSON) {
    guard let text = json.text ?? json["text"]?.text else { return nil }
    self.init(text, goal: json["goal"]?.text.map { GoalID($0) })
  }
}

extension StakeholderMap.Survey {
  fileprivate var json: JSON {
    object([("outcome", JSON(outcome)), ("worry", JSON(worry)), ("non-negotiable", JSON(nonNegotiable))])
  }

  fileprivate init(json: JSON) {
    self.init(
      outcome: json["outcome"]?.text, worry: json["worry"]?.text, nonNegotiable: json["non-negotiable"]?.text)
  }
}

extension PrivateNote {
  fileprivate var json: JSON { ["at": JSON(at), "text": .string(text)] }

  fileprivate init?(json: JSON) {
    guard let at = json["at"]?.text.flatMap({ Instant($0) }), let text = json["text"]?.text else { return nil }
    self.init(text: text, at: at)
  }
}

extension PrivateAnswer {
  fileprivate var json: JSON {
    object([
      ("who", JSON(who)), ("question", .string(question.rawValue)), ("text", .string(text)),
      ("alignment", JSON(alignment?.rawValue)), ("on", JSON(on)),
    ])
  }

  fileprivate init?(json: JSON) {
    guard let who = json["who"]?.text, let text = json["text"]?.text,
      let question = json["question"]?.text.flatMap({ Step.Part(rawValue: $0) }),
      let day = json["on"]?.text.flatMap({ CalendarDate($0) })
    else { return nil }
    self.init(
      who: StakeholderID(who), question: question, text: text,
      alignment: json["alignment"]?.text.flatMap { .init(rawValue: $0) }, on: day)
  }
}

private func object(_ members: [(String, JSON)]) -> JSON {
  .object(members.filter { $0.1 != .null && $0.1 != .array([]) }.map { JSON.Member($0.0, $0.1) })
}

private func texts(_ json: JSON?) -> [String] { json?.list?.compactMap(\.text) ?? [] }
