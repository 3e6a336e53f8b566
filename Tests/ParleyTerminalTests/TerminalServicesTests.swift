import Testing

@testable import ParleyTerminal

@Suite("What a terminal is asked for besides text")
struct TerminalServicesTests {
  private func services(
    _ variables: [String: String], _ wishes: ServiceWishes = ServiceWishes()
  ) -> TerminalServices {
    TerminalServices(environment(variables), isAnsi: true, wishes)
  }

  private func environment(_ variables: [String: String]) -> TerminalEnvironment {
    var environment = TerminalEnvironment(term: variables["TERM"] ?? "xterm-256color")
    environment.emulator = Emulator { variables[$0] ?? "" }
    environment.isInTmux = variables["TMUX"] != nil
    return environment
  }

  @Test(
    "Each terminal is notified in the way it knows, and the others are left alone",
    arguments: [
      (
        ["TERM": "xterm-kitty"],
        "\u{1b}]99;i=parley:d=0:o=unfocused;Q3\u{1b}\\\u{1b}]99;i=parley:p=body:o=unfocused;up\u{1b}\\"
      ),
      (["TERM": "xterm-ghostty"], "\u{1b}]777;notify;Q3;up\u{1b}\\"),
      (["TERM": "foot"], "\u{1b}]777;notify;Q3;up\u{1b}\\"),
      (["TERM_PROGRAM": "WezTerm"], "\u{1b}]777;notify;Q3;up\u{1b}\\"),
      (["TERM_PROGRAM": "iTerm.app"], "\u{1b}]9;Q3: up\u{1b}\\"),
      (["LC_TERMINAL": "iTerm2"], "\u{1b}]9;Q3: up\u{1b}\\"),
      (["WT_SESSION": "1"], ""), (["VTE_VERSION": "8000"], ""), ([:], ""),
      (["TERM": "linux", "KITTY_WINDOW_ID": "1"], ""),
      (["TERM": "screen-256color", "KITTY_WINDOW_ID": "1"], ""),
    ])
  func notifications(variables: [String: String], sequence: String) {
    #expect(services(variables).notifying("Q3", "up") == sequence)
  }

  @Test(
    "Progress goes to those that are known to draw it: to others it is a notification every few seconds",
    arguments: [
      (["TERM": "xterm-ghostty"], true), (["WT_SESSION": "1"], true), (["TERM_PROGRAM": "mintty"], true),
      (["VTE_VERSION": "7900"], true), (["VTE_VERSION": "7803"], false), (["KONSOLE_VERSION": "250402"], true),
      (["KONSOLE_VERSION": "230804"], false), (["TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.6.6"], true),
      (["TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.5.14beta1"], false), (["LC_TERMINAL": "iTerm2"], false),
      (["TERM": "xterm-kitty"], false), ([:], false), (["TMUX": "/tmp/t,1,0", "WT_SESSION": "1"], false),
    ])
  func progress(variables: [String: String], isShown: Bool) {
    #expect(services(variables).showsProgress == isShown)
  }

  @Test("What the user says goes before what is known; a terminal that would show the sequence gets none all the same")
  func wishes() {
    let (all, none) = (
      ServiceWishes(clipboard: true, notifications: true, progress: true),
      ServiceWishes(clipboard: false, notifications: false, progress: false)
    )
    #expect(services([:], all).showing(.running(percent: 40)) == "\u{1b}]9;4;1;40\u{1b}\\")
    #expect(services([:], all).notifying("a;b", "c") == "\u{1b}]777;notify;a,b;c\u{1b}\\")
    #expect(services(["VTE_VERSION": "7800"], all).hasClipboard && !services(["VTE_VERSION": "7800"]).hasClipboard)
    let ghostty = services(["TERM": "xterm-ghostty"], none)
    #expect(ghostty.showing(.over).isEmpty && ghostty.notifying("a", "b").isEmpty && !ghostty.hasClipboard)
    let console = services(["TERM": "linux"], all)
    #expect(console.showing(.over).isEmpty && console.notifying("a", "b").isEmpty && !console.hasClipboard)
  }

  @Test("In tmux it is wrapped for the terminal around it, and no text breaks out of a sequence")
  func wrapped() {
    let inside = services(
      ["TERM": "tmux-256color", "TMUX": "/tmp/t,1,0", "KITTY_WINDOW_ID": "3"], ServiceWishes(progress: true))
    #expect(inside.showing(nil) == "\u{1b}Ptmux;\u{1b}\u{1b}]9;4;0\u{1b}\u{1b}\\\u{1b}\\")
    #expect(inside.notifying("a", "b").components(of: "\u{1b}Ptmux;") == 2)
    let hostile = services(["TERM": "foot"]).notifying("x\u{1b}\\\u{7}\u{9c}", "y\u{1b}]52;c;AAAA\u{7}")
    #expect(hostile.components(of: "\u{1b}") == 2 && !hostile.contains("\u{7}") && !hostile.contains("\u{9c}"))
  }

  @Test(
    "Base64 is that of RFC 4648",
    arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("●é", "4pePw6k=")])
  func base64(text: String, coded: String) {
    #expect(TerminalServices.base64(Array(text.utf8)) == coded)
    #expect(TerminalServices.copying(text) == "\u{1b}]52;c;\(coded)\u{1b}\\")
  }
}

extension String {
  /// How often a text is in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
