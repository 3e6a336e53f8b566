import ParleyCore

// What stands at the head of a record, before all sections.
extension Record {
  /// `agreed, open for comment`.
  func standing(in words: DocumentWording) -> String {
    words["head.\(closedEarly == nil ? status.rawValue : "closed-early")"]
  }

  /// When it was and who led it, and how long and where it can be commented on: a line each.
  func remarks(in words: DocumentWording) -> [String] {
    [span(in: words), people(in: words), comments(in: words)].compactMap { $0 }
      + kindChanges.map { change in
        words(
          "head.kind-change",
          ["time": words.time(change.at), "kind": words["kind.\(change.to.rawValue)"], "because": change.because.shown])
      } + (closedEarly.map { [words("head.closed-early-because", ["because": $0.shown])] } ?? [])
  }

  private func span(in words: DocumentWording) -> String? {
    switch (started, ended) {
    case (let began?, let ended?):
      words("head.began-and-ended", ["began": words.moment(began), "ended": moment(ended, words)])
    case (let began?, nil): words("head.began", ["began": moment(began, words)])
    case (nil, let ended?): words("head.ended", ["ended": moment(ended, words)])
    case (nil, nil): nil
    }
  }

  private func people(in words: DocumentWording) -> String? {
    switch (facilitator?.shown, noteTaker?.shown) {
    case (let facilitator?, let noteTaker?):
      words("head.facilitator-and-note-taker", ["facilitator": facilitator, "noteTaker": noteTaker])
    case (let facilitator?, nil): words("head.facilitator", ["facilitator": facilitator])
    case (nil, let noteTaker?): words("head.note-taker", ["noteTaker": noteTaker])
    case (nil, nil): nil
    }
  }

  /// A moment with the zone that it is in, where that is known.
  private func moment(_ instant: Instant, _ words: DocumentWording) -> String {
    words.moment(instant, in: zone)
  }

  /// How long the record can be commented on, and how (M31).
  private func comments(in words: DocumentWording) -> String? {
    guard kind != .oneOnOne, ended != nil, let end = commentsUntil else { return nil }
    if status == .final { return words["head.comments-closed"] }
    let address = mailboxes.sendFrom ?? mailboxes.facilitator ?? mailboxes.noteTaker
    let person = facilitator ?? noteTaker
    let whom = [person?.shown, address.map { "<\($0.shown)>" }].compactMap { $0 }.joined(separator: " ")
    let until = words.moment(end, in: commentZone)
    return whom.isEmpty
      ? words("head.comments", ["until": until]) : words("head.comments-to", ["until": until, "whom": whom])
  }
}

extension DocumentWording {
  /// A moment with the zone that it is in, where that is known.
  func moment(_ instant: Instant, in zone: String?) -> String {
    zone.map { self("head.in-zone", ["moment": moment(instant), "zone": $0.shown]) } ?? moment(instant)
  }
}
