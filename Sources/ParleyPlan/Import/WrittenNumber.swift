import ParleyCore

// Theory: `1.200` is a thousand two hundred in Berlin and one and a fifth in Boston. Most numbers say themselves which of
// the two marks parts the fraction: one with both marks, with a mark that comes twice, or with other than three digits
// after it. What one number leaves open, the file's other numbers say. Where none says it, the separator of the file's
// fields does: where the comma parts fields, it parts no fraction, and what is left open is read as thousands. Nothing is
// guessed beyond that, and what was settled by the file and not by the number is told.

/// A number as people write it in a table: `8%`, `1,042`, `1.200,50`, `€ 99,9`.
struct WrittenNumber: Hashable {
  /// Which mark parts the fraction.
  enum Habit: Hashable {
    case point, comma
  }

  /// The sign and digits with their marks, and nothing else.
  private let digits: String
  /// What stands around it: a per cent sign, a currency, a unit.
  let unit: String?

  /// Nil where it is no number, or more than one.
  init?(_ text: String) {
    let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "'", "’"]
    var text = text.trimmed
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    if isNegative { text = String(text.dropFirst()).trimmed }
    let isMark: (Character) -> Bool = { $0 == "." || $0 == "," }
    guard let first = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    let before = String(text[..<first]).trimmed
    let rest = text[first...]
    var end = rest.startIndex
    while end < rest.endIndex {
      let character = rest[end]
      let next = rest.index(after: end)
      let isFollowed = next < rest.endIndex && rest[next].isASCII && rest[next].isNumber
      guard character.isASCII && character.isNumber || (isMark(character) || spaces.contains(character)) && isFollowed
      else { break }
      end = next
    }
    let after = String(rest[end...]).trimmed
    guard WrittenNumber.isCurrency(before), WrittenNumber.isUnit(after), before.isEmpty || after.isEmpty
    else { return nil }
    let number = rest[..<end]
    // Spaces part thousands, and nothing else does then.
    let groups = number.split(whereSeparator: { spaces.contains($0) })
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.prefix { $0.isNumber }.count == 3 }),
      groups.dropLast().allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    digits = (isNegative ? "-" : "") + groups.joined()
    let words = before.isEmpty ? after : before
    unit = words.isEmpty ? nil : words
  }

  /// `€`, `US$`, `EUR`: what stands before a number and is no word.
  private static func isCurrency(_ words: String) -> Bool {
    words.count <= 4 && words.allSatisfy { $0.isCurrencySymbol || $0.isASCII && $0.isUppercase }
  }

  /// A unit is a sign or a few letters; `k` and `M` would be a factor, which is not for a reader to decide.
  private static func isUnit(_ words: String) -> Bool {
    if words.isEmpty { return true }
    if ["k", "m", "mio", "bn", "b"].contains(words.lowercased()) { return false }
    return words.count <= 12 && words.allSatisfy { $0.isLetter || $0.isSymbol || "%/ ".contains($0) }
  }

  /// The habit that it has by itself; nil where it has no mark, or may have either.
  var habit: Habit? {
    let points = digits.count { $0 == "." }
    let commas = digits.count { $0 == "," }
    if points == 0, commas == 0 { return nil }
    if points > 0, commas > 0 {
      return (digits.lastIndex(of: ".") ?? digits.startIndex) > (digits.lastIndex(of: ",") ?? digits.startIndex)
        ? .point : .comma
    }
    if points > 1 { return .comma }
    if commas > 1 { return .point }
    let fraction = digits.reversed().prefix { $0.isNumber }.count
    let whole = digits.filter { $0 != "-" }.prefix { $0.isNumber }
    // `0.250` and `1200.500` can part no thousands.
    let isOpen = fraction == 3 && (1...3).contains(whole.count) && whole.first != "0"
    if isOpen { return nil }
    return points == 1 ? .point : .comma
  }

  /// Whether one lone mark before exactly three digits leaves it open.
  var isOpen: Bool { habit == nil && digits.contains { $0 == "." || $0 == "," } }

  /// The number by a habit; an open one by nil is thousands. Nil where it makes none.
  func value(_ habit: Habit?) -> Double? {
    guard let habit = self.habit ?? habit else {
      return decimal(digits.filter { $0 != "." && $0 != "," }.withoutLeadingZeros)
    }
    let (point, thousands): (Character, Character) = habit == .point ? (".", ",") : (",", ".")
    let parts = digits.split(separator: point, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !parts.dropFirst().contains(where: { $0.contains(thousands) })
    else {
      return nil
    }
    let groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || (groups.first?.count ?? 0) <= 4 else {
      return nil
    }
    let text = groups.joined() + (parts.count == 2 ? ".\(parts[1])" : "")
    return decimal(text.withoutLeadingZeros)
  }
}

extension String {
  /// `007` is 7 in a sheet, and nothing in a plan.
  fileprivate var withoutLeadingZeros: String {
    let sign = hasPrefix("-") ? "-" : ""
    let rest = dropFirst(sign.count)
    let kept = rest.drop { $0 == "0" }
    return sign + (kept.first?.isNumber == true ? String(kept) : "0" + kept)
  }
}
