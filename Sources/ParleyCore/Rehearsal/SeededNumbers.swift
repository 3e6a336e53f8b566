/// Numbers that a seed and a label decide, for all time: SplitMix64, begun with the label's FNV-1a print.
///
/// Written by hand because the standard library's generator has no seed. And what someone says must not depend on the
/// order of other draws, so every question has numbers of its own.
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: Int, _ label: String) {
    let print = label.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    state = print ^ (UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to one less than `limit`; 0 when that is not positive.
  mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() >> 33) % limit : 0 }

  /// True in this percentage of cases.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Value>(_ values: [Value]) -> Value? { values.isEmpty ? nil : values[below(values.count)] }
}
