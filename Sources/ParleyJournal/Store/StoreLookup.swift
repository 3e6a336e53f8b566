import ParleyCore

extension Store {
  /// The session that a name on the command line means: an id, the path of a file, or an unambiguous beginning of an id
  /// or, if no id begins so, of a title (in any case).
  ///
  /// Throws `notFound`, or `ambiguous` with the matching ids.
  public func find(_ name: String) throws(JournalFault) -> SessionFile {
    guard !name.isEmpty else { throw .notFound("''") }
    if name.contains("/") || name.hasSuffix(SessionFile.ending) { return try atPath(name) }
    let files = files()
    if let file = files.first(where: { $0.id == name }) { return file }
    // A session that had to be written anew answers to its name of before, as long as no other has that name.
    if let file = usedLast(of: files.filter { $0.originalID == name }) { return file }
    let beginning = name.lowercased()
    let byID = files.filter { $0.id.lowercased().hasPrefix(beginning) }
    return try only(byID.isEmpty ? byTitle(beginning, files) : byID, name)
  }

  /// Every session of the store, the one used last first, then those that cannot be read.
  public func list() -> [SessionSummary] {
    let summaries = files().map { SessionSummary($0) }
    return summaries.sorted { a, b in
      let (first, second) = (a.outline?.lastActiveMs ?? .min, b.outline?.lastActiveMs ?? .min)
      return first == second ? a.file.id < b.file.id : first > second
    }
  }

  /// The sessions that some process holds now.
  public func live() -> [SessionFile] { files().filter { Holder.current(lockPath: $0.lockPath) != nil } }

  /// Of the sessions that some process holds now, the one used last; nil when there is none.
  public func lastLive() -> SessionFile? { usedLast(of: live()) }

  private func usedLast(of files: [SessionFile]) -> SessionFile? {
    guard files.count > 1 else { return files.first }
    return files.map { (file: $0, at: (try? Journal.lastActiveMs(of: $0)) ?? 0) }
      .max { ($0.at, $1.file.id) < ($1.at, $0.file.id) }?.file
  }

  // A file named without its folder may be here, or in the store.
  private func atPath(_ path: String) throws(JournalFault) -> SessionFile {
    let here = SessionFile(path: path)
    if FileKind(here.path) != .none { return here }
    let inStore = SessionFile(path: "\(directory)/\(path)")
    guard !path.contains("/"), FileKind(inStore.path) != .none else { throw .notFound(path) }
    return inStore
  }

  private func byTitle(_ beginning: String, _ files: [SessionFile]) -> [SessionFile] {
    let titled = files.compactMap { file -> (file: SessionFile, title: String)? in
      guard let plan = try? Journal.plan(of: file) else { return nil }
      let title = plan.title.lowercased()
      return title.hasPrefix(beginning) ? (file, title) : nil
    }
    let exact = titled.filter { $0.title == beginning }
    return (exact.isEmpty ? titled : exact).map(\.file)
  }

  private func only(_ files: [SessionFile], _ name: String) throws(JournalFault) -> SessionFile {
    guard let first = files.first else { throw .notFound(name) }
    guard files.count == 1 else { throw .ambiguous(name, files.map(\.id)) }
    return first
  }
}
