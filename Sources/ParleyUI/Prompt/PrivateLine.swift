import ParleyCore

/// What is typed on the `:` line and is for the facilitator alone.
enum PrivateLine {
  /// Whether the words of a line go into the private file, whole or begun, however they are quoted. A screen that may be
  /// shared does not show them or bring them back with ↑, and the host is not told of them before they are given.
  static func covers(_ line: String) -> Bool {
    let words = line.split(separator: " ").map { $0.filter { $0 != "\"" && $0 != "'" && $0 != "\\" } }
    let command = words.first?.hasPrefix("@") ?? false ? words.dropFirst() : words[...]
    switch VerbName(rawValue: command.first?.lowercased() ?? "") {
    case .learn: return true
    case .note: return command.contains { $0.hasPrefix("private=") && $0 != "private=false" }
    default: return false
    }
  }

  /// The line with a sign for each character that follows its verb, spaces too: how long the words are says something.
  static func masked(_ line: String, by sign: Character) -> String {
    guard covers(line) else { return line }
    let named = line.split(separator: " ").prefix { $0.hasPrefix("@") }.count + 1
    let end = line.split(separator: " ").prefix(named).last?.endIndex ?? line.endIndex
    return line[..<end] + String(repeating: sign, count: line[end...].count)
  }

  /// What stands in the place of a refusal that would quote the line.
  static let refusal =
    "this cannot be read, and nothing of it is quoted here; \(Form.showingKey.shown) shows what was typed"
}
