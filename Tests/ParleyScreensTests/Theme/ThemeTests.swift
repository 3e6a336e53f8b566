import Glibc
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyScreens

@Suite struct ThemeTests {
  static let names = ["parley-dark", "light", "high-contrast", "colour-blind"]
  private let catalogue = ThemeCatalogue()

  @Test func theDefaultIsWhatItsFileSays() throws {
    let reader = try ThemeReader(try builtIn("parley-dark"), file: "parley-dark")
    #expect(reader.faults.isEmpty)
    #expect(Theme(name: "parley-dark", styles: reader.styles) == .parleyDark)
    #expect(Theme.parleyDark[.dotRed] == Style(foreground: .rgb(0xff, 0x6b, 0x6b), attributes: .bold))
  }

  @Test func everyFileIsBuiltIn() throws {
    let folder = try #require(opendir(Self.folder))
    defer { closedir(folder) }
    var names: Set<String> = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".toml") { names.insert(String(name.dropLast(5))) }
    }
    #expect(names == Set(BuiltInThemes.names))
    #expect(Set(Self.names) == names)
  }

  @Test(arguments: names) func whatIsBuiltInIsTheFileByteForByte(_ name: String) throws {
    let file = try #require(TextFile.read("\(Self.folder)/\(name).toml"))
    #expect(Array(try builtIn(name).utf8) == Array(file.utf8))
  }

  private static let folder =
    "/" + "\(#filePath)".split(separator: "/").dropLast(4).joined(separator: "/") + "/themes"

  @Test(arguments: names) func everyThemeHasEveryRole(_ name: String) throws {
    let loaded = try catalogue.load(name)
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.theme.name == name)
  }

  @Test(arguments: names, ColorDepth.allCases)
  func dotsStayApart(_ name: String, _ depth: ColorDepth) throws {
    let theme = try catalogue.load(name).theme.mapped(to: depth)
    let dots = [Role.dotGreen, .dotYellow, .dotRed].map { theme[$0] }
    #expect(Set(dots).count == 3)
  }

  @Test(arguments: names, ColorDepth.allCases)
  func phasesOfTheCountdownStayApart(_ name: String, _ depth: ColorDepth) throws {
    let theme = try catalogue.load(name).theme.mapped(to: depth)
    let phases = [Role.countdownCalm, .countdownWarning, .countdownPress, .countdownOver].map { theme[$0] }
    #expect(Set(phases).count == 4)
  }

  @Test(arguments: names, ColorDepth.allCases)
  func whatIsSelectedRefusedOrCurrentStandsOut(_ name: String, _ depth: ColorDepth) throws {
    let theme = try catalogue.load(name).theme.mapped(to: depth)
    for role in [Role.selection, .refusal, .stepCurrent, .goalOnTable, .countdownOver, .completionSelected] {
      #expect(theme[role] != theme[.text], "\(role)")
      #expect(theme[role] != theme[.dim], "\(role)")
    }
  }

  @Test func withoutColoursNothingHasOne() {
    let theme = Theme.parleyDark.mapped(to: .none)
    for role in Role.allCases {
      #expect(theme[role].foreground == nil)
      #expect(theme[role].background == nil)
    }
  }

  @Test func aRoleLeftOutLooksLikeItsParent() {
    let red = Style(foreground: .rgb(1, 2, 3))
    let theme = Theme(name: "small", styles: [.title: red], default: .parleyDark)
    #expect(theme[.heading] == red)
    #expect(theme[.dotYellow] == Theme.parleyDark[.dotYellow])
  }

  @Test func whatInheritsNothingIsWarnedAboutRoleByRole() throws {
    let files = try ThemeFolder(["mine": "name = \"mine\"\n[styles]\ntext = { fg = \"#ffffff\" }\n"])
    let loaded = try ThemeCatalogue(directories: [files.path]).load("mine")
    #expect(loaded.warnings.count == Role.allCases.count - 1)
    #expect(loaded.warnings.allSatisfy { $0.isWarning })
    #expect(loaded.theme[.dotGreen] == Style(foreground: .rgb(255, 255, 255)))
  }

  @Test func inheritingFillsWhatIsLeftOut() throws {
    let files = try ThemeFolder(["mine": "inherits = \"light\"\n[styles]\ndot-green = \"bright-blue\"\n"])
    let loaded = try ThemeCatalogue(directories: [files.path]).load("mine")
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.theme[.dotGreen].foreground == .ansi(12))
    let light = try catalogue.load("light").theme
    #expect(loaded.theme[.dotRed] == light[.dotRed])
  }

  @Test func aFileOfABuiltInNameGoesBeforeIt() throws {
    let files = try ThemeFolder(["parley-dark": "inherits = \"parley-dark\"\n[styles]\ntitle = \"red\"\n"])
    let loaded = try ThemeCatalogue(directories: [files.path]).load("parley-dark")
    #expect(loaded.theme[.title].foreground == .ansi(1))
    #expect(loaded.theme[.dotGreen] == Theme.parleyDark[.dotGreen])
  }

  @Test func namesAreBuiltInOnesThenFiles() throws {
    let files = try ThemeFolder(["zebra": "", "light": "inherits = \"light\""])
    #expect(ThemeCatalogue(directories: [files.path, "/nowhere"]).names == Self.names + ["zebra"])
  }

  @Test func theShelfGoesRoundAllThatCanBeRead() throws {
    let files = try ThemeFolder(["broken": "[styles", "mine": "inherits = \"light\"\nname = \"My own\""])
    var shelf = try ThemeShelf(ThemeCatalogue(directories: [files.path]), beginningWith: "mine")
    var names: [String] = []
    for _ in 0..<Self.names.count + 2 {
      names.append(shelf.current.name)
      shelf.turn()
    }
    #expect(names == ["My own"] + Self.names + ["My own"])
  }

  private func builtIn(_ name: String) throws -> String { try #require(BuiltInThemes.text(name)) }
}
