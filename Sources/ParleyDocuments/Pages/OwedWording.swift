import ParleyCore

extension Owed {
  /// What is to be done, as one line.
  public var sentence: String { sentence(saying: what.shown) }
}
