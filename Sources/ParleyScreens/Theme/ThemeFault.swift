import ParleyCore

/// Something wrong with a theme's file, and where.
public struct ThemeFault: Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given, or the theme's name.
  public var file: String
  /// From 1; nil when it is about the whole file.
  public var place: TextPlace?
  public var problem: Problem

  /// What is wrong with a theme.
  public enum Problem: Hashable, Sendable {
    case unknownTheme(near: String?)
    case unreadable(reason: String)
    case tooLarge(limit: Int)
    case notUTF8
    case syntax(String)
    case unknownKey(String, near: String?)
    case wrongType(key: String, expected: String)
    case unknownRole(String, near: String?)
    case unknownColour(String, near: String?)
    case unknownAttribute(String, near: String?)
    case inheritsItself(String)
    /// Only a warning: the role looks like its parent, or as in the default theme.
    case missingRole(Role)
  }

  /// Whether the theme can be used all the same.
  public var isWarning: Bool {
    if case .missingRole = problem { true } else { false }
  }

  /// `FILE:LINE:COLUMN: what — what to do`.
  public var description: String {
    let place = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file)\(place): \(problem.sentence)"
  }
}

/// Every fault of a theme's file, in one go.
public struct ThemeFaults: Error, Hashable, Sendable {
  public var faults: [ThemeFault]
}

extension ThemeFault.Problem {
  var sentence: String {
    switch self {
    case .unknownTheme(let near): "no such theme — \(hint(near, or: "see `parley themes`"))"
    case .unreadable(let reason): "cannot be read: \(reason) — check the path and its rights"
    case .tooLarge(let limit): "is larger than \(limit / 1024) KiB — a theme is a few hundred lines at most"
    case .notUTF8: "is not UTF-8 — save it as UTF-8"
    case .syntax(let what): "is not TOML: \(what) — see toml.io"
    case .unknownKey(let key, let near):
      "unknown key `\(key)` — \(hint(near, or: "name, inherits, [palette], [styles]"))"
    case .wrongType(let key, let expected): "`\(key)` is of the wrong type — give \(expected)"
    case .unknownRole(let role, let near): "unknown role `\(role)` — \(hint(near, or: "see the default theme for all"))"
    case .unknownColour(let colour, let near):
      "unknown colour `\(colour)` — \(hint(near, or: "#rrggbb, a name of [palette], default, or a terminal's such as bright-blue"))"
    case .unknownAttribute(let name, let near):
      "unknown attribute `\(name)` — \(hint(near, or: "bold, dim, italic, underline, reverse"))"
    case .inheritsItself(let name): "inherits from itself through `\(name)` — take one `inherits` out"
    case .missingRole(let role):
      "no style for `\(role.rawValue)` — it looks like the role above it, or as in the default theme"
    }
  }

  private func hint(_ near: String?, or otherwise: String) -> String {
    near.map { "did you mean `\($0)`?" } ?? otherwise
  }
}
