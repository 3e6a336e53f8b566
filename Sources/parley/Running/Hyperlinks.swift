import ParleyTerminal

// Theory: an address that a terminal prints may be wrapped, cut or inside brackets, and what a click then opens is a guess.
// OSC 8 says which cells belong to which address, and leaves the text as it is: copied, it is what stands there. It goes
// to terminals alone; files, pipes and pagers get the text. A terminal that does not know it shows the text.

/// Addresses in what is printed at a terminal, made so that they can be clicked (OSC 8).
struct Hyperlinks {
  /// Whether standard output takes them: a terminal that swallows what it does not know, and a user who wants them.
  static var areWanted: Bool {
    guard Output.isTerminal, TerminalEnvironment.own.takesLinks else { return false }
    if let off = Environment.value(.noLinks), !off.isEmpty { return false }
    // Faulty settings are told where they count.
    return (try? UserSettings.read())?.links ?? true
  }

  /// The text with every address of the web in it made a link, and `[name](address)` as a whole.
  static func linked(_ text: String) -> String {
    let page = Hyperlinks(bytes: Array(text.utf8))
    var linked: [UInt8] = []
    var place = 0
    while place < page.bytes.count {
      if let (address, end) = page.markdownLink(at: place) ?? page.address(at: place).map({ ($0, $0.upperBound) }) {
        linked += Array("\u{1B}]8;;".utf8) + page.bytes[address] + Array("\u{1B}\\".utf8)
        linked += page.bytes[place..<end] + Array("\u{1B}]8;;\u{1B}\\".utf8)
        place = end
      } else {
        linked.append(page.bytes[place])
        place += 1
      }
    }
    return String(decoding: linked, as: UTF8.self)
  }

  private let bytes: [UInt8]

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private func has(_ word: String, at place: Int) -> Bool {
    bytes[min(place, bytes.count)...].starts(with: word.utf8)
  }

  /// The address that begins here, without the signs of the sentence around it.
  private func address(at place: Int) -> Range<Int>? {
    guard let scheme = ["https://", "http://"].first(where: { has($0, at: place) }) else { return nil }
    let start = place + scheme.utf8.count
    var end = start
    while 0x21...0x7E ~= byte(end), !"<>\"`|".utf8.contains(byte(end)) { end += 1 }
    while end > start, isSentenceSign(at: end - 1, of: place) { end -= 1 }
    return end > start ? place..<end : nil
  }

  /// A bracket that the address itself has opened is a part of it.
  private func isSentenceSign(at place: Int, of start: Int) -> Bool {
    let sign = bytes[place]
    if sign == UInt8(ascii: ")") {
      let inside = bytes[start...place]
      return inside.count { $0 == UInt8(ascii: "(") } < inside.count { $0 == UInt8(ascii: ")") }
    }
    return ".,;:!?'*_]}\\".utf8.contains(sign)
  }

  /// The link of Markdown that begins here: its address, and where it ends.
  private func markdownLink(at place: Int) -> (address: Range<Int>, end: Int)? {
    guard byte(place) == UInt8(ascii: "[") else { return nil }
    var end = place + 1
    while end < bytes.count, !"[]\n".utf8.contains(bytes[end]) { end += 1 }
    guard has("](", at: end) else { return nil }
    let isBracketed = has("<", at: end + 2)
    guard let address = address(at: end + (isBracketed ? 3 : 2)) else { return nil }
    let close = isBracketed ? ">)" : ")"
    return has(close, at: address.upperBound) ? (address, address.upperBound + close.utf8.count) : nil
  }
}
