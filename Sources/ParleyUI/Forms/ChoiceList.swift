import ParleyScreens
import ParleyTerminal

// Theory: letters choose only where there is nothing else that they could mean. A letter that is the key of an option
// chooses it, but what is typed on at once may turn out to be a sentence: as soon as a letter is no option's key, the
// choice is as it was before the first of them, and all of them are handed back as words. One key alone is no sentence:
// if it is no option's, it was a slip, and stands nowhere. Whoever holds the list says when a key has stood for a moment
// (`endTyping`). To find an option by its name, `/` begins a search; what it finds is chosen by an Enter of its own.

/// One or several of a list: by the key that each option shows, by arrows, or by searching for a part of its name.
public struct ChoiceList: Hashable, Sendable {
  /// One of the things to choose from.
  public struct Option: Hashable, Sendable {
    /// The word that goes into the command; empty for a choice that says that there is none.
    public var value: String
    public var label: String
    /// The key that picks it.
    public var key: Character?

    public init(value: String, label: String, key: Character? = nil) {
      self.value = value
      self.label = label
      self.key = key
    }
  }

  public let options: [Option]
  /// Indexes into `options`, in the order of choosing.
  public private(set) var chosen: [Int] = []
  /// Where the arrows are.
  public private(set) var pointer = 0
  /// What is searched for; nil while nothing is.
  public private(set) var search: String?
  /// The keys that were typed one after the other, of options but for the last, which may be a slip.
  private var typed = ""
  private(set) var hasSlipped = false
  /// What was chosen before the first of them.
  private var chosenBefore: [Int] = []
  public let takesSeveral: Bool
  /// How many of several there are to be; nil for any number.
  public var wanted: Int?

  public init(_ options: [Option], chosen value: String? = nil, takesSeveral: Bool = false) {
    self.options = options
    self.takesSeveral = takesSeveral
    if let value { choose(value) }
  }

  /// What the key did.
  public enum ChoiceResult: Hashable, Sendable {
    case ignored, changed
    /// One option was chosen by its key.
    case picked
    /// The key is no option's. If more comes at once, it was the beginning of words.
    case slipped(Character)
    /// As many as are wanted are chosen already.
    case full
    /// What was typed is no choice but words, from their first letter on.
    case words(String)
  }

  public var values: [String] { chosen.map { options[$0].value } }
  public var isEmpty: Bool { chosen.isEmpty }

  /// The options that the search leaves, all without one.
  public var visible: [Int] {
    guard let search, !search.isEmpty else { return Array(options.indices) }
    let wanted = search.lowercased()
    return options.indices.filter { index in
      options[index].label.lowercased().contains(wanted) || options[index].value.lowercased().contains(wanted)
    }
  }

  /// Chooses the option with this value, if there is one.
  public mutating func choose(_ value: String) {
    guard let index = options.firstIndex(where: { $0.value == value }) else { return }
    _ = pick(index)
  }

  /// The same with exactly these values.
  mutating func choose(_ values: [String]) {
    chosen = []
    for value in values { choose(value) }
  }

  /// Chooses the option of this number, as its key does.
  mutating func click(_ index: Int) -> ChoiceResult {
    guard options.indices.contains(index) else { return .ignored }
    endTyping()
    search = nil
    return pick(index) ? answer : .full
  }

  /// Whether as many are chosen as there are to be.
  private var isComplete: Bool { wanted.map { chosen.count == $0 } ?? false }

  private var answer: ChoiceResult { takesSeveral && !isComplete ? .changed : .picked }

  /// Takes a key, and says what that made of the choice.
  public mutating func handle(_ key: Key) -> ChoiceResult {
    if search != nil { return handleInSearch(key) }
    switch key {
    case .character("/") where typed.isEmpty:
      search = ""
      return .changed
    case .character(" ") where takesSeveral && typed.isEmpty: return toggle(pointer) ? .changed : .full
    // After the key of an option it chooses nothing more, however fast it comes; before more words it is one of theirs.
    case .character(" ") where !typed.isEmpty && !hasSlipped:
      typed.append(" ")
      hasSlipped = true
      return .changed
    case .character(let character): return type(character)
    case .paste(let text): return .words(text)
    default: break
    }
    endTyping()
    switch key {
    case .up, .left: return step(by: -1)
    case .down, .right: return step(by: 1)
    case .backspace, .delete:
      if takesSeveral { chosen.removeAll { $0 == pointer } } else { chosen = [] }
      return .changed
    default: return .ignored
    }
  }

