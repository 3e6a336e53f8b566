import ParleyTerminal
import Testing

@testable import ParleyScreens

/// Faults of theme files, each at its line and column.
@Suite struct ThemeFaultTests {
  @Test(arguments: [
    ("name = \"x\"\nname = \"y\"\n", "mine.toml:2:"),
    ("[styles]\ndim = { fg = }\n", "mine.toml:2:14:"),
  ])
  func whatIsNotTOMLIsSaidWhere(_ text: String, _ beginning: String) throws {
    let faults = try faults(in: text)
    #expect(faults.count == 1)
    #expect(faults[0].contains("mine.toml:2:"))
    #expect(faults[0].contains("is not TOML"))
  }

  @Test func everyFaultIsToldInOneGo() throws {
    let text = """
      nam = "x"
      [palette]
      sky = "#12345"
      [styles]
        dot-gren = { fg = "sky" }
      dim = { fg = "grey", attributes = ["bold", "blink"] }
      title = { fog = "red" }
      border = 7
      """
    let faults = try faults(in: text)
    #expect(faults.contains { $0.hasSuffix("mine.toml:1:1: unknown key `nam` — did you mean `name`?") })
    #expect(faults.contains { $0.contains("mine.toml:3:7: unknown colour `#12345`") })
    #expect(faults.contains { $0.hasSuffix("mine.toml:5:3: unknown role `dot-gren` — did you mean `dot-green`?") })
    #expect(faults.contains { $0.contains("mine.toml:6:14: unknown colour `grey`") })
    #expect(faults.contains { $0.contains("mine.toml:6:44: unknown attribute `blink`") })
    #expect(faults.contains { $0.contains("mine.toml:7:11: unknown key `fog`") })
    #expect(faults.contains { $0.contains("mine.toml:8:1: `border` is of the wrong type") })
  }

  @Test func aFaultHasThePlaceOfItsKeyInItsOwnTable() throws {
    let text = """
      [palette]
      title = "#000000"
      [styles]
      title = { fg = "greyish", bg = "grey", attributes = ["grey"] }
      dim = { fg = "blurb", bg = "blurb" }
      [styles.border]
      bg = 3
      fg = "title"
      [styles.heading]
      bg = "nowhere"
      """
    let faults = try faults(in: text)
    let places = faults.map { $0.split(separator: "mine.toml:")[1].prefix { $0 != " " } }
    #expect(places.sorted() == ["10:6:", "4:16:", "4:32:", "4:54:", "5:14:", "5:28:", "7:1:"])
  }

  @Test func aThemeThatInheritsInACircleIsRefused() throws {
    let files = try ThemeFolder(["a": "inherits = \"b\"", "b": "inherits = \"a\""])
    let error = #expect(throws: ThemeFaults.self) { try ThemeCatalogue(directories: [files.path]).load("a") }
    #expect(error?.faults.first?.description.contains("inherits from itself") == true)
  }

  @Test func anUnknownThemeSuggestsTheNearOne() {
    let error = #expect(throws: ThemeFaults.self) { try ThemeCatalogue().load("ligth") }
    #expect(error?.faults.map(\.description) == ["ligth: no such theme — did you mean `light`?"])
  }

  @Test func aFileThatCannotBeReadIsSaidSo() {
    let error = #expect(throws: ThemeFaults.self) { try ThemeCatalogue().load("/nowhere/x.toml") }
    #expect(error?.faults.first?.description.hasPrefix("/nowhere/x.toml: cannot be read: No such file") == true)
  }

  @Test(arguments: [[0xff, 0xfe, 0x0a], Array(repeating: 0x23, count: 70_000)])
  func whatIsNoTextOrTooLongIsRefused(_ bytes: [UInt8]) throws {
    let files = try ThemeFolder(bytes: ["mine": bytes])
    #expect(throws: ThemeFaults.self) { try ThemeCatalogue(directories: [files.path]).load("mine") }
  }

  private func faults(in text: String) throws -> [String] {
    let files = try ThemeFolder(["mine": text])
    let error = #expect(throws: ThemeFaults.self) { try ThemeCatalogue(directories: [files.path]).load("mine") }
    return error?.faults.map(\.description) ?? []
  }
}
