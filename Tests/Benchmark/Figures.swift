/// All measurements of one program; nil for those that nobody asked for, or that failed.
struct Figures {
  var start: StartMeter?
  var keys: KeyMeter?
  var counting: QuietMeter?
  var paused: QuietMeter?
  var memory: MemoryMeter?
  var resize: ResizeMeter?
  var opening: OpeningMeter?
  var fanOut: FanOutMeter?
  var log: LogMeter?
}

/// The limit for a figure of Parley.
enum Budget: Sendable {
  case atMost(Double)
  case atLeast(Double)
  /// This many times vim's figure.
  case timesVim(Double)
  /// This many a second; a window of seconds may have one more at its edge.
  case aSecond(Double)

  func holds(_ value: Double, vim: Double?, seconds: Double) -> Bool? {
    switch self {
    case .atMost(let limit): value <= limit
    case .atLeast(let limit): value >= limit
    case .timesVim(let times): vim.map { value <= $0 * times }
    case .aSecond(let limit): value <= limit + (limit > 0 ? 1 / seconds : 0)
    }
  }

  var words: String {
    switch self {
    case .atMost(let limit): "≤ \(limit.shown(limit == limit.rounded() ? 0 : 2))"
    case .atLeast(let limit): "≥ \(limit.shown(2))"
    case .timesVim(let times): "≤ \(times.shown(0)) × vim"
    case .aSecond(let limit): "≤ \(limit.shown(0))"
    }
  }
}

extension Double {
  /// The number with this many digits after the point.
  func shown(_ digits: Int) -> String {
    let factor = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    let scaled = (magnitude * factor).rounded()
    guard scaled < 1e15 else { return "\(self)" }
    let (whole, rest) = (Int(scaled) / Int(factor), Int(scaled) % Int(factor))
    let fraction = String(rest)
    let padded = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
    return (self < 0 && scaled > 0 ? "-" : "") + "\(whole)" + (digits > 0 ? ".\(padded)" : "")
  }
}
