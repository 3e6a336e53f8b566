extension State {
  /// The per cent of a timeframe's effort that its goals have a share of; nil where none says its share (M17).
  public func share(givenOutIn timeframe: TimeframeID) -> Int? {
    let shares = occupants(of: timeframe).compactMap(\.goal.share)
    return shares.isEmpty ? nil : shares.reduce(0, +)
  }
}
