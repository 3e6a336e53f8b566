import ParleyCore
import ParleyWire

// A refusal is worded for every seat at once, for a shell and for a line that is typed; it ends with how the command
// language writes what is missing, and with the number of the rule. Whoever has keys and forms before them needs neither:
// the form asks for what is missing by its label, and a key does what the command would.
extension RefusalNotice {
  /// The same for a screen with keys. `key` is that of a verb, where one does it.
  func forKeys(_ key: (VerbName) -> String?) -> RefusalNotice {
    var notice = self
    notice.sentence = sentence.withoutRule.withoutSyntax(key).withKey(key)
    return notice
  }

  /// The same in a form: an argument has the name that stands beside its field.
  func naming(_ fields: [FormField]) -> RefusalNotice {
    var notice = self
    for field in fields {
      for start in ["\(field.name) is ", "\(field.name) names ", "\(field.name) has "] where sentence.hasPrefix(start) {
        notice.sentence = field.label + sentence.dropFirst(field.name.count)
      }
    }
    return notice
  }
}

extension String {
  /// Without ` (M13, M25)` at the end.
  fileprivate var withoutRule: String {
    guard hasSuffix(")"), let start = range(of: " (M", before: endIndex) else { return self }
    let rules = self[start.upperBound...].dropLast()
    return rules.allSatisfy { $0.isNumber || ", M".contains($0) } ? String(self[..<start.lowerBound]) : self
  }

  /// Without the clause that says how a command would be written.
  fileprivate func withoutSyntax(_ key: (VerbName) -> String?) -> String {
    guard let syntax = startOfSyntax else { return self }
    let separators = [", such as ", ": ", "; "]
    let ends = separators.compactMap { separator in range(of: separator, before: syntax) }
    guard let end = ends.max(by: { $0.lowerBound < $1.lowerBound }) else {
      // The argument is what the sentence is about: `between= names two`.
      return replacing("=", in: syntax).withoutSyntax(key)
    }
    let verb = self[end.upperBound...].prefix { $0 != " " }
    let pressed = VerbName(rawValue: String(verb)).flatMap(key).map { ": \($0)" } ?? ""
    return self[..<end.lowerBound] + pressed
  }

  /// With the key in the place of a verb that the last clause begins with: `; close ends the session`.
  fileprivate func withKey(_ key: (VerbName) -> String?) -> String {
    guard let end = range(of: "; ", before: endIndex), !self[end.upperBound...].contains("”") else { return self }
    let verb = self[end.upperBound...].prefix { $0 != " " }
    guard let pressed = VerbName(rawValue: String(verb)).flatMap(key) else { return self }
    return self[..<end.upperBound] + pressed + self[end.upperBound...].dropFirst(verb.count)
  }

  private func replacing(_ sign: Character, in start: String.Index) -> String {
    guard let place = self[start...].firstIndex(of: sign) else { return self }
    return String(self[..<place] + self[index(after: place)...])
  }

  /// Where the first word stands that is an argument, outside of what people say.
  private var startOfSyntax: String.Index? {
    var isQuoted = false
    var start = startIndex
    while start < endIndex {
      let end = self[start...].firstIndex(of: " ") ?? endIndex
      let word = self[start..<end]
      if word.contains("“") { isQuoted = true }
      if !isQuoted, word.isArgument { return start }
      if word.contains("”") { isQuoted = false }
      start = end < endIndex ? index(after: end) : endIndex
    }
    return nil
  }

  /// The last place of `text` that begins before `limit`.
  private func range(of text: String, before limit: String.Index) -> Range<String.Index>? {
    var place = limit
    while place > startIndex {
      place = index(before: place)
      if self[place...].hasPrefix(text) { return place..<index(place, offsetBy: text.count) }
    }
    return nil
  }
}

extension Substring {
  /// `displacing=GOAL`, `decider=,`, `WHO`, `"TEXT"`.
  fileprivate var isArgument: Bool {
    if let equals = firstIndex(of: "=") {
      return equals > startIndex && self[..<equals].allSatisfy { $0 == "-" || $0.isLowercase && $0.isASCII }
    }
    return ["WHO", "\"TEXT\"", "\"WHAT\"", "\"TOPIC\"", "\"NAME\"", "\"ACTION\""].contains(self)
  }
}
