/// Where a session is on disk: its file, and what may stand beside it.
public struct SessionFile: Hashable, Sendable {
  /// The SQLite file, as an absolute path.
  public let path: String
  /// The file's name without `.parley`.
  public let id: String

  public static let ending = ".parley"

  /// The file at a path, absolute or from the current directory.
  public init(path: String) {
    let absolute = absolutePath(path)
    self.path = absolute
    let name = absolute.split(separator: "/").last.map(String.init) ?? absolute
    id = name.hasSuffix(SessionFile.ending) ? String(name.dropLast(SessionFile.ending.count)) : name
  }

  /// Held by the process that has the session.
  public var lockPath: String { base + ".lock" }
  /// What only the facilitator may read (M1).
  public var privatePath: String { base + ".private" }

  /// Half of what is kept of the ballots of an open vote (M19); says nothing alone.
  public var ballotPadPath: String { base + ".pad" }

  /// The folder that says who has which seat.
  public var seatsPath: String { base + ".seats" }

  private var base: String {
    path.hasSuffix(SessionFile.ending) ? String(path.dropLast(SessionFile.ending.count)) : path
  }

  var directory: String { parentDirectory(of: path) }
}
