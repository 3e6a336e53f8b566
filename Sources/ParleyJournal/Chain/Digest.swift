/// Thirty-two bytes that stand for a row and, through the row before it, for every earlier one.
struct Digest: Hashable, Sendable {
  private var first, second, third, fourth: UInt64

  /// The digest before the first row.
  static let none = Digest(words: SIMD8(repeating: 0))
  static let byteCount = 32

  init(words: SIMD8<UInt32>) {
    first = UInt64(words[0]) << 32 | UInt64(words[1])
    second = UInt64(words[2]) << 32 | UInt64(words[3])
    third = UInt64(words[4]) << 32 | UInt64(words[5])
    fourth = UInt64(words[6]) << 32 | UInt64(words[7])
  }

  /// Reads what ``bytes`` gives; nil when there are not 32 bytes.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Digest.byteCount else { return nil }
    first = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    second = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    third = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    fourth = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  /// 64 hexadecimal digits.
  var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads what ``hex`` gives; nil for anything else.
  init?(hex: Substring) {
    let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == hex.utf8.count, digits.count == 2 * Digest.byteCount else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    guard let digest = bytes.withUnsafeBytes({ Digest($0) }) else { return nil }
    self = digest
  }

  func append(to bytes: inout [UInt8]) {
    for word in [first, second, third, fourth] {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
  }
}

extension SQLiteValue {
  /// The digest in a blob; nil for anything else.
  var digest: Digest? { bytes?.withUnsafeBytes { Digest($0) } }
}

extension SQLiteConnection {
  /// The digest that a row claims; nil when there is none.
  func digest(ofEntry number: Int) throws(SQLiteFault) -> Digest? {
    try first("SELECT hash FROM entry WHERE number = ?", .integer(Int64(number)))?[0].digest
  }
}
