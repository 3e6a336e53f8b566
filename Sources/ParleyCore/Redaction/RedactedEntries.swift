// What happened, as those know it who do not lead. What is left of an event is said where the event stands.
extension Redaction {
  /// The entry as it may be told; the redaction is that of the session after it. Its line is kept as far as it can be:
  /// of a command about a goal that is not shown, the verb; of one of which nothing may be told, not even that.
  public func redacted(_ entry: Entry) -> Entry {
    var seen = entry
    seen.seat = entry.seat?.redacted
    seen.events = entry.events.compactMap { $0.payload.redactedEvent(by: self) }
    let isWhole = seen.events == entry.events
    let verb = seen.events.isEmpty ? nil : CommandLine.verb(in: entry.line)
    seen.line = isWhole ? redacted(line: entry.line) : verb?.rawValue ?? ""
    return seen
  }

  private func redacted(line: String) -> String {
    var (seen, word) = ("", "")
    func end() -> String { number(of: GoalID(word)).map { "goal-\($0)" } ?? word }
    for scalar in line.unicodeScalars {
      guard !GoalID.mayHold(scalar, at: 1) else {
        word.unicodeScalars.append(scalar)
        continue
      }
      seen += end()
      seen.unicodeScalars.append(scalar)
      word = ""
    }
    return seen + end()
  }
}

extension EventPayload {
  fileprivate func redactedEvent(by redaction: Redaction) -> Event? { redacted(by: redaction)?.event }
}

extension Session {
  /// The session as someone knows it who does not lead it.
  public func seen(by viewer: Viewer) -> Session {
    Session(Redaction(state, for: viewer).redacted(snapshot))
  }
}
