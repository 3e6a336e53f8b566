import ParleyTerminal
import Testing

@testable import ParleyScreens

// Measured as WCAG 2 does. Where a theme leaves the background to the terminal, a dark one stands on black and a light one
// on white; colours of the sixteen count as xterm shows them.
@Suite("Text can be read in every theme")
struct ContrastTests {
  /// Lines and bars, which are no text, need three to one (WCAG 2.2, 1.4.11).
  private static let lines: Set<Role> = [.border, .borderFocus, .barDone, .barOpen]

  @Test("The contrast is WCAG's")
  func formula() {
    let (black, white, grey) = (Color.rgb(0, 0, 0), Color.rgb(255, 255, 255), Color.rgb(118, 118, 118))
    #expect(abs(black.contrast(with: white) - 21) < 0.01 && white.contrast(with: white) == 1)
    // #767676 is the lightest grey that can be read on white, 4.54 : 1.
    #expect(abs(grey.contrast(with: white) - 4.54) < 0.01)
    #expect(abs(Color.rgb(255, 0, 0).contrast(with: white) - 4.0) < 0.01)
  }

  @Test(
    "At least 4.5 : 1 on what it stands on, at every depth of colour", arguments: BuiltInThemes.names,
    [ColorDepth.trueColor, .indexed256, .sixteen])
  func readable(name: String, depth: ColorDepth) throws {
    let theme = try ThemeCatalogue().load(name).theme
    let shown = theme.mapped(to: depth)
    for role in Role.allCases {
      let ground = shown[role].background ?? theme.ground.mapped(to: depth)
      let text =
        shown[role].foreground ?? shown[.text].foreground ?? (ground.isLight ? .rgb(0, 0, 0) : .rgb(255, 255, 255))
      let least = Self.lines.contains(role) ? 3 : Color.readable
      #expect(text.contrast(with: ground) >= least, "\(role) \(text) on \(ground)")
    }
  }

  @Test(
    "On a background of the other kind a theme brings its own, and can be read there", arguments: BuiltInThemes.names)
  func otherGround(name: String) throws {
    let theme = try ThemeCatalogue().load(name).theme
    let fitted = theme.fitting(lightBackground: !theme.isLight)
    let ground = try #require(fitted[.text].background)
    #expect(ground.isLight == theme.isLight)
    for role in Role.allCases {
      let text = fitted[role].foreground ?? fitted[.text].foreground
      let least = Self.lines.contains(role) ? 3 : Color.readable
      #expect(try #require(text).contrast(with: fitted[role].background ?? ground) >= least, "\(role)")
    }
    #expect(theme.fitting(lightBackground: theme.isLight) == theme && theme.fitting(lightBackground: nil) == theme)
  }

  @Test("Light and dark themes are known as such")
  func kinds() throws {
    #expect(try BuiltInThemes.names.filter { try ThemeCatalogue().load($0).theme.isLight } == ["light"])
    let mine = try ThemeReader(
      "[styles]\nheading = \"#0b5cad\"\ndot-red = \"#a00000\"\ndim = \"#555555\"\n", file: "mine")
    #expect(Theme(name: "mine", styles: mine.styles).isLight)
  }

  @Test("Every dot has a look of its own without colours, and a sign of its own without Unicode")
  func dotsWithoutColour() {
    for signs in [Signs.unicode, .ascii] {
      let dots = [signs.green, signs.yellow, signs.red, signs.abstain, signs.silent, signs.absent]
      #expect(Set(dots).count == dots.count)
    }
  }

  @Test("The theme goes by the background until one is chosen; a chosen one stays and is readable")
  func shelf() throws {
    var shelf = try ThemeShelf(ThemeCatalogue(), choosing: .standard, onLight: nil)
    #expect(shelf.current.name == "parley-dark")
    shelf.suit(lightBackground: false)
    #expect(shelf.current == .parleyDark)
    shelf.suit(lightBackground: true)
    #expect(shelf.current.name == "light")
    shelf.turn()
    let chosen = shelf.current
    shelf.suit(lightBackground: true)
    #expect(shelf.current == chosen)
    #expect(try ThemeShelf(ThemeCatalogue(), choosing: .standard, onLight: true).current.name == "light")
    var named = try ThemeShelf(ThemeCatalogue(), choosing: .named("parley-dark"), onLight: nil)
    named.suit(lightBackground: true)
    #expect(named.current.name == "parley-dark" && named.current[.text].background != nil)
    let pair = ThemeChoice.byBackground(dark: "high-contrast", light: "light")
    #expect(try ThemeShelf(ThemeCatalogue(), choosing: pair, onLight: false).current.name == "high-contrast")
  }
}
