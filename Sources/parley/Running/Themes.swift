import Glibc
import ParleyScreens
import ParleyTerminal
import ParleyUI

/// The themes that this user can choose.
enum Themes {
  /// The folder of the user's own settings; nil when there is no home.
  static var configHome: String? {
    let config = Environment.value(.configHome).flatMap { $0.hasPrefix("/") ? $0 : nil }
    return config ?? Environment.value(.home).map { "\($0)/.config" }
  }

  static var catalogue: ThemeCatalogue { ThemeCatalogue(configHome: configHome, executable: programPath) }

  static func load(_ name: String) throws(Failure) -> ThemeCatalogue.Loaded {
    try Failure.theme { () throws(ThemeFaults) in try catalogue.load(name) }
  }

  /// The chosen theme, else that of the settings, with the others to switch to on the screen.
  static func shelf(beginningWith chosen: String?, or configured: ThemeChoice?) throws(Failure) -> ThemeShelf {
    let isLight = TerminalEnvironment.hasLightBackground
    guard chosen == nil, let configured else {
      let choice = chosen.map(ThemeChoice.named) ?? .standard
      return try Failure.theme { () throws(ThemeFaults) in
        try ThemeShelf(catalogue, choosing: choice, onLight: isLight)
      }
    }
    do throws(ThemeFaults) {
      // The other one is read when its turn comes, which is too late to say what is wrong with it.
      if case .byBackground(let dark, let light) = configured {
        for name in [dark, light] { _ = try catalogue.load(name) }
      }
      return try ThemeShelf(catalogue, choosing: configured, onLight: isLight)
    } catch {
      throw .configuredTheme(error)
    }
  }
}

/// The path of this program's file.
var programPath: String? {
  guard let path = realpath("/proc/self/exe", nil) else { return nil }
  defer { free(path) }
  return String(cString: path)
}
