// Theory: Unicode's own name of a letter says which one it is at bottom: LATIN SMALL LETTER E WITH ACUTE, KATAKANA LETTER
// GA, HANGUL SYLLABLE HAN. Cyrillic and Greek letters are named after what they are called, so these stand in a table
// (ISO 9 without its marks, ISO 843). Transliteration as ICU has it knows more, Chinese above all, and is 34 MB.
extension String {
  /// The text in lower-case ASCII letters, for the id of something with this name: letters lose their marks, and those
  /// of some other scripts are spelled in Latin ones. What cannot be spelled so becomes a space.
  public var plainLetters: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    return lowercased().unicodeScalars.reduce(into: "") { $0 += $1.plainLetters }
  }
}

extension Unicode.Scalar {
  fileprivate var plainLetters: String {
    if isASCII { return String(self) }
    if properties.generalCategory == .nonspacingMark { return "" }
    if let spelling = spellings[self] { return spelling }
    let words = properties.name?.split(separator: " ") ?? []
    guard let script = words.first, scripts.contains(script), words.count > 2 else { return " " }
    // LATIN SMALL LETTER E …, HIRAGANA LETTER SMALL YA, HANGUL SYLLABLE HAN
    let letter = words.drop { !["LETTER", "SYLLABLE"].contains($0) }.dropFirst().drop { $0 == "SMALL" }.first
    return letter.map { $0.lowercased() } ?? " "
  }
}

private let scripts: Set<Substring> = ["LATIN", "HIRAGANA", "KATAKANA", "HANGUL"]

private let spellings: [Unicode.Scalar: String] = {
  let letters = """
    ß ss æ ae œ oe þ th ð d ı i ĳ ij ŋ n ん n ン n っ - ッ - ー - ’ '
    а a б b в v г g ґ g д d ђ dj е e ё e є ye ж zh з z ѕ dz и i і i ї yi й y ј j к k л l љ lj м m н n њ nj о o п p р r с s \
    т t ћ c у u ў u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ - ы y ь - э e ю yu я ya
    α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o \
    ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y ΐ i ΰ y
    """
  let words = letters.split { $0 == " " || $0 == "\n" }
  return stride(from: 0, to: words.count, by: 2).reduce(into: [:]) { spellings, place in
    // A hyphen stands for a sign that is not spelled.
    let spelling = words[place + 1] == "-" ? "" : String(words[place + 1])
    if let letter = words[place].unicodeScalars.first { spellings[letter] = spelling }
  }
}()
