/// A compiled terminal description, as in term(5), to change and give to ncurses. It is read by hand because ncurses
/// reads and writes this format only for its own tools.
///
///     header        six shorts: magic, and the sizes of the five parts that follow
///     names         ended by a zero
///     flags         a byte each, then a byte more if needed to come to an even place
///     numbers       two or four bytes each, by the magic
///     strings       places in the table, two bytes each, 0xffff for none
///     table         strings, each ended by a zero
///
/// then, at an even place, the same once more for capabilities with names of their own, where the
/// places are followed by those of all the names, counted from the end of the values.
struct TerminfoEntry {
  typealias Bytes = [UInt8]

  /// By the order of the capabilities in term.h.
  var names: Bytes
  var flags: Bytes
  var numbers: [Int]
  var strings: [Bytes?]
  /// The same for capabilities with names of their own: those of the flags first, then numbers, strings.
  var extraFlags: Bytes = []
  var extraNumbers: [Int] = []
  var extraStrings: [Bytes?] = []
  var extraNames: [Bytes] = []

  static let shortNumbers = 0o432
  static let longNumbers = 0o1036

  /// Nil when the file is no description, or is cut off.
  init?(_ file: Bytes) {
    var reader = TerminfoReader(file)
    guard let header = reader.shorts(6), [Self.shortNumbers, Self.longNumbers].contains(header[0]),
      header.allSatisfy({ $0 >= 0 })
    else { return nil }
    let numberSize = header[0] == Self.longNumbers ? 4 : 2
    guard let names = reader.bytes(header[1]), let flags = reader.bytes(header[2]), reader.align(),
      let numbers = reader.numbers(header[3], size: numberSize), let places = reader.shorts(header[4]),
      let table = reader.bytes(header[5])
    else { return nil }
    (self.names, self.flags, self.numbers) = (names, flags, numbers)
    strings = places.map { Self.string(at: $0, in: table) }
    if reader.align() { readExtras(&reader, numberSize: numberSize) }
  }

  private mutating func readExtras(_ reader: inout TerminfoReader, numberSize: Int) {
    guard let header = reader.shorts(5), header.allSatisfy({ $0 >= 0 }), let flags = reader.bytes(header[0]),
      reader.align(), let numbers = reader.numbers(header[1], size: numberSize),
      let values = reader.shorts(header[2]),
      let nameShorts = reader.shorts(header[0] + header[1] + header[2]),
      let table = reader.bytes(header[4])
    else { return }
    let strings = values.map { Self.string(at: $0, in: table) }
    let namesBegin = strings.reduce(0) { $0 + ($1.map { $0.count + 1 } ?? 0) }
    let names = nameShorts.compactMap { Self.string(at: namesBegin + $0, in: table) }
    guard names.count == nameShorts.count else { return }
    (extraFlags, extraNumbers, extraStrings, extraNames) = (flags, numbers, strings, names)
  }

  private static func string(at place: Int, in table: Bytes) -> Bytes? {
    guard place >= 0, place < table.count else { return nil }
    return Bytes(table[place...].prefix { $0 != 0 })
  }
}

/// Takes a description apart; every part is nil past the end.
struct TerminfoReader {
  private let file: [UInt8]
  private var place = 0

  init(_ file: [UInt8]) { self.file = file }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count >= 0, place + count <= file.count else { return nil }
    defer { place += count }
    return Array(file[place..<(place + count)])
  }

  mutating func shorts(_ count: Int) -> [Int]? { numbers(count, size: 2) }

  /// Signed, the lowest byte first.
  mutating func numbers(_ count: Int, size: Int) -> [Int]? {
    guard let bytes = bytes(count * size) else { return nil }
    return (0..<count).map { index in
      let bits = (0..<size).reduce(0) { $0 | Int(bytes[index * size + $1]) << (8 * $1) }
      return size == 2 ? Int(Int16(truncatingIfNeeded: bits)) : Int(Int32(truncatingIfNeeded: bits))
    }
  }

  /// - Returns: whether anything is left.
  mutating func align() -> Bool {
    place += place % 2
    return place < file.count
  }
}
