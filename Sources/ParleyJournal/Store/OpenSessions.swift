/// The sessions of a store that are not closed, the one used last first.
///
/// It reads only the end of each: nobody should wait for a session to be read twice. Opening the session shows whether
/// the rest is whole.
public struct OpenSessions {
  private let store: Store
  /// The files that are still to be examined, the one used last at the end.
  private var files: [SessionFile]

  fileprivate init(_ store: Store) {
    self.store = store
    let used = store.files().compactMap { file in (try? Journal.lastActiveMs(of: file)).map { (file: file, at: $0) } }
    files = used.sorted { ($0.at, $1.file.id) < ($1.at, $0.file.id) }.map(\.file)
  }

  /// The session used before those that were returned already. Throws `noOpenSession`.
  public mutating func next() throws(JournalFault) -> SessionFile {
    while let file = files.popLast() {
      if (try? Journal.isOpen(file)) == true { return file }
    }
    throw .noOpenSession(store: store.directory)
  }
}

extension Store {
  /// The sessions that can be resumed.
  public var openSessions: OpenSessions { OpenSessions(self) }
}
