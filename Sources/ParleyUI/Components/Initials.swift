import ParleyCore
import ParleyTerminal

/// Two columns that stand for each person at the head of a grid: initials, different for everyone.
struct Initials: Hashable, Sendable {
  private var texts: [StakeholderID: String] = [:]

  init(_ people: [Stakeholder]) {
    var taken: Set<String> = []
    for person in people {
      let candidates = Initials.candidates(for: person)
      let text = candidates.first { !taken.contains($0) } ?? Initials.number(after: taken)
      taken.insert(text)
      texts[person.id] = text
    }
  }

  /// Always two columns wide.
  subscript(who: StakeholderID) -> String { texts[who] ?? "  " }

  /// `Vera Engel`: VE, then Ve, Vr, Va, Vn, … A wide character fills both columns.
  private static func candidates(for person: Stakeholder) -> [String] {
    let words = person.name.split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first?.first else { return [person.id.text.prefix(2).uppercased()].map(fitted) }
    let letters = words.joined()
    if Text.displayWidth(String(first)) > 1 {
      return letters.map { fitted(String($0)) }
    }
    let start = String(first).uppercased()
    let initials = words.count > 1 ? words.dropFirst().reversed().compactMap { $0.first?.uppercased() } : []
    let others = letters.dropFirst().map { $0.lowercased() }
    return (initials + others).map { fitted(start + $0) }
  }

  private static func fitted(_ text: String) -> String { Text.padded(text, toWidth: 2, ellipsis: "") }

  private static func number(after taken: Set<String>) -> String {
    (1...999).lazy.map { fitted(String($0)) }.first { !taken.contains($0) } ?? "??"
  }
}
