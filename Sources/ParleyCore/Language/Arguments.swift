/// The words of one command, sorted by its grammar.
struct Arguments {
  private let grammar: CommandGrammar
  private var places: [String]
  private var named: [String: String] = [:]
  /// The dots of a ballot, those that are nought too.
  private(set) var ballot: [GoalID: Int] = [:]

  /// Throws `bad-argument` for words that the grammar has no place for, and for missing ones.
  /// - Parameter speaker: stands for the WHO that a stakeholder leaves out.
  init(_ grammar: CommandGrammar, _ words: ArraySlice<ShellWords.Word>, _ speaker: Speaker) throws(Refusal) {
    self.grammar = grammar
    places = words.filter { $0.key == nil }.map(\.text)
    let isBallot = grammar.keys.contains { $0.kind == .ballot }
    for word in words {
      guard let key = word.key else { continue }
      if isBallot { try addToBallot(key, word.text) } else { try add(key, word.text) }
    }
    fillIn(speaker)
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

  private mutating func fillIn(_ speaker: Speaker) {
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

  /// The text at the place with this name; nil where it was left out.
  func optionalPlace(_ name: String) -> String? {
    guard let place = grammar.arguments.firstIndex(where: { $0.name == name }), place < places.count else { return nil }
    return places[place]
  }

  /// The text given by this key; nil where it was left out.
  func optionalKey(_ name: String) -> String? { named[name] }

  func place(_ name: String) throws(Refusal) -> String {
    guard let text = optionalPlace(name) else { throw .badArgument(.missing(name, usage: grammar.usage)) }
    return text
  }

  func key(_ name: String) throws(Refusal) -> String {
    guard let text = named[name] else { throw .badArgument(.missing("\(name)=", usage: grammar.usage)) }
    return text
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
