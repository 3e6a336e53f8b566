import ParleyCore

// What stands at the head of a record, before all sections.
extension Record {
  /// `agreed, open for comment`.
  var standing: String { closedEarly == nil ? status.words : "closed early" }

  /// When it was and who led it, and how long and where it can be commented on: a line each.
  var remarks: [String] {
    let moments = [("Began", started), ("ended", ended)].compactMap { word, instant in
      instant.map { "\(word) \($0.date) \($0.clock)" }
    }
    let zone = zone.map { " (\($0.shown))" } ?? ""
    let people = [("Facilitator", facilitator), ("note-taker", noteTaker)].compactMap { word, name in
      name.map { "\(word): \($0.shown)" }
    }
    return [
      moments.isEmpty ? nil : moments.joined(separator: ", ") + zone + ".",
      people.isEmpty ? nil : people.joined(separator: ", ") + ".", comments,
    ].compactMap { $0 }
      + kindChanges.map { "From \($0.at.clock) this was \($0.to.phrase), because: \($0.because.shown)" }
      + (closedEarly.map { ["Closed early, because: \($0.shown)"] } ?? [])
  }

  /// How long the record can be commented on, and how (M31).
  private var comments: String? {
    guard kind != .oneOnOne, let end = ended?.endOfComments else { return nil }
    if status == .final { return "The comment window is closed: a later change is a new decision." }
    let address = mailboxes.sendFrom ?? mailboxes.facilitator ?? mailboxes.noteTaker
    let person = facilitator ?? noteTaker
    let whom = [person?.shown, address.map { "<\($0.shown)>" }].compactMap { $0 }.joined(separator: " ")
    let way = "answer the mail that this came with" + (whom.isEmpty ? "" : ", or write to \(whom)")
    return "Comments until \(end.date) \(end.clock)\(zone.map { " (\($0.shown))" } ?? ""): \(way)."
  }
}

extension State.Status {
  fileprivate var words: String {
    switch self {
    case .proposal: "proposal"
    case .openForComment: "agreed, open for comment"
    case .final: "agreed, final"
    }
  }
}
