// By hand: the standard library knows no time zones, and what does is 34 MB. The system's files say it all.
/// When the clocks of a time zone change, as a TZif file tells it (RFC 8536).
public struct ZoneTable: Sendable {
  /// How far a zone's clocks are from UTC.
  public struct Offset: Hashable, Sendable {
    /// Seconds east of Greenwich.
    public var seconds: Int
    public var isDaylight: Bool
  }

  /// A moment, in seconds since 1970-01-01 UTC, and the offset from then on.
  public struct Change: Hashable, Sendable {
    public var at: Int64
    public var offset: Offset
  }

  private let first: Offset
  /// In their order.
  private let changes: [Change]
  /// What holds after the last of them; nil where that goes on.
  private let rule: ZoneRule?

  /// Where systems keep them.
  private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]

  /// The zone with an IANA name, as far as the system knows it.
  ///
  /// - Parameter read: the bytes of the file at a path; nil where there is none.
  public init?(named name: String, read: (String) -> [UInt8]?) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = name.utf8.allSatisfy { byte in
      Unicode.Scalar(byte).properties.isAlphabetic && byte < 0x80 || "0123456789_+-/".utf8.contains(byte)
    }
    guard isPlain, name.utf8.count < 64, !parts.contains(where: \.isEmpty) else { return nil }
    for folder in ZoneTable.folders {
      if let bytes = read("\(folder)/\(name)") {
        self.init(tzif: bytes)
        return
      }
    }
    return nil
  }

  /// Nil where the bytes are no such file.
  public init?(tzif bytes: [UInt8]) {
    guard var block = TZifBlock(bytes[...], timeSize: 4) else { return nil }
    var footer: ArraySlice<UInt8> = []
    if block.version >= UInt8(ascii: "2") {
      guard let second = TZifBlock(block.rest, timeSize: 8) else { return nil }
      block = second
      footer = block.rest.dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    }
    guard let first = block.types.first(where: { !$0.isDaylight }) ?? block.types.first else { return nil }
    (self.first, changes) = (first, block.changes)
    rule = ZoneRule(String(decoding: footer, as: UTF8.self))
  }

  /// What holds at a moment, in seconds since 1970-01-01 UTC.
  public func offset(at second: Int64) -> Offset {
    if let rule, second >= changes.last?.at ?? .min { return rule.offset(at: second) }
    return changes.last { $0.at <= second }?.offset ?? first
  }

  /// The changes between two moments, without those that change nothing but the zone's abbreviation.
  public func changes(after start: Int64, before end: Int64) -> [Change] {
    var all = changes
    if let rule, end > all.last?.at ?? .min {
      let last = all.last?.at ?? .min
      let years = Instant(milliseconds: start * 1000).date.year - 1...Instant(milliseconds: end * 1000).date.year + 1
      all += years.flatMap(rule.changes).filter { $0.at > last }
    }
    var before = offset(at: start)
    return all.filter { change in
      guard change.at > start, change.at < end, change.offset != before else { return false }
      before = change.offset
      return true
    }
  }
}

/// One of the two blocks of a TZif file.
private struct TZifBlock {
  let version: UInt8
  let types: [ZoneTable.Offset]
  let changes: [ZoneTable.Change]
  let rest: ArraySlice<UInt8>

  init?(_ bytes: ArraySlice<UInt8>, timeSize: Int) {
    guard bytes.count >= 44, bytes.starts(with: "TZif".utf8) else { return nil }
    var place = bytes.startIndex
    func number(_ size: Int) -> Int64 {
      defer { place += size }
      let value = bytes[place..<place + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
    version = bytes[place + 4]
    place += 20
    let counts = (0..<6).map { _ in Int(number(4)) }
    let (utcs, standards, leaps, times, kinds, letters) = (
      counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]
    )
    guard counts.allSatisfy({ (0...100_000).contains($0) }), kinds > 0 else { return nil }
    let size = times * (timeSize + 1) + kinds * 6 + letters + leaps * (timeSize + 4) + standards + utcs
    guard bytes.endIndex - place >= size else { return nil }
    let end = place + size
    let moments = (0..<times).map { _ in number(timeSize) }
    let indices = (0..<times).map { _ in Int(number(1) & 0xFF) }
    types = (0..<kinds).map { _ in
      defer { place += 1 }
      return ZoneTable.Offset(seconds: Int(number(4)), isDaylight: number(1) != 0)
    }
    let known = types
    guard indices.allSatisfy({ $0 < kinds }) else { return nil }
    changes = zip(moments, indices).map { ZoneTable.Change(at: $0, offset: known[$1]) }
    rest = bytes[end...]
  }
}
