import ParleyScreens
import ParleyTerminal

/// One or several of a list: by the key that each option shows, by arrows, or by typing a part of its name.
public struct ChoiceList: Hashable, Sendable {
  /// One of the things to choose from.
  public struct Option: Hashable, Sendable {
    /// The word that goes into the command.
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
  /// Where the arrows are, when several may be chosen.
  public private(set) var pointer = 0
  /// What was typed to find an option.
  public private(set) var filter = ""
  public let takesSeveral: Bool

  public init(_ options: [Option], chosen value: String? = nil, takesSeveral: Bool = false) {
    self.options = options
    self.takesSeveral = takesSeveral
    if let value { choose(value) }
  }

  /// What the key did.
  public enum ChoiceResult: Hashable, Sendable { case ignored, changed, picked }

  public var values: [String] { chosen.map { options[$0].value } }
  public var isEmpty: Bool { chosen.isEmpty }

  /// The options that the filter leaves, all without one.
  public var visible: [Int] {
    guard !filter.isEmpty else { return Array(options.indices) }
    let wanted = filter.lowercased()
    return options.indices.filter { index in
      options[index].label.lowercased().contains(wanted) || options[index].value.lowercased().contains(wanted)
    }
  }

  /// Chooses the option with this value, if there is one.
  public mutating func choose(_ value: String) {
    guard let index = options.firstIndex(where: { $0.value == value }) else { return }
    pointer = index
    if takesSeveral { toggle(index) } else { chosen = [index] }
  }

  /// Takes a key, and says what that made of the choice.
  public mutating func handle(_ key: Key) -> ChoiceResult {
    switch key {
    case .up, .left: return step(by: -1)
    case .down, .right: return step(by: 1)
    case .backspace, .delete: return deleteBackward()
    case .character(" ") where takesSeveral:
      toggle(pointer)
      return .changed
    case .character(let character): return type(character)
    default: return .ignored
    }
  }

  private mutating func type(_ character: Character) -> ChoiceResult {
    if filter.isEmpty, let index = options.firstIndex(where: { $0.key == character }) {
      pointer = index
      guard takesSeveral else {
        chosen = [index]
        return .picked
      }
      toggle(index)
      return .changed
    }
    let longer = filter + String(character)
    var narrowed = self
    narrowed.filter = longer
    guard let first = narrowed.visible.first, longer.utf8.count <= 64 else { return .changed }
    self = narrowed
    pointer = first
    if !takesSeveral { chosen = [first] }
    return .changed
  }

  private mutating func step(by amount: Int) -> ChoiceResult {
    let shown = visible
    guard !shown.isEmpty else { return .changed }
    let current = takesSeveral ? shown.firstIndex(of: pointer) : chosen.first.flatMap(shown.firstIndex)
    let next = current.map { ($0 + amount + shown.count) % shown.count } ?? (amount > 0 ? 0 : shown.count - 1)
    pointer = shown[next]
    if !takesSeveral { chosen = [pointer] }
    return .changed
  }

  private mutating func deleteBackward() -> ChoiceResult {
    if !filter.isEmpty {
      filter.removeLast()
    } else if takesSeveral {
      chosen.removeAll { $0 == pointer }
    } else {
      chosen = []
    }
    return .changed
  }

  private mutating func toggle(_ index: Int) {
    if let place = chosen.firstIndex(of: index) { chosen.remove(at: place) } else { chosen.append(index) }
  }
}

extension ChoiceList {
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
