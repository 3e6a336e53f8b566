import CLinux

/// The name that a terminal gives to one command, unique in the journal. So a command that is sent again after a lost
/// host or a full disk is carried out once.
public struct CommandID: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// Nil unless there are 1 to 64 ASCII letters, digits, hyphens or dots.
  public init?(_ text: String) {
    let isGood = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard isGood, (1...64).contains(text.utf8.count) else { return nil }
    self.text = text
  }

  /// 128 random bits from the kernel.
  public static func random() -> CommandID {
    var bits: (UInt64, UInt64) = (0, 0)
    // This fails only on kernels without getrandom; the time since the machine's start then still tells commands apart.
    if parley_random(&bits, 16) != 0 { bits.0 = UInt64(bitPattern: parley_boottime_ms()) }
    return CommandID(trusted: String(bits.0, radix: 36) + "-" + String(bits.1, radix: 36))
  }

  private init(trusted text: String) { self.text = text }

  public var description: String { text }
}
