import Glibc
import ParleyUI

/// The themes that this user can choose.
enum Themes {
  static var catalogue: ThemeCatalogue {
    let config = Environment.value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment.value("HOME").map { "\($0)/.config" }
    return ThemeCatalogue(configHome: config ?? home, executable: programPath)
  }

  static func load(_ name: String) throws(Failure) -> ThemeCatalogue.Loaded {
    try Failure.theme { () throws(ThemeFaults) in try catalogue.load(name) }
  }

  /// The chosen one first, then the others that can be read, to go through on the screen.
  static func all(beginningWith chosen: String?) throws(Failure) -> [Theme] {
    let first = try load(chosen ?? Theme.parleyDark.name).theme
    let others = catalogue.names.filter { $0 != first.name }
    return [first] + others.compactMap { try? catalogue.load($0).theme }
  }
}

/// The path of this program's file.
var programPath: String? {
  guard let path = realpath("/proc/self/exe", nil) else { return nil }
  defer { free(path) }
  return String(cString: path)
}
