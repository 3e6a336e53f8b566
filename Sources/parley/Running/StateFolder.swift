/// The folder of what this account's Parley keeps for itself, and nobody misses.
enum StateFolder {
  /// Its path; nil where there is no home.
  static var path: String? {
    let state = Environment.value(.stateHome).flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (state ?? Environment.value(.home).map { "\($0)/.local/state" }).map { "\($0)/parley" }
  }

  /// Its path, once it is there; nil where it cannot be made.
  static func made() -> String? { path.flatMap { makeFolder($0) ? $0 : nil } }
}
