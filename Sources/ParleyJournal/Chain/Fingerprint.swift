/// Identifies a secret without giving it away.
public enum Fingerprint {
  /// The SHA-256 (FIPS 180-4) of a text's bytes, in hexadecimal digits.
  public static func of(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { SHA256.digest($0) }.hex
  }
}
