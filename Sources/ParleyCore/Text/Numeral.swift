extension Double {
  /// The number as people write it: `40`, `2.5`, without a point if it is whole. From 10^15 on it is as Swift writes it,
  /// such as `1e+17`.
  public var numeral: String {
    if magnitude < 1e15, let whole = Int(exactly: self) { "\(whole)" } else { "\(self)" }
  }
}

/// `12:05`, in minutes and seconds; the minutes go on past 60.
public func minutesAndSeconds(_ seconds: Int) -> String { "\(seconds / 60):\(twoDigits(seconds % 60))" }
