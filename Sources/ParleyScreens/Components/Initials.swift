import ParleyCore
import ParleyTerminal

/// Two columns that stand for each person at the head of a grid: initials, different for everyone.
struct Initials: Hashable, Sendable {
  private var texts: [StakeholderID: String] = [:]

  init(_ people: [Stakeholder]) {
    var taken: Set<String> = []
    for person in people {
      let text = Initials.text(for: person) { !taken.contains($0) } ?? Initials.number(after: taken)
      taken.insert(text)
      texts[person.id] = text
    }
  }

  /// Always two columns wide.
  subscript(who: StakeholderID) -> String { texts[who] ?? "  " }

  /// The first that is free: `Vera Engel` is VE, then Ve, Vr, Va, Vn, … A wide character fills both columns.
  ///
  /// Lazy, as the first is nearly always free, and every picture asks.
  private static func text(for person: Stakeholder, isFree: (String) -> Bool) -> String? {
    let words = person.name.split { !$0.isPartOfName }
    guard let first = words.first?.first else {
      return [person.id.text.prefix(2).uppercased()].map(fitted).first(where: isFree)
    }
    let letters = words.joined()
    if Text.displayWidth(String(first)) > 1 {
      return letters.lazy.map { fitted(String($0)) }.first(where: isFree)
    }
    let start = String(first).uppercased()
    let initials = words.dropFirst().reversed().compactMap(\.first)
    return initials.lazy.map { fitted(start + $0.uppercased()) }.first(where: isFree)
      ?? letters.dropFirst().lazy.map { fitted(start + $0.lowercased()) }.first(where: isFree)
  }

  private static func fitted(_ text: String) -> String { Text.padded(text, toWidth: 2, ellipsis: "") }

  private static func number(after taken: Set<String>) -> String {
    (1...999).lazy.map { fitted(String($0)) }.first { !taken.contains($0) } ?? "??"
  }
}

extension Character {
  /// A letter or a number; for ASCII without Unicode's tables, which every picture would feel.
  fileprivate var isPartOfName: Bool {
    guard let byte = asciiValue else { return isLetter || isNumber }
    return switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
