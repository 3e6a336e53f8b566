/// Chance that is the same in every run (Steele, Lea, Flood: SplitMix64): the generators of the standard library cannot be
/// seeded.
public struct Chance: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
    return bits ^ bits >> 31
  }

  /// A number from 0 up to, not including, `limit`.
  public mutating func next(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  public mutating func one<Thing>(of things: [Thing]) -> Thing { things[next(things.count)] }
}
