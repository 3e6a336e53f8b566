/// What is typed on the `:` line and is for the cockpit alone.
enum PrivateLine {
  /// Whether a line is a private note, whole or begun, however it is quoted. A screen that may be shared does not bring it
  /// back with ↑, and the host is not told of it before it is given.
  static func covers(_ line: String) -> Bool {
    let words = line.split(separator: " ").map { $0.filter { $0 != "\"" && $0 != "'" && $0 != "\\" } }
    let command = words.first?.hasPrefix("@") ?? false ? words.dropFirst() : words[...]
    guard command.first?.lowercased() == "note" else { return false }
    return command.contains { $0.hasPrefix("private=") && $0 != "private=false" }
  }
}
