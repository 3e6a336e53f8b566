// Theory: a cell of people holds one name, a name with its address, or several. A comma parts two people, or a family name
// from the other: *Moor, Kai* is *Kai Moor*, as in a mail; *Carla Stein, Vera Engel* are two. What says that nobody is
// named yet is no person.

/// The people that a cell names.
struct OwnerNames {
  /// In their order.
  let people: [Person]

  struct Person: Hashable {
    let name: String
    let address: String?
  }

  init(_ cell: String) {
    // ClickUp writes lists in brackets.
    let text = cell.hasPrefix("[") && cell.hasSuffix("]") ? String(cell.dropFirst().dropLast()) : cell
    people = OwnerNames.parts(of: text).compactMap { part in
      if let found = part.wholeMatch(of: /"?([^<>"]*?)"?\s*<([^<>\s]+)>/), String(found.output.2).isAddress {
        let (name, address) = (String(found.output.1).trimmed, String(found.output.2))
        return Person(name: name.isEmpty ? address : OwnerNames.inOrder(name), address: address)
      }
      if OwnerNames.nobody.contains(part.lowercased()) { return nil }
      return Person(name: OwnerNames.inOrder(part), address: part.isAddress ? part : nil)
    }
  }

  /// What people write where somebody's name is still to come.
  private static let nobody: Set<String> = [
    "tbd", "tba", "tbc", "n/a", "na", "none", "-", "–", "—", "?", "??", "???", "unassigned", "nobody", "no one",
    "not assigned", "nicht zugewiesen", "nicht vergeben", "offen", "niemand", "à définir", "non assigné", "personne",
  ]

  private static func parts(of text: String) -> [String] {
    if text.contains(";") || text.contains("|") { return split(text) { $0 == ";" || $0 == "|" } }
    let name = text.prefix { $0 != "<" }.filter { $0 != "\"" }
    return isOneName(split(String(name)) { $0 == "," }) ? [text.trimmed] : split(text) { $0 == "," }
  }

  private static func split(_ text: String, _ isBetween: (Character) -> Bool) -> [String] {
    text.split(whereSeparator: isBetween).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Two capitalised words with a comma between them.
  private static func isOneName(_ parts: [String]) -> Bool {
    parts.count == 2
      && parts.allSatisfy { !$0.contains(" ") && $0.first?.isUppercase == true && !$0.contains("@") }
  }

  private static func inOrder(_ name: String) -> String {
    let parts = split(name) { $0 == "," }
    return isOneName(parts) ? "\(parts[1]) \(parts[0])" : name
  }
}

extension String {
  var isAddress: Bool { wholeMatch(of: /[^@\s<>(),;:"]+@[^@\s<>(),;:"]+/) != nil }
}
