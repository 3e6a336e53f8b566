/// A file as scalars, made fit for the YAML parser without moving anything. Every scalar that the parser refuses or
/// obeys gets a stand-in of the same width. So the parser's lines and columns are those of the file, and one bad
/// character does not hide the faults after it.
///
/// A `*` gets a stand-in too: the parser then finds nothing to take for an alias, so a file of a billion laughs is as
/// quick to read as any other, and ``TreeBuilder`` finds the aliases afterwards. An anchor without an alias does no harm
/// and is found in the tree.
struct SourceText {
  /// The file without its byte-order mark, line ends as LF.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The bytes that are not UTF-8, with their places.
  private(set) var badBytes: [(place: Place, bytes: [UInt8])] = []
  private(set) var lineStarts: [Int] = [0]
  private var standIns: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var badByteMark: Unicode.Scalar = "\u{FFFD}"

  init(bytes: [UInt8]) {
    var inUse: Set<Unicode.Scalar> = []
    var unfit: Set<Unicode.Scalar> = []
    var bad: [Int] = []
    scalars.reserveCapacity(bytes.count)
    decode(bytes) { scalar, bytes in
      if let bytes {
        bad.append(scalars.count)
        badBytes.append((Place(line: lineStarts.count, column: scalars.count - (lineStarts.last ?? 0) + 1), bytes))
      }
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
      if scalar == "\n" { lineStarts.append(scalars.count) }
      if (0xE000...0xF8FF).contains(scalar.value) { inUse.insert(scalar) }
      if SourceText.needsStandIn(scalar) { unfit.insert(scalar) }
    }
    var free = (0xE000...0xF8FF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
      .filter { !inUse.contains($0) }.makeIterator()
    badByteMark = free.next() ?? badByteMark
    for index in bad { scalars[index] = badByteMark }
    for scalar in unfit.sorted() {
      guard let standIn = free.next() else { break }
      standIns[scalar] = standIn
      originals[standIn] = scalar
    }
  }

  /// Whether the parser refuses the scalar, obeys it, or takes it for the end of a line.
  private static func needsStandIn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: false
    case 0x2A: true
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

extension SourceText {
  /// The text for the parser, with spaces at the places that are blanked out.
  func forParser(blank: Set<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if !blank.isEmpty, blank.contains(index) {
        text.append(" ")
      } else {
        text.append(SourceText.needsStandIn(scalar) ? standIns[scalar] ?? scalar : scalar)
      }
    }
    return String(text)
  }

  /// A scalar of the parser's tree as in the file.
  func restored(_ text: String) -> String {
    guard !originals.isEmpty, text.unicodeScalars.contains(where: { originals[$0] != nil }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { originals[$0] ?? $0 }))
  }

  func hasBadBytes(_ text: String) -> Bool { !badBytes.isEmpty && text.unicodeScalars.contains(badByteMark) }

  /// The control characters that YAML refuses anywhere, comments included.
  var refusedCharacters: [(place: Place, scalar: Unicode.Scalar)] {
    guard standIns.count > (standIns["*"] == nil ? 0 : 1) else { return [] }
    return scalars.indices
      .filter { SourceText.needsStandIn(scalars[$0]) && scalars[$0] != "*" && scalars[$0] != "\u{FEFF}" }
      .map { (place(of: $0), scalars[$0]) }
  }
}

/// Passes on each scalar, and for bytes that are not UTF-8 a replacement with the bytes. It skips a byte-order mark at
/// the beginning.
private func decode(_ bytes: [UInt8], each: (Unicode.Scalar, [UInt8]?) -> Void) {
  var source = (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]).makeIterator()
  var parser = Unicode.UTF8.ForwardParser()
  var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while true {
    switch parser.parseScalar(from: &source) {
    case .valid(let encoded):
      each(Unicode.UTF8.decode(encoded), nil)
      position += encoded.count
    case .error(let length):
      each("\u{FFFD}", Array(bytes[position..<position + length]))
      position += length
    case .emptyInput: return
    }
  }
}
