import Glibc
import ParleyUI

/// The themes that this user can choose.
enum Themes {
  /// Where the user's own settings are; nil when there is no home.
  static var configHome: String? {
    let config = Environment.value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return config ?? Environment.value("HOME").map { "\($0)/.config" }
  }

  static var catalogue: ThemeCatalogue { ThemeCatalogue(configHome: configHome, executable: programPath) }

  static func load(_ name: String) throws(Failure) -> ThemeCatalogue.Loaded {
    try Failure.theme { () throws(ThemeFaults) in try catalogue.load(name) }
  }

  /// The chosen one first, or that of the settings, then the others that can be read, to go through on the screen.
  static func all(beginningWith chosen: String?, or configured: String?) throws(Failure) -> [Theme] {
    let first = try first(chosen, configured)
    let others = catalogue.names.filter { $0 != first.name }
    return [first] + others.compactMap { try? catalogue.load($0).theme }
  }

  private static func first(_ chosen: String?, _ configured: String?) throws(Failure) -> Theme {
    guard chosen == nil, let configured else { return try load(chosen ?? Theme.parleyDark.name).theme }
    do throws(ThemeFaults) { return try catalogue.load(configured).theme } catch { throw .configuredTheme(error) }
  }
}

/// The path of this program's file.
var programPath: String? {
  guard let path = realpath("/proc/self/exe", nil) else { return nil }
  defer { free(path) }
  return String(cString: path)
}