  private mutating func type(_ character: Character) -> ChoiceResult {
    if typed.isEmpty { chosenBefore = chosen }
    typed.append(character)
    if !hasSlipped, let index = options.firstIndex(where: { $0.key == character }) {
      return pick(index) ? answer : .full
    }
    if typed.count == 1 {
      hasSlipped = true
      return .slipped(character)
    }
    let words = typed
    chosen = chosenBefore
    endTyping()
    return .words(words)
  }

  /// Ends the search, with what it found chosen; false where none was going on.
  mutating func endSearch() -> Bool {
    guard search != nil else { return false }
    let found = visible.contains(pointer) ? pointer : nil
    search = nil
    if let found { _ = pick(found) }
    return true
  }

  /// Ends the search and leaves the choice as it was; false where none was going on.
  mutating func leaveSearch() -> Bool {
    defer { search = nil }
    return search != nil
  }

  /// What was typed until now has been answered, or has stood for a moment: a key that comes next begins anew.
  mutating func endTyping() { (typed, hasSlipped) = ("", false) }

  /// Whether what was typed last may turn out to be the beginning of words.
  var isTyping: Bool { !typed.isEmpty }

  private mutating func handleInSearch(_ key: Key) -> ChoiceResult {
    switch key {
    case .up, .left: return step(by: -1)
    case .down, .right: return step(by: 1)
    case .backspace, .delete:
      search = search.flatMap { $0.isEmpty ? nil : String($0.dropLast()) }
    case .character(let character): find(String(character))
    case .paste(let text): find(text)
    default: return .ignored
    }
    return .changed
  }

  private mutating func find(_ text: String) {
    let longer = LineEditor((search ?? "") + text, limit: 64).text
    search = longer
    if let first = visible.first, !visible.contains(pointer) { pointer = first }
  }

  private mutating func step(by amount: Int) -> ChoiceResult {
    let shown = visible
    guard !shown.isEmpty else { return .changed }
    let isFirst = search == nil && !takesSeveral && chosen.isEmpty
    let current = isFirst ? nil : shown.firstIndex(of: pointer)
    let next = current.map { ($0 + amount + shown.count) % shown.count } ?? (amount > 0 ? 0 : shown.count - 1)
    pointer = shown[next]
    if search == nil, !takesSeveral { chosen = [pointer] }
    return .changed
  }

  private mutating func pick(_ index: Int) -> Bool {
    pointer = index
    if takesSeveral { return toggle(index) }
    chosen = [index]
    return true
  }

  /// False where there is no place for one more: which of the others it would be instead is for people to say.
  private mutating func toggle(_ index: Int) -> Bool {
    guard options.indices.contains(index) else { return true }
    if let place = chosen.firstIndex(of: index) {
      chosen.remove(at: place)
    } else {
      if let wanted, chosen.count >= wanted { return false }
      chosen.append(index)
    }
    return true
  }
}

extension ChoiceList {
  /// Why a key that is no option's did nothing.
  func words(ofSlip character: Character) -> String {
    let keys = options.compactMap(\.key).map { String($0) }
    let known = keys.isEmpty ? "" : ": the keys are \(keys.joined(separator: " "))"
    return "\(Key.character(character).shown) chooses nothing here\(known)"
  }

  /// Why one more was not chosen.
  var wordsOfFull: String {
    let names = chosen.map { options[$0].label }.joined(separator: " and ")
    return "\(names) are chosen already; the key of one takes them out"
  }

  /// Fixed words, each with a letter of its own: its first that is still free. A digit is its own key.
  static func words(_ words: [String], labels: [String: String] = [:]) -> [Option] {
    var taken: Set<Character> = []
    return words.map { word in
      let key = word.first { ($0.isLetter || word.count == 1) && !taken.contains($0) }
      if let key { taken.insert(key) }
      return Option(value: word, label: labels[word] ?? word, key: key)
    }
  }

  /// Things with ids, the first nine with a digit, so that letters remain for finding.
  static func numbered(_ things: [(value: String, label: String)]) -> [Option] {
    things.enumerated().map { index, thing in
      Option(value: thing.value, label: thing.label, key: index < 9 ? Character("\(index + 1)") : nil)
    }
  }
}
