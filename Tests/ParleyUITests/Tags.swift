import Testing

extension Tag {
  /// Takes seconds, and tries more under PARLEY_SWEEP.
  @Tag static var slow: Self
}
