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
      let line: JSON = [
        "entry": .integer(number), "at": .string(at.description), "by": .string(by.text), "line": .string(line),
        "event": event,
      ]
      return line.line
    }
  }
}
