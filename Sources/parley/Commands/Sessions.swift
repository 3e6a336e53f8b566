import ArgumentParser
import ParleyCore
import ParleyHost
import ParleyJournal

struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "Lists the sessions in the store, the one used last first.",
    discussion: example(
      "parley sessions", "parley sessions --json", "parley sessions --stop q3-alignment"))

  @Flag(help: "List them as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Ends the host of a session, even if the session's file is gone.", valueName: "session"))
  var stop: String?

  @OptionGroup var place: StoreOption

  func run() throws {
    let store = try place.store()
    let ghosts = GhostHost.all(in: store)
    if let stop { return try end(stop, ghosts, store) }
    for ghost in ghosts {
      let what = "its file is gone, and process \(ghost.pid) still holds it"
      Output.complain(
        "parley: \(oneLine(ghost.file.id)): \(what) — parley sessions --stop \(oneLine(ghost.file.id)) ends it"
      )
    }
    // Rehearsals are listed from their own folder, and nowhere else.
    let shelf = RehearsalShelf(beside: store).store
    let summaries = store.list().filter { $0.outline?.isRehearsal != true || store == shelf }
    for fault in summaries.compactMap({ $0.fault ?? $0.loss }) {
      Output.complain("parley: \(oneLine(fault.description))")
    }
    if json {
      try Output.write(json: JSON.array(summaries.compactMap(\.json)).pretty + "\n")
    } else {
      if summaries.isEmpty { place.tellEmpty("no session is here", "parley run PLAN begins one") }
      try Output.write(summaries.compactMap(\.line).map { $0 + "\n" }.joined())
    }
  }
}

extension Sessions {
  private func end(_ name: String, _ ghosts: [GhostHost], _ store: Store) throws(Failure) {
    if let ghost = ghosts.first(where: { $0.file.id == name })
      ?? ghosts.first(where: { $0.file.id.hasPrefix(name) })
    {
      guard ghost.stop() else { throw staying(ghost.file, ghost.pid) }
      return
    }
    let file = try Failure.journal { () throws(JournalFault) in try store.find(name) }
    guard Holder.current(lockPath: file.lockPath) != nil else { throw .nobodyLive(name: file.id) }
    HostConnector.stopHost(of: file)
    if let holder = Holder.current(lockPath: file.lockPath) { throw staying(file, holder.pid) }
  }

  private func staying(_ file: SessionFile, _ pid: Int32) -> Failure {
    let line = "\(file.id): its host was asked to end and is still there — look at process \(pid)"
    return .host(.told(exitCode: Sysexit.unavailable.rawValue, line: line))
  }
}

extension SessionSummary {
  /// `q3-alignment-2027-06-28  2027-06-28 14:00  final  Q3 alignment`.
  fileprivate var line: String? {
    guard let outline else { return nil }
    let began = outline.started ?? outline.opened
    return [file.id, "\(began.date) \(began.clock)", state(of: outline), outline.title].map(oneLine)
      .joined(separator: "  ")
  }

  private func state(of outline: Outline) -> String {
    switch outline.status {
    case .final, .openForComment: outline.status.rawValue
    case .proposal: holder == nil ? "open at \(outline.step.text)" : "live at \(outline.step.text)"
    }
  }

  fileprivate var json: JSON? {
    guard let outline else { return nil }
    return [
      "id": .string(file.id), "title": .string(outline.title), "status": .string(outline.status.rawValue),
      "step": .string(outline.step.text), "started": JSON(outline.started), "ended": JSON(outline.ended),
      "entries": .integer(outline.entries), "live": .bool(holder != nil), "path": .string(file.path),
    ]
  }
}
