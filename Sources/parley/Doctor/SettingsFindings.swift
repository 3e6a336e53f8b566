import Glibc
import ParleyCore
import ParleyScreens
import ParleyUI

extension Finding {
  /// Checks the user's settings, and says what they set.
  static func settings() -> Finding {
    do throws(Failure) {
      let settings = try UserSettings.read()
      _ = try Themes.shelf(beginningWith: nil, or: settings.theme)
      guard let path = UserSettings.path, access(path, F_OK) == 0 else {
        return .good("settings", "none; parley config --write puts a commented file down")
      }
      let given = settings.given
      if let language = settings.language, let gaps = Wordings.gaps(try Wordings.find(language)) {
        let remedy = "`parley wording check \(language)` lists them"
        return .poor("settings", "\(path), language \(language): \(gaps)", remedy)
      }
      return .good("settings", given.isEmpty ? "\(path) sets nothing" : "\(path) sets \(given.joined(separator: ", "))")
    } catch {
      let line = error.lines.first.map { String($0.dropFirst("parley: ".count)) } ?? "unreadable"
      return .bad("settings", line, "until then no session can be shown", .configuration)
    }
  }

  /// The user's hooks, and what came of the last one; none where there are none.
  static func hooks() -> [Finding] {
    guard let hooks = (try? UserSettings.read())?.hooks, !hooks.isEmpty else { return [] }
    let names = HookMoment.allCases.filter { hooks[$0] != nil }.map(\.rawValue).joined(separator: ", ")
    guard let last = UserSettings.lastOfHooks else { return [.good("hooks", "\(names); none has run yet")] }
    let remedy = "see \(StateFolder.path ?? "")/hooks.log"
    return [
      last.contains(": done in ") ? .good("hooks", "\(names); last: \(last)") : .poor("hooks", "last: \(last)", remedy)
    ]
  }

  /// What the environment sets besides; nil where it sets nothing.
  static func environment() -> [Finding] {
    let set = EnvironmentVariable.allCases.filter(\.isSetting).compactMap { variable in
      Environment.value(variable).flatMap { $0.isEmpty ? nil : "\(variable.rawValue)=\($0)" }
    }
    return set.isEmpty ? [] : [.good("environment", set.joined(separator: ", "))]
  }

  /// Each theme that cannot be used or could be better, and how many there are.
  static func themes() -> [Finding] {
    let names = Themes.catalogue.names
    let faulty = names.flatMap { name in Themes.faults(of: name).map { (name, $0) } }
    let poor = faulty.map { name, fault in
      let parts = fault.description.split(separator: " — ", maxSplits: 1).map(String.init)
      return Finding.poor("theme", "\(name): \(parts[0])", parts.count > 1 ? parts[1] : "parley themes check \(name)")
    }
    return [.good("themes", names.joined(separator: ", "))] + poor
  }
}

extension Themes {
  /// What is wrong with a theme, or could be better.
  static func faults(of name: String) -> [ThemeFault] {
    do throws(ThemeFaults) { return try catalogue.load(name).warnings } catch { return error.faults }
  }
}

extension EnvironmentVariable {
  /// Whether it is set to have Parley do something, and not a fact of the terminal or of the machine.
  fileprivate var isSetting: Bool {
    switch self {
    case .parleyStore, .accessible, .noColor, .noLinks, .pager, .configHome, .dataHome, .stateHome: true
    case .parleyCode, .runtimeDirectory, .home, .temporaryDirectory, .localeOfAll, .localeOfCharacters, .language,
      .terminal, .trueColor, .background, .terminalProgram, .terminalVersion, .terminalOverSSH, .kitty,
      .windowsTerminal, .konsole, .vte, .terminfo, .terminfoDirectories, .tmux, .path,
      .sshConnection, .zone:
      false
    }
  }
}
