// What is written down along the way.
extension Session {
  func decideCapture(_ command: Command, _ at: Instant) throws(Refusal) -> [Event] {
    switch command {
    case .decide(let what, let because, let consequences, let until, let replaces):
      let decision = Decision(
        id: nextDecisionID, what: what, because: because, consequences: consequences, until: until?.date(at: at),
        replaces: replaces)
      return [.decided(decision)] + (answersQuestion ? [.found(.questionAnswered(decision.id))] : [])
    case .followUp(let text, let owner, let due, let with):
      return [.followedUp(FollowUp(text: text, owner: owner, due: due.date(at: at), with: with))]
    case .note(let text): return [.noted(text)]
    case .kind(let kind, let because):
      if kind == state.kind { throw .badArgument(.alreadyKind(kind.rawValue)) }
      return [.kindChanged(kind, because: because)]
    default: return []
    }
  }
}
