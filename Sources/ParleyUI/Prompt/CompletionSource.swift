import ParleyCore
import ParleyScreens

/// Finds what the word at the end of a line may become, once the verb stands.
struct CompletionSource {
  let state: State?
  let line: String
  /// The word being typed, empty after a space.
  let last: String

  var answer: (candidates: [Candidate], replaced: Int) {
    guard let grammar = CommandLine.grammar(inUnfinished: line) else { return ([], 0) }
    let pieces = CommandLine.pieces(of: line).words
    let typed = last.isEmpty ? pieces[...] : pieces.dropLast()
    let arguments = typed.dropFirst(grammar.verb.wordCount)
    if let separator = last.firstIndex(of: "="), let key = grammar.key(named: String(last[..<separator])) {
      let value = String(last[last.index(after: separator)...])
      return completions(of: value, kind: key.kind)
    }
    let names = keyNames(of: grammar, given: arguments)
    let places = arguments.filter { !$0.contains("=") }.count
    guard grammar.arguments.indices.contains(places) else { return (names, last.count) }
    let place = completions(of: last, kind: grammar.arguments[places].kind)
    let isOptional = grammar.arguments[places].isOptional
    return isOptional || (place.candidates.isEmpty && !last.isEmpty)
      ? (place.candidates + names, max(place.replaced, last.count)) : place
  }

  private func keyNames(of grammar: CommandGrammar, given: ArraySlice<String>) -> [Candidate] {
    let used = Set(given.compactMap { $0.contains("=") ? String($0.prefix { $0 != "=" }) : nil })
    return grammar.keys.filter { !$0.name.isEmpty && !used.contains($0.name) && $0.name.hasPrefix(last) }.map { key in
      Candidate("\(key.name)=", key.isRequired ? "\(key.label) (needed)" : key.label, isWhole: false)
    }
  }

  private func completions(of typed: String, kind: ArgumentKind) -> (candidates: [Candidate], replaced: Int) {
    if kind == .people, let comma = typed.lastIndex(of: ",") {
      let part = String(typed[typed.index(after: comma)...])
      return (matching(part, options(.who)), part.count)
    }
    if kind == .displacement, let colon = typed.firstIndex(of: ":") {
      let part = String(typed[typed.index(after: colon)...])
      return (matching(part, options(.destination)), part.count)
    }
    return (matching(typed, options(kind)), typed.count)
  }

  private func matching(_ typed: String, _ options: [Candidate]) -> [Candidate] {
    options.filter { $0.word.hasPrefix(typed) && $0.word != typed }
  }

  private func options(_ kind: ArgumentKind) -> [Candidate] {
    switch kind {
    case .choice(let words): return words.map { Candidate($0, ChoiceWording.labels[$0] ?? "") }
    case .date: return [Candidate("+7d", "in a week"), Candidate("+14d", "in two weeks")]
    case .minutes: return [Candidate("5", "five minutes")]
    default: break
    }
    guard let state else { return [] }
    let lists = FieldChoices(state: state)
    switch kind {
    case .displacement:
      return state.goals.filter { $0.takesRoom && $0.isPresented }.map { Candidate($0.id.text, $0.goal.name) }
    case .item: return state.parkingLot.map { Candidate($0.id.text, $0.text) }
    case .reasons: return state.findings.reasons.map { Candidate($0.id.text, $0.text) }
    case .comment: return state.comments.map { Candidate($0.id.text, $0.text) }
    default:
      guard case .choice(let list) = lists.content(for: kind) else { return [] }
      return list.options.map { Candidate($0.value, $0.label) }
    }
  }
}

extension CommandGrammar {
  func key(named name: String) -> Key? { keys.first { $0.name == name } }
}
