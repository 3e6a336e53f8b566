import ParleyCore

/// Collects the errors of one file while it is read, so that one run reports all of them.
///
/// It is a class because every reader of a part of the file adds to the same list.
final class FaultList {
  let file: String
  private(set) var faults: [Fault] = []
  private var known: Set<Fault> = []
  /// Every day and the key at which it stands, for advice.
  private(set) var days: [Located<(key: String, date: CalendarDate)>] = []
  /// Numbers that may be meant otherwise.
  private(set) var doubtful: [Located<(text: String, number: Double)>] = []

  init(file: String) { self.file = file }

  func note(day: CalendarDate, of key: String, at place: Place) {
    days.append(Located(value: (key, day), place: place, file: file))
  }

  func note(number text: String, at place: Place) {
    guard let number = doubtfulNumber(text) else { return }
    doubtful.append(Located(value: (text, number), place: place, file: file))
  }

  func add(_ complaint: Complaint, at place: Place) {
    let fault = Fault(file: file, place: place, severity: .error, message: complaint.sentence)
    if known.insert(fault).inserted { faults.append(fault) }
  }
}

extension [Fault] {
  /// By place; faults at one place in the order in which they were found.
  func inOrder() -> [Fault] {
    enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
  }
}
