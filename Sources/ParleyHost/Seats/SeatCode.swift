import CLinux
import Glibc

/// A seat code: sixty random bits as twelve letters and digits, `K7QF-2M9X-4TBD`.
///
/// It has no I, L, O or U, so that people can read a code out loud (Crockford's base 32).
public struct SeatCode: Hashable, Sendable, CustomStringConvertible {
  /// Without the hyphens.
  let letters: String

  /// How long a code is good for, in minutes.
  public static let minutes = 10

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let count = 12

  /// A new code from the kernel's random source; nil when there is none.
  public static func random() -> SeatCode? {
    var bytes = [UInt8](repeating: 0, count: count)
    guard parley_random(&bytes, bytes.count) == 0 else { return nil }
    return SeatCode(letters: String(bytes.map { alphabet[Int($0 & 31)] }))
  }

  private init(letters: String) { self.letters = letters }

  /// Reads a code as people type it: in either case, with or without hyphens and blanks, O for 0, I or L for 1. Nil for
  /// anything else.
  public init?(_ typed: String) {
    guard typed.utf8.count <= 64 else { return nil }
    var letters = ""
    for character in typed.uppercased() where character != "-" && !character.isWhitespace {
      let letter: Character =
        switch character {
        case "O": "0"
        case "I", "L": "1"
        default: character
        }
      guard SeatCode.alphabet.contains(letter) else { return nil }
      letters.append(letter)
    }
    guard letters.count == SeatCode.count else { return nil }
    self.letters = letters
  }

  public var description: String {
    stride(from: 0, to: letters.count, by: 4).map { start in
      String(letters.dropFirst(start).prefix(4))
    }.joined(separator: "-")
  }
}
