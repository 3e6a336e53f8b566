// Read-back (M21), the end, and the comment window (M31).
extension Session {
  func decideClosing(_ command: Command, _ at: Instant) throws(Refusal) -> [Event] {
    switch command {
    case .ack(let who, let caveat):
      try checkReadBack("ack")
      return [.acknowledged(who, caveat: caveat)]
    case .answer(let who, let text):
      try checkReadBack("answer")
      guard state.acknowledgements[who]?.caveat != nil else {
        throw .badArgument(.noCaveat(state.stakeholder(who)?.name ?? who.text))
      }
      return [.answered(who, text)]
    case .close:
      // A 1:1 has no read-back: it ends with its last question.
      if state.kind != .oneOnOne || state.step != state.agenda.last { try checkReadBack("close") }
      try checkClosing()
      return ending(early: nil)
    case .closeEarly(let because):
      if let conflict = state.openConflict { throw .conflictOpen(topic: conflict.topic) }
      return ending(early: because)
    case .comment(let who, let text): return [.commented(Comment(id: nextCommentID, who: who, text: text))]
    case .reply(let id, let text): return [.replied(id, text)]
    case .finalise: return [try finalise(at)]
    default: return []
    }
  }

  private func checkReadBack(_ verb: String) throws(Refusal) {
    if state.step != .readBack { throw .wrongStep(.only(verb: verb, at: "read-back")) }
  }

  private func checkClosing() throws(Refusal) {
    let asked = state.step == .readBack ? state.plan.askOrder : []
    let missing = asked.filter { state.isPresent($0) && state.acknowledgements[$0] == nil }
    if !missing.isEmpty { throw .notAcknowledged(state.names(of: missing)) }
    let caveats = state.plan.askOrder.filter { state.acknowledgements[$0]?.isOpen ?? false }
    if !caveats.isEmpty { throw .caveatOpen(state.names(of: caveats)) }
    if !state.openGoals.isEmpty { throw .goalOpen(state.openGoals.map(open)) }
    if let conflict = state.openConflict { throw .conflictOpen(topic: conflict.topic) }
  }

  private func ending(early: String?) -> [Event] {
    (state.voteIsOpen ? [.voteCancelled] : []) + [.closed(early: early)]
  }

  private func finalise(_ at: Instant) throws(Refusal) -> Event {
    if let ended = state.ended {
      let end = ended.adding(seconds: 48 * 3600)
      if at < end { throw .windowOpen(until: end) }
    }
    return .finalised
  }
}
