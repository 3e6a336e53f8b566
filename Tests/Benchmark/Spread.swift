/// Values in order.
struct Spread {
  private let sorted: [Double]

  /// Nil without values.
  init?(_ values: [Double]) {
    if values.isEmpty { return nil }
    sorted = values.sorted()
  }

  var median: Double { percentile(50) }
  var p95: Double { percentile(95) }

  /// Between two values, the line between them counts.
  func percentile(_ percent: Double) -> Double {
    let place = Double(sorted.count - 1) * percent / 100
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}
