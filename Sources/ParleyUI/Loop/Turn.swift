import Glibc

/// When a terminal that does not lead shows what others did, and the next second.
///
/// Theory: fifty terminals on one machine that all paint at the moment of a command keep whoever gave it waiting, and
/// the next one, too. So each has a place of its own in the tenth of a second after the news, and paints what others do
/// at most four times a second, however much it is: then it is one picture. Nobody sees either at a screen where they
/// did nothing; what they do themselves is shown at once.
struct Turn {
  /// Milliseconds after the news, or after the second.
  private let place: Int64
  /// When the last picture was shown, in milliseconds of CLOCK_BOOTTIME.
  private var shownMs: Int64 = 0

  static let firstMs: Int64 = 20
  static let spreadMs: Int64 = 120
  static let betweenMs: Int64 = 250

  /// - Parameter number: what tells this terminal from others of its machine.
  init(number: Int32 = getpid()) {
    // By steps of the golden section, numbers in a row are far apart.
    let part = Int64((UInt32(bitPattern: number) &* 2_654_435_769) >> 16)
    place = part * Turn.spreadMs / 65_536
  }

  /// When what came now is to be shown.
  func dueMs(at now: Int64) -> Int64 { max(now + Turn.firstMs + place, shownMs + Turn.betweenMs) }

  /// When a second that is over in `wait` milliseconds is to be shown as over.
  func tickMs(at now: Int64, wait: Int64) -> Int64 { now + wait + place }

  mutating func shown(at now: Int64) { shownMs = now }
}
