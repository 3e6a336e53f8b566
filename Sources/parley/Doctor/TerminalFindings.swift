import ParleyTerminal
import ParleyUI

extension Finding {
  /// Checks the abilities of this terminal.
  static func terminal() -> [Finding] {
    do throws(TerminalFault) {
      let prospect = try TerminalProspect(services: (try? UserSettings.read())?.services ?? ServiceWishes())
      return [
        kind(prospect), size(prospect.size), colours(prospect.colorDepth), characters(prospect), services(prospect),
        multiplexer(),
      ]
    } catch {
      return [.poor("terminal", error.problem, error.remedy), multiplexer()]
    }
  }

  private static func kind(_ prospect: TerminalProspect) -> Finding {
    let term = TerminalEnvironment.own.term
    if prospect.description == term { return .good("terminal", term) }
    return .poor(
      "terminal", "\(term) is not installed, \(prospect.description) is used", "install the terminfo entry of \(term)")
  }

  private static func size(_ size: Size) -> Finding {
    let words = "\(size.columns) × \(size.rows)"
    return switch (size.columns, size.rows) {
    case (80..., 24...): .good("size", words)
    case (60..., 16...), (46..., 24...): .poor("size", words, "80 × 24 or more shows the roadmap beside the countdown")
    default: .poor("size", words, "below 60 × 16 there is the countdown alone; enlarge the window")
    }
  }

  private static func colours(_ depth: ColorDepth) -> Finding {
    switch depth {
    case .trueColor: .good("colours", "16 million")
    case .indexed256: .good("colours", "256")
    case .sixteen: .poor("colours", "16", "themes are mapped to them; TERM=xterm-256color may offer more")
    case .none:
      Environment.value(.noColor).map { !$0.isEmpty } ?? false
        ? .good("colours", "none, as NO_COLOR asks")
        : .poor("colours", "none", "all is told by shape and weight; another TERM may offer colours")
    }
  }

  private static func characters(_ prospect: TerminalProspect) -> Finding {
    let variables: [EnvironmentVariable] = [.localeOfAll, .localeOfCharacters, .language]
    let locale = variables.compactMap(Environment.value).first { !$0.isEmpty }
    let name = locale ?? "none set, C.UTF-8 is taken"
    return prospect.showsUnicode
      ? .good("locale", name)
      : .poor("locale", "\(name) is not UTF-8", "dots are drawn as letters; LANG=C.UTF-8 shows shapes")
  }

  private static func services(_ prospect: TerminalProspect) -> Finding {
    let links = Hyperlinks.areWanted ? ["links (OSC 8)"] : []
    let used = prospect.services + links
    return .good("services", used.isEmpty ? "none; the bell tells that the time is up" : used.joined(separator: ", "))
  }

  private static func multiplexer() -> Finding {
    if Environment.value(.tmux) != nil { return .good("tmux", "inside it") }
    return isInstalled("tmux")
      ? .good("tmux", "installed") : .good("tmux", "not installed; sessions outlive a lost line without it")
  }

  /// Whether PATH leads to a program.
  static func isInstalled(_ program: String) -> Bool {
    let folders = (Environment.value(.path) ?? "").split(separator: ":")
    return folders.contains { isExecutable("\($0)/\(program)") }
  }
}
