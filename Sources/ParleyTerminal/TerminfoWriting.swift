extension TerminfoEntry {
  /// The description in its compiled form.
  var compiled: Bytes {
    let table = Table(strings)
    var file = Self.shorts([
      Self.longNumbers, names.count, flags.count, numbers.count, strings.count, table.bytes.count,
    ])
    file += names + flags
    Self.align(&file)
    file += Self.longs(numbers) + Self.shorts(table.places) + table.bytes
    Self.align(&file)
    return file + compiledExtras
  }

  /// The form in which ncurses takes it from the variable TERMINFO, in place of a directory.
  var asVariable: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text = Array("hex:".utf8)
    for byte in compiled { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private var compiledExtras: Bytes {
    let values = Table(extraStrings)
    let names = Table(extraNames)
    var part = Self.shorts([
      extraFlags.count, extraNumbers.count, extraStrings.count, values.used + names.used,
      values.bytes.count + names.bytes.count,
    ])
    part += extraFlags
    Self.align(&part)
    return part + Self.longs(extraNumbers) + Self.shorts(values.places + names.places) + values.bytes
      + names.bytes
  }

  private struct Table {
    var places: [Int] = []
    var bytes: Bytes = []
    var used = 0

    init(_ strings: [Bytes?]) {
      for string in strings {
        places.append(string == nil ? -1 : bytes.count)
        guard let string else { continue }
        bytes += string + [0]
        used += 1
      }
    }
  }

  private static func shorts(_ numbers: [Int]) -> Bytes {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  private static func longs(_ numbers: [Int]) -> Bytes {
    numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  }

  private static func align(_ bytes: inout Bytes) { if bytes.count % 2 == 1 { bytes.append(0) } }
}
