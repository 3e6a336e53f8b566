import ParleyCore

/// Values as somebody writes them who means harm: one place of a whole value is changed.
extension JSON {
  /// The value with one of its parts exchanged, dropped or doubled.
  public func damaged(_ chance: inout Chance) -> JSON {
    var place = chance.next(size) - 1
    for (index, part) in parts.enumerated() where place >= 0 {
      if place < part.size { return replacing(index, by: part.damaged(&chance)) }
      place -= part.size
    }
    return replacement(&chance)
  }

  private var parts: [JSON] {
    switch self {
    case .array(let list): list
    case .object(let members): members.map(\.value)
    default: []
    }
  }

  private var size: Int { parts.reduce(1) { $0 + $1.size } }

  private func replacing(_ index: Int, by part: JSON) -> JSON {
    switch self {
    case .array(var list):
      list[index] = part
      return .array(list)
    case .object(var members):
      members[index].value = part
      return .object(members)
    default: return self
    }
  }

  private func replacement(_ chance: inout Chance) -> JSON {
    switch self {
    case .integer, .number: return chance.one(of: JSON.numbers)
    case .string(let text):
      return chance.one(of: JSON.words + [.string(text + text), .string(String(text.dropLast()))])
    case .bool(let flag): return .bool(!flag)
    case .null: return .null
    case .array(let list):
      return chance.one(of: [
        .array([]), .array(list + list), .array(list.reversed()), .array(Array(list.dropFirst())),
        .array(Array(list.dropLast())),
      ])
    case .object(let members):
      return chance.one(of: [
        .object([]), .object(members + members), .object(Array(members.dropFirst())),
        .object(Array(members.dropLast())),
        .null,
      ])
    }
  }

  private static let numbers: [JSON] = [
    0, -1, 1, 59, .integer(1 << 31 - 1), .integer(-(1 << 31) + 1), .integer(1 << 47), .integer(-(1 << 47)),
    .integer(1 << 56), .integer(-(1 << 56)), .integer(.max), .integer(.min), .number(1.797e308), .number(-1.797e308),
    .number(0.1),
  ]

  private static let words: [JSON] = [
    "", "x", "P1", "P1073741824", "D9223372036854775807", "D-9223372036854775808", "A", "0001-01-01", "9999-12-31",
    "2027-02-29", "goal:", "goal:churn", "features:nobody", "closed", "lobby", "vote", "stakeholder:", "facilitator",
    "\u{202E}", "\u{0}", "e\u{301}\u{301}", "👩‍👩‍👧‍👦", "a/b/c", .string(String(repeating: "w", count: 5000)),
  ]
}

extension [Entry] {
  /// The entries as somebody may have written them into a file whose chain is whole. Nil when they cannot be read.
  public func damaged(_ chance: inout Chance) -> [Entry]? {
    var entries = self
    for _ in 0...chance.next(3) {
      let index = chance.next(entries.count)
      let json = entries[index].json.damaged(&chance)
      guard let entry = try? Entry(json: json) else { return nil }
      entries[index] = entry
    }
    if chance.next(8) == 0, entries.count > 1 { entries.remove(at: 1 + chance.next(entries.count - 1)) }
    if chance.next(8) == 0 { entries.insert(chance.one(of: entries), at: entries.count) }
    return entries
  }
}
