import ParleyCore

/// One thing that `doctor` checked, and its state.
struct Finding {
  enum Weight {
    case good
    /// Parley works, but not as well as it could.
    case poor(remedy: String)
    /// Parley cannot hold sessions like this.
    case bad(remedy: String, Sysexit)
  }

  let about: String
  let what: String
  let weight: Weight

  static func good(_ about: String, _ what: String) -> Finding { Finding(about: about, what: what, weight: .good) }

  static func poor(_ about: String, _ what: String, _ remedy: String) -> Finding {
    Finding(about: about, what: what, weight: .poor(remedy: remedy))
  }

  static func bad(_ about: String, _ what: String, _ remedy: String, _ code: Sysexit) -> Finding {
    Finding(about: about, what: what, weight: .bad(remedy: remedy, code))
  }

  var line: String {
    switch weight {
    case .good: "ok    \(about): \(what)"
    case .poor(let remedy): "warn  \(about): \(what) — \(remedy)"
    case .bad(let remedy, _): "error \(about): \(what) — \(remedy)"
    }
  }

  var json: JSON {
    let (state, remedy): (String, String?) =
      switch weight {
      case .good: ("ok", nil)
      case .poor(let remedy): ("warn", remedy)
      case .bad(let remedy, _): ("error", remedy)
      }
    return ["about": .string(about), "state": .string(state), "what": .string(what), "remedy": JSON(remedy)]
  }

  var code: Sysexit? {
    if case .bad(_, let code) = weight { code } else { nil }
  }
}
