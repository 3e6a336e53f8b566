/// The sessions of a store that are not closed, the one used last first.
///
/// Of each only the end is read: a session must not be read twice before it is on the screen. Whether the rest of it is
/// whole shows when it is opened.
public struct OpenSessions {
  private let store: Store
  /// Those not looked at yet, the one used last at the end.
  private var files: [SessionFile]

  fileprivate init(_ store: Store) {
    self.store = store
    let used = store.files().compactMap { file in (try? Journal.lastActiveMs(of: file)).map { (file: file, at: $0) } }
    files = used.sorted { ($0.at, $1.file.id) < ($1.at, $0.file.id) }.map(\.file)
  }

  /// The one used before those that were given already. Throws `noOpenSession`.
  public mutating func next() throws(JournalFault) -> SessionFile {
    while let file = files.popLast() {
      if (try? Journal.isOpen(file)) == true { return file }
    }
    throw .noOpenSession(store: store.directory)
  }
}

extension Store {
  /// The sessions that can be gone on with.
  public var openSessions: OpenSessions { OpenSessions(self) }
}
