import CSHA256

/// SHA-256 (FIPS 180-4). Not from a library: Foundation on Linux has no digest, and the crypto package builds for
/// minutes.
enum SHA256 {
  private static let hasInstructions = parley_sha256_has_instructions()

  /// The digest of all bytes.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> Digest { digest(bytes, byInstructions: hasInstructions) }

  /// The same, as on a processor without instructions for it.
  static func portableDigest(_ bytes: UnsafeRawBufferPointer) -> Digest { digest(bytes, byInstructions: false) }

  private static func digest(_ bytes: UnsafeRawBufferPointer, byInstructions: Bool) -> Digest {
    var words = SIMD8<UInt32>()
    withUnsafeMutableBytes(of: &words) { words in
      parley_sha256(
        words.assumingMemoryBound(to: UInt32.self).baseAddress,
        bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count, byInstructions)
    }
    return Digest(words: words)
  }
}
