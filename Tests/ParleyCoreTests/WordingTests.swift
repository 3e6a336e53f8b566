import Testing

@testable import ParleyCore

@Suite("The wording of documents")
struct WordingTests {
  private static let german = DocumentWording.shipped("de")

  @Test(
    "Every language that comes with Parley has every key, and says of itself what it is", arguments: ["en", "de", "fr"])
  func whole(name: String) throws {
    let words = try #require(DocumentWording.shipped(name))
    #expect(words.language == name && words.missing.isEmpty)
    #expect(words.keys.count == DocumentWording.english.keys.count && words.keys.count > 500)
    // Read anew: a file with a fault would be English.
    #expect(try DocumentWording(toml: try #require(DocumentWording.file(name))).language == name)
  }

  @Test("A sentence has the same places in every language", arguments: ["de", "fr"])
  func places(name: String) throws {
    let words = try #require(DocumentWording.shipped(name))
    for (key, text) in DocumentWording.english.keys where !key.hasPrefix("language.") {
      #expect(words.text(key).places == text.places, "\(name): \(key)")
    }
  }

  @Test("Nothing but names that are the same in both is left in English", arguments: ["de", "fr"])
  func translated(name: String) throws {
    let words = try #require(DocumentWording.shipped(name))
    let same = DocumentWording.english.keys.filter { key, text in
      text.plain.contains { $0.isLetter } && words.text(key).pieces == text.pieces && !text.places.isEmpty
        && text.pieces.contains { if case .words(let words) = $0 { words.count { $0.isLetter } > 3 } else { false } }
    }.keys.sorted()
    // A minute is one in French too.
    #expect(
      same.allSatisfy {
        ["step.features", "preread.minutes.one", "preread.minutes.other", "glance.absent.one"].contains($0)
      }, "\(same)")
  }

  @Test("Documents call things as the screens do")
  func screens() {
    let words = DocumentWording.english
    for outcome in Record.Outcome.allCases { #expect(words["outcome.\(outcome.rawValue)"] == outcome.words) }
    for layer in Dot.Layer.allCases { #expect(words["layer.\(layer.rawValue)"] == layer.words) }
    for cause in Dot.Cause.allCases {
      #expect(words["cause.\(cause.rawValue)"] == cause.words)
      #expect(words["situation.\(cause.rawValue)"] == cause.situation)
    }
    for result in LastPeriod.Result.allCases { #expect(words.result(result) == result.words) }
    for result in LaterOutcome.Result.allCases { #expect(words.result(result) == result.words) }
    for part in Step.Part.allCases { #expect(words["step.\(part.rawValue)"] == part.titles.title) }
    for kind in Owed.ObligationKind.allCases {
      let owed = Owed(key: "F1", kind: kind, what: "Q3 2027", who: [], due: nil)
      #expect(owed.sentence(in: words) == owed.sentence(saying: "Q3 2027"))
    }
  }

  @Test("Numbers, days and plurals are written as each language does")
  func numbers() throws {
    let (german, french) = (try #require(Self.german), try #require(DocumentWording.shipped("fr")))
    let numbers: [(Double, String, String, String)] = [
      (40, "40", "40", "40"), (2.5, "2.5", "2,5", "2,5"), (-0.25, "-0.25", "-0,25", "-0,25"),
      (1042, "1042", "1042", "1042"), (10_500, "10500", "10.500", "10\u{202F}500"),
      (-1_234_567.5, "-1234567.5", "-1.234.567,5", "-1\u{202F}234\u{202F}567,5"), (1e17, "1e+17", "1e+17", "1e+17"),
    ]
    for (number, english, inGerman, inFrench) in numbers {
      #expect(DocumentWording.english.numeral(number) == english)
      #expect(german.numeral(number) == inGerman && french.numeral(number) == inFrench)
    }
    let day = try #require(CalendarDate("2027-07-01"))
    #expect(DocumentWording.english.longDay(day) == "2027-07-01")
    #expect(german.day(day) == "01.07.2027" && german.longDay(day) == "1.\u{A0}Juli 2027")
    #expect(french.day(day) == "01/07/2027" && french.longDay(day) == "1er\u{A0}juillet 2027")
    #expect(german.moment(Instant(day, hour: 14, minute: 5)) == "1.\u{A0}Juli 2027 um 14:05 Uhr")
    #expect(
      [0, 1, 2].map { DocumentWording.english.counted($0, "preread.hours") } == ["0 hours", "1 hour", "2 hours"])
    #expect([0, 1, 2].map { french.counted($0, "preread.hours") } == ["0 heure", "1 heure", "2 heures"])
  }

  @Test("What people wrote is filled in once, and is not looked at again")
  func filling() throws {
    let said = DocumentWording.english("process.sentence", ["who": "{day} {who}", "day": "Monday"])
    #expect(said == "{day} {who} decides by Monday")
  }

  @Test("A file of one's own may leave keys out, which have English words then and are told")
  func ownFile() throws {
    let words = try DocumentWording(toml: "[language]\ntag = \"nl\"\n[glance]\nheading = \"In één oogopslag\"\n")
    #expect(words.language == "nl" && words["glance.heading"] == "In één oogopslag")
    #expect(words["goals.heading"] == "Goals" && words.missing.contains("goals.heading"))
    #expect(!words.missing.contains("glance.heading"))
  }

  @Test(
    "A fault of a file is told with its line and column, and what to do",
    arguments: [
      ("[language]\ntag = \"nl\"\n[glance]\nheadding = \"x\"\n", 4, 1, "did you mean glance.heading?"),
      ("[language]\ntag = \"nl\"\n[votes]\ntied = \"Gelijk: {who}\"\n", 4, 8, "has no place {who}"),
      ("[language]\ntag = \"nl\"\n[votes]\ntied = \"Gelijk\"\n", 4, 8, "does not say {goals}"),
      ("[language]\ntag = \"nl\"\n[votes]\nnobody = true\n", 4, 10, "is not a text"),
      ("[language]\ntag = \"nl\"\n[votes]\nnobody = \"{{x\"\n", 4, 10, "brace"),
      ("[language]\ntag = \"nl\"\n[votes]\nnobody = \"nie\\u202Emand\"\n", 4, 10, "U+202E"),
      ("[language]\ntag = \"nl\"\n[nothing]\n", 3, 2, "[nothing] is empty"),
      ("[votes]\nnobody = \"niemand\"\n", 1, 1, "tag = \"nl\""), ("[language\n", 1, 10, "TOML"),
      ("[language]\ntag = \"nl\\\" x\"\n", 2, 7, "is not the tag of a language"),
      ("[language]\ntag = \"nl\"\n[votes]\nnobody = \"a\\nb\"\n", 4, 10, "U+A"),
      ("[language]\ntag = \"nl\"\nday = \"{weekday}\"\n", 3, 7, "has no place {weekday}"),
    ])
  func faults(text: String, line: Int, column: Int, what: String) {
    do throws(DocumentWording.Fault) {
      _ = try DocumentWording(toml: text)
      Issue.record("taken: \(text)")
    } catch {
      #expect(error.line == line && error.column == column && error.what.contains(what), "\(error)")
    }
  }
}
