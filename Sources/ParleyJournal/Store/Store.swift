import Glibc
import ParleyCore

/// The folder with the sessions: `ID.parley` each, and beside it `ID.private` and, while it is held, `ID.lock`.
public struct Store: Hashable, Sendable {
  /// An absolute path.
  public let directory: String

  public init(directory: String) { self.directory = absolutePath(directory) }

  /// The store that the user means: `--store`, else `PARLEY_STORE`, else `parley/sessions` in `XDG_DATA_HOME`,
  /// which is `~/.local/share` unless it is set to an absolute path.
  public init(option: String?, environment: [String: String]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let chosen = option ?? value("PARLEY_STORE") {
      self.init(directory: chosen)
    } else {
      let data = value("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      let home = value("HOME") ?? homeDirectory()
      self.init(directory: (data ?? home + "/.local/share") + "/parley/sessions")
    }
  }

  /// The file of the session with an id, whether it exists or not.
  public func file(_ id: String) -> SessionFile { SessionFile(path: "\(directory)/\(id)\(SessionFile.ending)") }

  /// The lock of the session with an id (``HolderLock``).
  public func lockPath(_ id: String) -> String { file(id).lockPath }

  /// An id for a new session: the title and the day, with `-2` and so on when it is taken.
  public func newID(title: String, date: CalendarDate) -> String {
    let base = SessionName.base(title: title, date: date)
    var id = base
    var turn = 1
    while isTaken(id) {
      turn += 1
      id = "\(base)-\(turn)"
    }
    return id
  }

  // A map or seats that a moved session left behind belong to no other session, and a lock means that a process holds
  // it.
  private func isTaken(_ id: String) -> Bool {
    let file = file(id)
    return [file.path, file.privatePath, file.seatsPath, file.lockPath].contains { FileKind($0) != .none }
  }

  /// Makes the folder for its owner alone, unless it exists.
  public func prepare() throws(JournalFault) {
    guard FileKind(directory) != .directory else { return }
    guard SystemFile.makeFolders(directory) else { throw .cannotCreate(path: directory, why: systemMessage()) }
  }

  /// The sessions' files, by id.
  public func files() -> [SessionFile] {
    let names = SystemFile.names(in: directory) ?? []
    return names.filter { $0.hasSuffix(SessionFile.ending) && !$0.hasPrefix(".") }.sorted()
      .map { SessionFile(path: "\(directory)/\($0)") }
  }
}
