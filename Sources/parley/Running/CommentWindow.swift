import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire

/// Gives commands to a session after its end: through the host that still holds it, or to its file, which this process
/// then holds for as long as the commands take (M31). An open session that nobody holds takes no commands.
struct CommentWindow {
  private let file: SessionFile

  init(_ file: SessionFile) { self.file = file }

  /// The session on disk.
  func session() throws(Failure) -> Session {
    try StoreOption.session(file)
  }

  /// Gives the commands one after the other, and stops at the first that is refused.
  ///
  /// - Parameter id: of a single command that may have been given before.
  func give(_ lines: [String], id: CommandID? = nil) throws(Failure) {
    let isHeld = Holder.current(lockPath: file.lockPath)?.socket != nil
    if isHeld {
      let live = try LiveConnector(file.path, in: Store(directory: "."))
      for line in lines {
        let hello = TerminalMessage.Hello(role: .facilitator, isSending: true)
        let answer = try live.give(line, id: id ?? .random(), hello: hello)
        if case .refused(let notice) = answer { throw refused(notice) }
      }
    } else {
      try giveAlone(lines, id)
    }
  }

  private func giveAlone(_ lines: [String], _ id: CommandID?) throws(Failure) {
    guard try session().state.ended != nil else { throw .nobodyLive(name: file.id) }
    let journal = try Failure.journal { () throws(JournalFault) in try Journal.open(file, access: .holder) }
    defer { journal.close() }
    let entries = try Failure.journal { () throws(JournalFault) in try journal.entries() }
    guard let last = journal.lastClock,
      let live = LiveSession(entries, journal: journal, time: MachineTime(after: last.at, reading: last.reading))
    else { throw .unexpected("\(file.path) is no session") }
    for line in lines { try give(line, id ?? .random(), to: live) }
  }

  private func give(_ line: String, _ id: CommandID, to live: LiveSession) throws(Failure) {
    let news = live.submit(id, line, by: .facilitator)
    for case .moved(let file) in news {
      Output.complain("parley: \(oneLine(self.file.path)): was taken away — all of it is in \(oneLine(file.path)) now")
    }
    for case .outcome(id, let outcome) in news {
      switch outcome {
      case .accepted: break
      case .refused(let refusal): throw refused(refusal.notice)
      case .notSaved(let fault): throw .journal(fault)
      }
    }
  }

  private func refused(_ notice: RefusalNotice) -> Failure {
    Output.complain("parley: \(file.id): \(oneLine(notice.description))")
    return .ended(Sysexit.input.rawValue)
  }
}
