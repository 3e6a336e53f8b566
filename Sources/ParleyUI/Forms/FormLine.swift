import ParleyCore
import ParleyScreens

extension Form {
  /// The command line that the form makes, as it stands.
  public func line(in state: State?) -> String {
    line { name, kind in value(of: name) ?? (kind == .newID ? newID(in: state) : nil) }
  }

  /// A line as this form might make it, to learn whether the moment allows it before any word is typed.
  func probe(in state: State) -> String {
    line { name, kind in
      value(of: name) ?? (kind == .newID ? "probe-of-a-goal" : nil)
        ?? fields.first { $0.name == name && $0.isRequired }?.plausibleValue
    }
  }

  private func line(_ value: (String, ArgumentKind) -> String?) -> String {
    let grammar = verb.grammar
    let places = grammar.arguments.compactMap { value($0.name, $0.kind).map(CommandLine.quoted) }
    let names = grammar.keys.compactMap { key in
      // An empty value is the choice of none.
      value(key.name, key.kind).flatMap { $0.isEmpty ? nil : "\(key.name)=\(CommandLine.quoted($0))" }
    }
    return ([verb.rawValue] + places + names).joined(separator: " ")
  }

  /// The id of a new goal, made of its name, so that nobody has to invent one in a meeting.
  private func newID(in state: State?) -> String {
    let words = (value(of: "NAME") ?? "").lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let stem = String(words.prefix(4).joined(separator: "-").prefix(40))
    let base = stem.isEmpty ? "goal" : stem
    let taken = Set(state?.goals.map(\.id.text) ?? [])
    if !taken.contains(base) { return base }
    return (2...).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0) } ?? base
  }
}

extension FormField {
  /// A value that might stand here.
  fileprivate var plausibleValue: String? {
    if case .choice(let list) = content { return list.options.first?.value }
    switch kind {
    case .date: return "+7d"
    case .number: return name == "baseline" ? "0" : "1"
    case .count, .minutes: return "1"
    default: return "x"
    }
  }
}
