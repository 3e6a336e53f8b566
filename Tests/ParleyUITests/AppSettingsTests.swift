import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("Settings")
struct AppSettingsTests {
  @Test("A theme for each kind of background, and frames that are not shown whole")
  func backgrounds() throws {
    let settings = try Settings(toml: "synchronized = false\ntheme = {dark = \"colour-blind\", light = \"light\"}")
    #expect(settings.theme == .byBackground(dark: "colour-blind", light: "light") && !settings.synchronizesOutput)
    #expect(Settings.standard.synchronizesOutput)
    for wrong in [
      "theme = {dark = \"colour-blind\"}", "theme = {drak = \"a\", light = \"b\"}", "synchronized = 1",
    ] {
      #expect(throws: Settings.Fault.self) { try Settings(toml: wrong) }
    }
  }

  @Test("Theme, keys and phrases are read")
  func whole() throws {
    let settings = try Settings(
      toml: """
        theme = "light"
        [keys]
        next = ["f5", "space"]
        pause = "P"
        propose = "C-p"
        [phrases]
        redirect = "Which goal?"
        [defaults]
        store = "~/sessions"
        plain = true
        """)
    #expect(settings.theme == .named("light"))
    #expect(settings.keymap.keys(of: .next) == [.function(5), .character(" ")])
    #expect(settings.keymap.keys(of: .pause) == [.character("P")])
    #expect(settings.keymap.keys(of: .confirm) == [.character("c")])
    #expect(settings.phrases == ["redirect": "Which goal?"])
    #expect(settings.defaults == Settings.Defaults(store: "~/sessions", plain: true))
    #expect(try Settings(toml: "").theme == nil)
    #expect(try Settings(toml: "").defaults == Settings.Defaults())
  }

  @Test(
    "A fault is said with its line and the way out",
    arguments: [
      ("theme = 3", 1, "theme is not a text"), ("\nthemes = \"x\"", 2, "there is no “themes”"),
      ("[keys]\nnext = \"n\"\nconfirn = \"x\"", 3, "there is no “confirn”"),
      ("[keys]\n\nnext = \"banana\"", 3, "“banana” names no key"),
      ("[keys]\nnext = 7", 2, "the value of next names no key"),
      ("[keys]\nnext = \"c\"", 2, "c is bound to"), ("theme = \"a\"\ntheme =", 2, ""),
      ("keys = 1", 1, "keys is not a table"),
      ("[defaults]\nstore = 3", 2, "store is not a text"), ("[defaults]\nplain = 1", 2, "plain is neither"),
      ("[defaults]\n\nstor = \"x\"", 3, "there is no “stor”"),
      ("[phrases]\nfoo = \"x\"", 2, "there is no “foo”"),
    ])
  func faults(toml: String, line: Int, what: String) throws {
    let fault = try #require(throws: Settings.Fault.self) { try Settings(toml: toml) }
    #expect(fault.line == line)
    #expect(what.isEmpty || fault.what.hasPrefix(what))
    #expect(!fault.remedy.isEmpty)
  }

  @Test(
    "A fault has the place of its key in its own table, though another table has the same key",
    arguments: [
      ("theme = \"light\"\n[keys]\nundo = \"f9\"\n[phrases]\n  undo = \"x\"", 5, 3, "there is no “undo”"),
      ("[phrases]\ndrift = \"x\"\n[keys]\ndrift = \"banana\"", 4, 1, "“banana” names no key"),
      ("phrases.drift = \"x\"\n keys . \"drift\" = 7", 2, 9, "the value of drift names no key"),
      ("phrases = { drift = \"x\" }\nkeys = { next = \"n\", drift = 7 }", 2, 22, "the value of drift names no key"),
      ("[phrases]\ndrift = \"\"\"\n[keys]\nnext = 7\n\"\"\"\n[keys]\nnext = 7", 7, 1, "the value of next names no key"),
      (
        "# [keys]\n# plain = 1\n[keys]\nnext = [\n  \"f5\", # plain = 2\n]\n[defaults]\nplain = 1", 8, 1,
        "plain is neither"
      ),
      ("[phrases]\ndrift = \"a = b\"\n[ keys ]\r\nplain = \"x\"", 4, 1, "there is no “plain”"),
      ("[phrases]\ndefaults = \"x\"", 2, 1, "there is no “defaults”"),
      ("[phrases]\nkeys.drift = \"x\"\n[keys]\ndrift = 1", 4, 1, "the value of drift names no key"),
      ("[keys]\nconfirm = [\"c\"]\n[phrases]\n[defaults]\nplain = false\n\n  [plain]", 7, 4, "there is no “plain”"),
    ])
  func places(toml: String, line: Int, column: Int, what: String) throws {
    let fault = try #require(throws: Settings.Fault.self) { try Settings(toml: toml) }
    #expect(fault.what.hasPrefix(what))
    #expect([fault.line, fault.column] == [line, column])
  }
}
