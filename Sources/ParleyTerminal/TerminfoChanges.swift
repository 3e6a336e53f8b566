/// Our changes to the descriptions that systems install.
extension TerminfoEntry {
  /// Colours from this number on are `0x1000000 + 0xRRGGBB`; those below 256 stay the palette's.
  static let directColors = 0x100_0000

  // The places of the capabilities in term.h.
  private enum Place {
    static let canChange = 27
    static let maxColors = 13
    static let alternateCharacters = 25
    static let plainCharacters = 38
    static let plainAttributes = 39
    static let setAttributes = 131
    static let lineCharacters = 146
    static let enableLineCharacters = 155
    static let originalColors = 298
    static let initializeColor = 299
    static let initializePair = 300
    static let foreground = 359
    static let background = 360
  }

  /// ncurses resets the palette when it starts and ends, which undoes the colours that users set when their shell
  /// starts. Without the capability it leaves the palette alone.
  mutating func leavePaletteAlone() {
    if flags.indices.contains(Place.canChange) { flags[Place.canChange] = 0 }
    remove([Place.originalColors, Place.initializeColor, Place.initializePair])
  }

  /// With every change of attributes ncurses also selects the ASCII characters, for terminals whose lines are letters
  /// of another set. Lines are Unicode here, so the character set never changes. This saves 14 of the 32 bytes of a
  /// bold, coloured digit.
  mutating func stayInOneCharacterSet() {
    guard strings.indices.contains(Place.setAttributes), let plain = strings[Place.plainAttributes] else { return }
    let known = ["\u{1b}[m", "\u{1b}[0m"].map { Array($0.utf8) }
    let selecting: [Bytes] = [Array("\u{1b}(B".utf8), [0x0f]]
    guard known.contains(selecting.reduce(plain) { $0.without($1) }) else { return }
    strings[Place.plainAttributes] = known[0]
    remove([
      Place.setAttributes, Place.alternateCharacters, Place.plainCharacters, Place.lineCharacters,
      Place.enableLineCharacters,
    ])
  }

  private mutating func remove(_ places: [Int]) {
    for place in places where strings.indices.contains(place) { strings[place] = nil }
  }

  /// Lets ncurses show any colour on a terminal that can, by its COLORTERM.
  mutating func addTrueColor() {
    guard numbers.indices.contains(Place.maxColors), numbers[Place.maxColors] >= 256,
      strings.indices.contains(Place.background)
    else { return }
    numbers[Place.maxColors] = 2 * Self.directColors
    strings[Place.foreground] = Self.setColor(normal: 3, bright: 9)
    strings[Place.background] = Self.setColor(normal: 4, bright: 10)
    extraNames.append(Array("RGB".utf8))
    extraStrings.append(Array("8/8/8".utf8))
  }

  private static func setColor(normal: Int, bright: Int) -> Bytes {
    let palette =
      "%?%p1%{8}%<%t\(normal)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e%p1%{256}%<%t\(normal)8;5;%p1%d"
    let direct = "%e\(normal)8;2;%p1%{65536}%/%{255}%&%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;"
    return Array("\u{1b}[\(palette)\(direct)m".utf8)
  }
}

extension [UInt8] {
  fileprivate func without(_ part: [UInt8]) -> [UInt8] {
    guard let place = firstRange(of: part) else { return self }
    return Array(self[..<place.lowerBound] + self[place.upperBound...])
  }
}
