import Glibc

/// A session's place on disk: its file, and the files beside it.
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

  /// The id without what ``rescued(_:in:)`` added to it.
  public var originalID: String {
    guard let range = id.ranges(of: SessionFile.rescue).last else { return id }
    let rest = id[range.upperBound...]
    let isNumber =
      rest.isEmpty
      || (rest.first == "-" && rest.count > 1 && rest.dropFirst().allSatisfy(\.isNumber))
    return isNumber ? String(id[..<range.lowerBound]) : id
  }

  private static let rescue = "-rescued"

  /// The files to which a session that lost its own can be written anew, the first one first.
  func rescued(_ turn: Int, in directory: String) -> SessionFile {
    let ending = SessionFile.rescue + (turn > 1 ? "-\(turn)" : "")
    return SessionFile(path: "\(directory)/\(originalID)\(ending)\(SessionFile.ending)")
  }

  /// The lock file of the process that holds the session.
  public var lockPath: String { base + ".lock" }
  /// The notes that only the facilitator may read (M1).
  public var privatePath: String { base + ".private" }

  /// The last acknowledged entry, as its holder named it.
  var tailPath: String { base + ".tail" }

  /// Whether a write-ahead log with something in it stands beside the file.
  var hasLog: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// One half of the ballots of an open vote (M19); it tells nothing alone.
  public var ballotPadPath: String { base + ".pad" }

  /// The folder of the seats that are given out.
  public var seatsPath: String { base + ".seats" }

  /// Who is connected now, while it is live.
  public var presencePath: String { base + ".present" }

  /// The words that people have typed and not sent (M16).
  public var draftsPath: String { base + ".drafts" }

  private var base: String {
    path.hasSuffix(SessionFile.ending) ? String(path.dropLast(SessionFile.ending.count)) : path
  }

  /// The files beside it that its holder needs at their names.
  public var watchedPaths: [String] { [path + "-wal", lockPath] }

  /// Whether it is in a store, by whatever path that is reached.
  public func isIn(_ store: Store) -> Bool { store.file(id).realDirectory == realDirectory }

  /// Whether both are in one folder.
  public func isBeside(_ other: SessionFile) -> Bool { directory == other.directory }

  var directory: String { parentDirectory(of: path) }

  /// The store that it is in.
  public var store: Store { Store(directory: directory) }

  /// The folder with the session's file, links followed, so that one session has one socket.
  public var realDirectory: String {
    let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    guard let real = realpath(directory.isEmpty ? "/" : directory, nil) else { return directory }
    defer { free(real) }
    return String(cString: real)
  }
}
