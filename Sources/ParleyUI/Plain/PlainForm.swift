import ParleyCore
import ParleyScreens

// A form, question by question.
extension Form {
  /// Goes to the next question that has no answer yet; false where there is none.
  @discardableResult
  mutating func goOn() -> Bool {
    let later = fields.indices.dropFirst(focus + 1)
    guard let next = later.first(where: { fields[$0].value == nil }) ?? missing else { return false }
    focus = next
    return true
  }

  /// Goes to the question before.
  mutating func goBack() { focus = max(0, focus - 1) }

  /// Leaves the question without an answer; why not, where it needs one.
  mutating func leaveOut() -> String? {
    guard fields.indices.contains(focus) else { return nil }
    if fields[focus].isRequired, fields[focus].value == nil { return "\(fields[focus].label) is needed" }
    let isLast = !fields.indices.dropFirst(focus + 1).contains { fields[$0].value == nil }
    goOn()
    return isLast && missing != nil ? oneOf?.question : nil
  }

  /// Whether a line is a whole command, where the question takes no words that it could be.
  func isLeft(for line: String, by speaker: Speaker) -> Bool {
    guard fields.indices.contains(focus), !fields[focus].takesWords else { return false }
    return PlainReport.isCommand(line) && Statement(line, by: speaker).command != nil
  }

  /// Takes a line as the answer to the question; why not, where it is none.
  mutating func answer(_ line: String) -> String? {
    guard fields.indices.contains(focus) else { return nil }
    refusal = nil
    return fields[focus].answer(line)
  }
}

extension FormField {
  fileprivate mutating func answer(_ line: String) -> String? {
    switch content {
    case .text:
      set(line)
      return overflow
    case .choice(let list):
      guard let values = list.values(answering: line) else {
        return "“\(line)” is none of them; /leave goes back to the session"
      }
      restore(values.joined(separator: ","))
      return nil
    }
  }
}

extension ChoiceList {
  /// The values that a line means; nil where it means none, or more than one may be meant.
  fileprivate func values(answering line: String) -> [String]? {
    if let one = option(answering: line) { return [one.value] }
    guard takesSeveral else { return nil }
    let parts = line.split { $0 == "," || (!line.contains(",") && $0 == " ") }.map { String($0).trimmed }
    let found = parts.compactMap { option(answering: $0)?.value }
    return found.count == parts.count && !found.isEmpty ? found : nil
  }

  private func option(answering line: String) -> Option? {
    if let exact = options.first(where: { $0.key.map(String.init) == line || $0.value == line }) { return exact }
    let words = line.lowercased()
    if let exact = options.first(where: { $0.label.lowercased() == words }) { return exact }
    let begun = options.filter { $0.label.isNamed(by: line) || $0.value.isNamed(by: line) }
    let found = begun.isEmpty ? options.filter { $0.label.lowercased().contains(words) } : begun
    return found.count == 1 && line.count > 1 ? found[0] : nil
  }
}
