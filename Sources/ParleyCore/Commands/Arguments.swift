/// The arguments of one command, sorted by its grammar, with readers for each kind of value.
struct Arguments {
  let grammar: CommandGrammar
  let speaker: Speaker
  private var places: [String]
  private var named: [String: String] = [:]
  private(set) var ballot: [GoalID: Int] = [:]

  init(_ grammar: CommandGrammar, _ words: ArraySlice<Words.Word>, _ speaker: Speaker) throws(Refusal) {
    self.grammar = grammar
    self.speaker = speaker
    places = words.filter { $0.key == nil }.map(\.text)
    for word in words {
      guard let key = word.key else { continue }
      if grammar.keys.contains(where: { $0.kind == .ballot }) {
        try addToBallot(key, word.text)
      } else {
        try add(key, word.text)
      }
    }
    try fillInSpeaker()
    try checkPlaces()
    try checkKeys()
  }

  private mutating func add(_ key: String, _ text: String) throws(Refusal) {
    guard grammar.keys.contains(where: { $0.name == key }) else {
      let near = nearName(to: key, among: grammar.keys.map(\.name))
      throw .badArgument(.unknownKey(key, near: near, usage: grammar.usage))
    }
    guard named.updateValue(text, forKey: key) == nil else { throw .badArgument(.twice(key)) }
  }

  private mutating func addToBallot(_ goal: String, _ text: String) throws(Refusal) {
    guard let count = Int(text), (0...1000).contains(count) else {
      throw .badArgument(.outOfRange(goal, value: text.cleaned, range: "0 to the dots you have"))
    }
    guard ballot.updateValue(count, forKey: GoalID(goal)) == nil else { throw .badArgument(.twice(goal)) }
  }

  private mutating func fillInSpeaker() throws(Refusal) {
    guard case .stakeholder(let who) = speaker else { return }
    if grammar.speakerIsWho, places.count == grammar.arguments.count - 1 { places.insert(who.text, at: 0) }
    for key in grammar.keys where key.name == "by" && key.kind == .who && named["by"] == nil { named["by"] = who.text }
  }

  private func checkPlaces() throws(Refusal) {
    if places.count > grammar.arguments.count {
      throw .badArgument(.tooMany(places[grammar.arguments.count].cleaned, usage: grammar.usage))
    }
    for argument in grammar.arguments.dropFirst(places.count) where !argument.isOptional {
      throw .badArgument(.missing(argument.name, usage: grammar.usage))
    }
  }

  private func checkKeys() throws(Refusal) {
    for key in grammar.keys where key.isRequired && named[key.name] == nil {
      throw .badArgument(.missing("\(key.name)=", usage: grammar.usage))
    }
  }

  private func raw(_ place: Int) throws(Refusal) -> String {
    guard place < places.count else { throw .badArgument(.missing("argument", usage: grammar.usage)) }
    return places[place]
  }

  private func raw(_ key: String) throws(Refusal) -> String {
    guard let text = named[key] else { throw .badArgument(.missing("\(key)=", usage: grammar.usage)) }
    return text
  }

  private func kind(of key: String) -> CommandGrammar.Kind? { grammar.keys.first { $0.name == key }?.kind }
}

// Readers: by place, by name, and by name when it may be missing.
extension Arguments {
  func id<Of>(_ place: Int) throws(Refusal) -> ID<Of> { try Self.id(raw(place), grammar.arguments[place].name) }
  func id<Of>(_ key: String) throws(Refusal) -> ID<Of> { try Self.id(raw(key), key) }
  func optionalID<Of>(_ key: String) throws(Refusal) -> ID<Of>? { named[key] == nil ? nil : try id(key) }
  func optionalID<Of>(_ place: Int) throws(Refusal) -> ID<Of>? { place < places.count ? try id(place) : nil }

  func text(_ place: Int) throws(Refusal) -> String {
    let argument = grammar.arguments[place]
    return try Self.text(raw(place), argument.name, limit: argument.kind == .name ? 200 : 4096)
  }
  func text(_ key: String) throws(Refusal) -> String {
    try Self.text(raw(key), key, limit: kind(of: key) == .name ? 200 : 4096)
  }
  func optionalText(_ key: String) throws(Refusal) -> String? { named[key] == nil ? nil : try text(key) }

  func date(_ key: String) throws(Refusal) -> Due {
    let text = try raw(key)
    if let date = CalendarDate(text) { return .on(date) }
    if text.hasPrefix("+"), text.hasSuffix("d"), let days = Int(text.dropFirst().dropLast()),
      (0...36_500).contains(days),
      text.dropFirst().first?.isNumber == true
    {
      return .days(days)
    }
    throw .badArgument(.notADate(key, value: text.cleaned))
  }
  func optionalDate(_ key: String) throws(Refusal) -> Due? { named[key] == nil ? nil : try date(key) }

