import ParleyCore
import ParleyScreens

extension Form {
  /// A form for a verb that asks for `asking` (names of arguments, in this order) and knows `fixed`.
  init(
    _ verb: VerbName, title: String, prompt: String? = nil, asking: [String], fixed: [String: String] = [:],
    prefilled: [String: String] = [:], required: Set<String> = [], in state: State
  ) {
    let choices = FieldChoices(state: state)
    let fields = asking.compactMap { name in
      Form.field(name, of: verb, value: prefilled[name], isRequired: required.contains(name), choices)
    }
    self.init(verb: verb, title: title, prompt: prompt, fixed: fixed, fields: fields)
  }

  private static func field(
    _ name: String, of verb: VerbName, value: String?, isRequired: Bool, _ choices: FieldChoices
  ) -> FormField? {
    guard let (kind, label, isNeeded) = verb.grammar.argument(named: name) else { return nil }
    var field = FormField(
      name: name, label: label, isRequired: isNeeded || isRequired, kind: kind,
      content: choices.content(for: kind, of: verb))
    if verb == .conflict, name == "between" { field.takes(2) }
    if let value { field.set(value) }
    return field.asOpened
  }

  /// Asks for one more thing, after it turned out to be needed, and goes there.
  mutating func ask(for name: String, in state: State) {
    if name == "displacing" { prompt = Phrases(own: state.plan.phrases).text(.displacement) }
    if !fields.contains(where: { $0.name == name }) {
      let choices = FieldChoices(state: state)
      guard var field = Form.field(name, of: verb, value: fixed[name], isRequired: true, choices) else { return }
      if let list = wayOut(for: field.kind, choices) { field.content = .choice(list) }
      fixed[name] = nil
      fields.append(field)
      if name == "displacing" { fields.append(.willing(choices)) }
    }
    focus(on: name)
  }

  /// What may move out: the goals of the timeframe that is full, or the features of the goal that is (M17).
  private func wayOut(for kind: ArgumentKind, _ choices: FieldChoices) -> ChoiceList? {
    let goal = (value(of: "GOAL") ?? value(of: "goal")).map { GoalID($0) }
    switch kind {
    case .feature:
      let features = ChoiceList.numbered(choices.features(of: goal))
      let isFree = goal.flatMap(choices.state.goal)?.goal.capacity == nil
      return ChoiceList(features + (isFree ? [ChoiceList.Option(value: "", label: "nothing moves out", key: "0")] : []))
    case .displacement:
      let current = goal.flatMap(choices.state.goal)?.goal.timeframe
      let entered = (value(of: "timeframe") ?? value(of: "to")).map { TimeframeID($0) }
      guard let timeframe = entered ?? current else { return nil }
      return ChoiceList(ChoiceList.numbered(choices.displacements(from: timeframe, except: goal)))
    default: return nil
    }
  }
}

extension FormField {
  /// Who accepts the trade-off (M46): asked in the form that makes it, and given as a command of its own after that.
  fileprivate static func willing(_ choices: FieldChoices) -> FormField {
    FormField(
      name: "willing", label: "Accepted by", isRequired: false, kind: .people, content: choices.content(for: .people))
  }
}

extension Form {
  /// Who accepts the trade-off; nil where it was not asked here.
  var willing: [String]? {
    guard case .choice(let list)? = fields.first(where: { $0.name == "willing" })?.content else { return nil }
    return list.values
  }
}
