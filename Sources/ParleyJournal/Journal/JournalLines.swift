import ParleyCore

extension Journal {
  /// The events as JSON lines, one each: what `parley journal` prints.
  ///
  /// `{"entry":4,"at":"2027-06-28T14:05:00","by":"facilitator","line":"dot ceo green","event":{…}}`; a command
  /// that made nothing happen has one line whose event is null.
  public func lines() throws(JournalFault) -> [String] {
    try entries().flatMap(\.lines)
  }
}

extension Entry {
  fileprivate var lines: [String] {
    (events.isEmpty ? [JSON.null] : events.map(\.json)).map { event in
      var members = [
        JSON.Member("entry", .integer(number)), JSON.Member("at", .string(at.description)),
        JSON.Member("by", .string(by.text)), JSON.Member("line", .string(line)), JSON.Member("event", event),
      ]
      // Journals of before do not know it, and print as they did.
      if let seat { members.append(JSON.Member("seat", .string(seat.text))) }
      if let number = seat?.number { members.append(JSON.Member("number", .integer(number))) }
      return JSON.object(members).line
    }
  }
}