  func number(_ key: String) throws(Refusal) -> Double {
    let text = try raw(key)
    guard let number = Double(decimal: text) else { throw .badArgument(.notANumber(key, value: text.cleaned)) }
    return number
  }
  func optionalNumber(_ key: String) throws(Refusal) -> Double? { named[key] == nil ? nil : try number(key) }

  func whole(_ place: Int, _ range: ClosedRange<Int>) throws(Refusal) -> Int {
    try Self.whole(raw(place), grammar.arguments[place].name, range)
  }
  func whole(_ key: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int { try Self.whole(raw(key), key, range) }
  func optionalWhole(_ key: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
    named[key] == nil ? nil : try Self.whole(raw(key), key, range)
  }

  func choice<Value: RawRepresentable<String> & CaseIterable>(_ key: String) throws(Refusal) -> Value? {
    guard let text = named[key] else { return nil }
    return try Self.choice(text, key, Value.allCases.map(\.rawValue)).flatMap { Value(rawValue: $0) }
  }
  func choice(_ place: Int, of choices: [String]) throws(Refusal) -> String {
    let text = try raw(place)
    return try Self.choice(text, grammar.arguments[place].name, choices) ?? text
  }

  func choice<Value: RawRepresentable<String> & CaseIterable>(_ place: Int) throws(Refusal) -> Value {
    let text = try choice(place, of: Value.allCases.map(\.rawValue))
    guard let value = Value(rawValue: text) else { throw .badArgument(.empty(grammar.arguments[place].name)) }
    return value
  }

  func number(_ place: Int) throws(Refusal) -> Double {
    let text = try raw(place)
    guard let number = Double(decimal: text) else {
      throw .badArgument(.notANumber(grammar.arguments[place].name, value: text.cleaned))
    }
    return number
  }

  func reasons(_ place: Int) throws(Refusal) -> [ReasonID] {
    var reasons: [ReasonID] = []
    for part in try raw(place).split(separator: ",", omittingEmptySubsequences: false) {
      let id: ReasonID = try Self.id(String(part), grammar.arguments[place].name)
      if !reasons.contains(id) { reasons.append(id) }
    }
    return reasons
  }

  func people(_ place: Int) throws(Refusal) -> [StakeholderID] {
    try Self.people(raw(place), grammar.arguments[place].name)
  }
  func people(_ key: String) throws(Refusal) -> [StakeholderID] {
    named[key] == nil ? [] : try Self.people(raw(key), key)
  }

  private static func people(_ text: String, _ key: String) throws(Refusal) -> [StakeholderID] {
    var people: [StakeholderID] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let id: StakeholderID = try Self.id(String(part), key)
      if !people.contains(id) { people.append(id) }
    }
    return people
  }

  func options(_ key: String) throws(Refusal) -> [String] {
    let options = try text(key).split(separator: "|").map { String($0).cleaned }.filter { !$0.isEmpty }
    if options.isEmpty { throw .badArgument(.empty(key)) }
    return options
  }

  func displacement(_ key: String) throws(Refusal) -> Displacement? {
    guard let text = named[key] else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let goal: GoalID = try Self.id(parts[0], key)
    return Displacement(goal: goal, to: parts.count > 1 ? try Self.destination(parts[1], key) : nil)
  }

  func destination(_ key: String) throws(Refusal) -> Destination { try Self.destination(raw(key), key) }

  private static func destination(_ text: String, _ name: String) throws(Refusal) -> Destination {
    text == "parking-lot" ? .parkingLot : .timeframe(try id(text, name))
  }

  private static func id<Of>(_ text: String, _ name: String) throws(Refusal) -> ID<Of> {
    let text = text.cleaned
    if text.isEmpty { throw .badArgument(.empty(name)) }
    return ID(text)
  }

  private static func text(_ text: String, _ name: String, limit: Int) throws(Refusal) -> String {
    let text = text.cleaned
    if text.isEmpty { throw .badArgument(.empty(name)) }
    if text.utf8.count > limit { throw .badArgument(.tooLong(name, bytes: text.utf8.count, limit: limit)) }
    return text
  }

  private static func whole(_ text: String, _ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int {
    guard let number = Int(text), text.first != "+" else {
      throw .badArgument(.notANumber(name, value: text.cleaned))
    }
    guard range.contains(number) else {
      let words =
        range.upperBound == Int.max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
      throw .badArgument(.outOfRange(name, value: text.cleaned, range: words))
    }
    return number
  }

  private static func choice(_ text: String, _ name: String, _ choices: [String]) throws(Refusal) -> String? {
    if choices.contains(text) { return text }
    throw .badArgument(
      .notOneOf(name, value: text.cleaned, choices: choices, near: nearName(to: text, among: choices)))
  }
}

extension Double {
  /// Reads a decimal number with an optional exponent; nil for anything else, and for what is not finite.
  public init?(decimal text: String) {
    let allowed = Set("0123456789+-.eE".utf8)
    guard text.utf8.allSatisfy(allowed.contains), text.utf8.contains(where: { (48...57).contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    self = number
  }
}
