import Glibc

/// Standard output and standard error. Only the requested output goes to the first.
enum Output {
  /// Writes all of it. A reader that has gone away had enough: the program says nothing, and ends well.
  ///
  /// What a file holds must not move or turn round what a terminal shows. Pipes and files get it as it is.
  static func write(_ text: String) throws(Failure) {
    switch put(isTerminal ? shown(text) : text, to: STDOUT_FILENO) {
    case 0: return
    case EPIPE: throw .ended(Sysexit.done.rawValue)
    case let code: throw .cannotWrite("standard output", reason: reason(code))
    }
  }

  private static func shown(_ text: String) -> String {
    let text = text.withoutTreachery
    return text.contains("://") && Hyperlinks.areWanted ? Hyperlinks.linked(text) : text
  }

  /// The same with JSON, in which such characters are escaped wherever it goes: the value stays the same.
  static func write(json: String) throws(Failure) { try write(json.escapingTreachery) }

  /// Writes a line to standard error. If this fails, there is no better place to say so.
  static func complain(_ line: String) { _ = put(line + "\n", to: STDERR_FILENO) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The system's words for an `errno`.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Writes all of the text. Returns 0, or the `errno` of the failure.
  static func put(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would hide it, or have it turn round or hide other text. Escape is not among them: what people
  /// wrote is printed as JSON or on lines of its own, which have no control characters.
  var isTreacherous: Bool {
    switch value {
    case 0x7F..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}

extension String {
  var withoutTreachery: String {
    guard unicodeScalars.contains(where: \.isTreacherous) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isTreacherous ? "\u{FFFD}" : $0 }))
  }

  /// For JSON, whose characters outside of strings are all ASCII.
  var escapingTreachery: String {
    guard unicodeScalars.contains(where: \.isTreacherous) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      guard scalar.isTreacherous else { return text.unicodeScalars.append(scalar) }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }
}
