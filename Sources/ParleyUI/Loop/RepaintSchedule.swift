import Glibc

/// When a terminal that does not lead shows what others did, and the next second.
///
/// Theory: fifty terminals on one machine that all paint at the moment of a command keep the one that gave it waiting,
/// and its next command too. So each has its own place in the tenth of a second after the news. It paints the news of
/// others at most four times a second; all that came meanwhile is then one frame. Nobody sees either at a screen where
/// they did nothing. What they do themselves is shown at once.
struct RepaintSchedule {
  /// Milliseconds after the news, or after the second.
  private let place: Int64
  /// When the last frame was shown, in milliseconds of CLOCK_BOOTTIME.
  private var shownMs: Int64 = 0

  static let firstMs: Int64 = 20
  static let spreadMs: Int64 = 120
  static let betweenMs: Int64 = 250

  /// - Parameter number: what tells this terminal from others of its machine.
  init(number: Int32 = getpid()) {
    // By steps of the golden section, numbers in a row are far apart.
    let part = Int64((UInt32(bitPattern: number) &* 2_654_435_769) >> 16)
    place = part * RepaintSchedule.spreadMs / 65_536
  }

  /// When what came now is to be shown.
  func dueMs(at now: Int64) -> Int64 {
    max(now + RepaintSchedule.firstMs + place, shownMs + RepaintSchedule.betweenMs)
  }

  /// When a second that is over in `wait` milliseconds is to be shown as over.
  func tickMs(at now: Int64, wait: Int64) -> Int64 { now + wait + place }

  mutating func shown(at now: Int64) { shownMs = now }
}
