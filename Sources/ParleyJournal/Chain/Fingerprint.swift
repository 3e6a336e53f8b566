/// Identifies a secret without giving it away.
public enum Fingerprint {
  /// The SHA-256 (FIPS 180-4) of a text's bytes, in hexadecimal digits.
  public static func of(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var digest: [UInt8] = []
    bytes.withUnsafeBytes { SHA256.digest($0).append(to: &digest) }
    return digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
