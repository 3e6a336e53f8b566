import CSHA256

/// SHA-256 (FIPS 180-4), by the processor's own instructions where it has them. Written by hand because Foundation on
/// Linux has no digest and the crypto package builds for minutes; checked against the standard's examples.
enum SHA256 {
  private static let isInProcessor = parley_sha256_is_there()

  /// The digest of all bytes.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> Digest {
    isInProcessor ? processorDigest(bytes) : plainDigest(bytes)
  }

  private static func processorDigest(_ bytes: UnsafeRawBufferPointer) -> Digest {
    let last = bytes.count & ~63
    var state = start
    withUnsafeMutableBytes(of: &state) { state in
      let words = state.assumingMemoryBound(to: UInt32.self).baseAddress
      parley_sha256_compress(words, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), last / 64)
      withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { block in
        let size = pad(UnsafeRawBufferPointer(rebasing: bytes[last...]), bytes.count, block)
        parley_sha256_compress(words, block.baseAddress?.assumingMemoryBound(to: UInt8.self), size / 64)
      }
    }
    return Digest(words: state)
  }

  /// The same without these instructions.
  static func plainDigest(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var state = start
    roundConstants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        let whole = bytes.count & ~63
        var offset = 0
        while offset < whole {
          compress(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + 64]), schedule, constants, &state)
          offset += 64
        }
        finish(UnsafeRawBufferPointer(rebasing: bytes[whole...]), bytes.count, schedule, constants, &state)
      }
    }
    return Digest(words: state)
  }

  // The rest of the message, one bit, zeros, and the length in bits, filling one block or two.
  private static func pad(_ rest: UnsafeRawBufferPointer, _ count: Int, _ block: UnsafeMutableRawBufferPointer) -> Int {
    block.initializeMemory(as: UInt8.self, repeating: 0)
    block.copyMemory(from: rest)
    block[rest.count] = 0x80
    let size = rest.count < 56 ? 64 : 128
    block.storeBytes(of: (UInt64(count) << 3).bigEndian, toByteOffset: size - 8, as: UInt64.self)
    return size
  }

  private static func finish(
    _ rest: UnsafeRawBufferPointer, _ count: Int, _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>, _ state: inout SIMD8<UInt32>
  ) {
    withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { block in
      let size = pad(rest, count, block)
      compress(UnsafeRawBufferPointer(rebasing: block[..<64]), schedule, constants, &state)
      if size == 128 { compress(UnsafeRawBufferPointer(rebasing: block[64...]), schedule, constants, &state) }
    }
  }

  private static func compress(
    _ block: UnsafeRawBufferPointer, _ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>,
    _ state: inout SIMD8<UInt32>
  ) {
    for i in 0..<16 { w[i] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: i &* 4, as: UInt32.self)) }
    for i in 16..<64 {
      let early = w[i &- 15]
      let late = w[i &- 2]
      let s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
      let s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
      w[i] = w[i &- 16] &+ s0 &+ w[i &- 7] &+ s1
    }
    var (a, b, c, d, e, f, g, h) = (
      state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]
    )
    var i = 0
    // Eight rounds a turn with the names moved on instead of the values.
    while i < 64 {
      round(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
      round(h, a, b, &c, d, e, f, &g, k[i &+ 1] &+ w[i &+ 1])
      round(g, h, a, &b, c, d, e, &f, k[i &+ 2] &+ w[i &+ 2])
      round(f, g, h, &a, b, c, d, &e, k[i &+ 3] &+ w[i &+ 3])
      round(e, f, g, &h, a, b, c, &d, k[i &+ 4] &+ w[i &+ 4])
      round(d, e, f, &g, h, a, b, &c, k[i &+ 5] &+ w[i &+ 5])
      round(c, d, e, &f, g, h, a, &b, k[i &+ 6] &+ w[i &+ 6])
      round(b, c, d, &e, f, g, h, &a, k[i &+ 7] &+ w[i &+ 7])
      i &+= 8
    }
    state = state &+ SIMD8(a, b, c, d, e, f, g, h)
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ kw: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let t = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ kw
    d = d &+ t
    h = t &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 { (word &>> bits) | (word &<< (32 &- bits)) }

  private static let start = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  private static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
