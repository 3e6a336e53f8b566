extension DocumentWording {
  /// What is wrong in a file of wording, and where.
  public struct Fault: Error, Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// In Unicode scalars, from 1.
    public var column: Int
    /// The problem — the remedy.
    public var what: String
  }

  /// The largest file that is read.
  public static let largestFile = 256 * 1024

  /// The words that Parley writes documents in where nobody says otherwise.
  public static let english = DocumentWording(texts: table(String(decoding: PackageResources.en_toml, as: UTF8.self)))

  /// The names of the languages that come with Parley.
  public static let shipped = ["en", "de", "fr"]

  /// A language that comes with Parley; nil for another name.
  public static func shipped(_ name: String) -> DocumentWording? {
    switch name {
    case "en": english
    case "de": german
    case "fr": french
    default: nil
    }
  }

  /// The file of a language that comes with Parley, to begin one's own from; nil for another name.
  public static func file(_ name: String) -> String? {
    switch name {
    case "en": String(decoding: PackageResources.en_toml, as: UTF8.self)
    case "de": String(decoding: PackageResources.de_toml, as: UTF8.self)
    case "fr": String(decoding: PackageResources.fr_toml, as: UTF8.self)
    default: nil
    }
  }

  private static let german = read("de")
  private static let french = read("fr")

  private static func read(_ name: String) -> DocumentWording {
    (try? DocumentWording(toml: file(name) ?? "")) ?? english
  }

  private static func table(_ text: String) -> [String: WordingText] {
    guard let root = try? TOMLReader.read(text) else { return [:] }
    return Dictionary(entries(of: root, under: "").map { ($0.key, WordingText($0.value.text ?? "")) }) { first, _ in
      first
    }
  }

  /// Reads a file of wording. What it leaves out has the English words.
  public init(toml text: String) throws(Fault) {
    let root: TOMLTable
    do throws(TOMLFault) { root = try TOMLReader.read(text) } catch {
      throw Fault(line: error.place.line, column: error.place.column, what: "\(error.what.cleaned) — write it as TOML")
    }
    let measure = DocumentWording.english.keys
    var own: [String: WordingText] = [:]
    for entry in DocumentWording.entries(of: root, under: "") {
      own[entry.key] = try DocumentWording.text(entry, measure: measure)
    }
    // The tag says what the words are in: without one, a browser and a screen reader would take them for English.
    if own["language.tag"] == nil {
      throw Fault(line: 1, column: 1, what: "it does not say its language — write `tag = \"nl\"` under [language]")
    }
    self.init(
      texts: measure.merging(own) { _, own in own }, missing: measure.keys.filter { own[$0] == nil }.sorted())
  }

  private static func entries(of table: TOMLTable, under path: String) -> [WordingEntry] {
    table.entries.flatMap { entry -> [WordingEntry] in
      let key = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      guard let table = entry.value.table else {
        return [WordingEntry(key: key, place: entry.place, value: entry.value)]
      }
      return table.entries.isEmpty && path.isEmpty
        ? [WordingEntry(key: key, place: entry.place, value: entry.value)] : entries(of: table, under: key)
    }
  }

  private static func text(_ entry: WordingEntry, measure: [String: WordingText]) throws(Fault) -> WordingText {
    guard let english = measure[entry.key] else { throw strange(entry, among: measure.keys) }
    guard let words = entry.value.text else { throw entry.fault("\(entry.key) is not a text — put it in quotes") }
    let mayHaveLines = english.plain.contains("\n")
    let bad = words.unicodeScalars.first { scalar in
      scalar == "\n" ? !mayHaveLines : !scalar.properties.isWhitespace && String(scalar).cleaned.isEmpty
    }
    if let bad {
      let code = String(bad.value, radix: 16, uppercase: true)
      throw entry.fault("\(entry.key) has the character U+\(code) — leave it out")
    }
    if entry.key == "language.tag" { try entry.checkTag(words) }
    let text = WordingText(words)
    try entry.checkPlaces(of: text, english)
    return text
  }

  private static func strange(_ entry: WordingEntry, among keys: some Sequence<String>) -> Fault {
    func fault(_ what: String) -> Fault { Fault(line: entry.place.line, column: entry.place.column, what: what) }
    if entry.value.table != nil { return fault("[\(entry.key.cleaned)] is empty — leave it out") }
    let near = nearName(to: entry.key, among: keys).map { "did you mean \($0)?" }
    return fault("there is no “\(entry.key.cleaned)” — \(near ?? "`parley wording show en` prints all there are")")
  }
}

/// A key by the whole way to it, with its value.
private struct WordingEntry {
  let key: String
  let place: TextPlace
  let value: TOMLValue

  /// A fault in its value.
  func fault(_ what: String) -> DocumentWording.Fault {
    DocumentWording.Fault(line: value.place.line, column: value.place.column, what: what)
  }

  /// The tag stands in the markup of pages and calendars.
  func checkTag(_ tag: String) throws(DocumentWording.Fault) {
    let isTag =
      (1...35).contains(tag.utf8.count) && tag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    if !isTag { throw fault("“\(tag.cleaned)” is not the tag of a language — write one such as nl or pt-BR") }
  }

  /// A place that is missing would leave out what people said.
  func checkPlaces(of text: WordingText, _ english: WordingText) throws(DocumentWording.Fault) {
    let isAboutLanguage = key.hasPrefix("language.")
    let known =
      isAboutLanguage && !english.places.isEmpty
      ? english.places.union(["d", "dd", "mm", "month", "yyyy", "h", "hh"]) : english.places
    if let strange = text.places.subtracting(known).min() {
      let places = known.sorted().map { "{\($0)}" }.joined(separator: ", ")
      throw fault("\(key) has no place {\(strange.cleaned)} — \(places.isEmpty ? "it has none" : "it has \(places)")")
    }
    // One of something may be a word: “a minute”.
    let isFree = isAboutLanguage || key.hasSuffix(".one")
    if !isFree, let lost = english.places.subtracting(text.places).min() {
      throw fault("\(key) does not say {\(lost)} — write it where it belongs")
    }
    let hasBrace = text.pieces.contains {
      if case .words(let words) = $0 { words.contains { "{}".contains($0) } } else { false }
    }
    if hasBrace { throw fault("\(key) has a brace without its other — take it out") }
  }
}
