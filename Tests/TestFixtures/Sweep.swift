import Glibc

/// How much of what chance could do is tried. `swift test` takes some minutes; the whole sweep is `PARLEY_SWEEP=1 swift test`,
/// and one run that went wrong comes again with `PARLEY_SEED`, the number that it was told with.
public enum Sweep {
  /// Whether all is to be tried, however long it takes.
  public static let isWhole = word("PARLEY_SWEEP").map { $0 != "0" } ?? false

  /// The one run that is asked for; nil when all are.
  public static let seed = word("PARLEY_SEED").flatMap { UInt64($0) }

  /// So many runs as there is time for.
  public static func runs(_ usual: Int, whole: Int) -> Int { isWhole ? whole : usual }

  private static func word(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
