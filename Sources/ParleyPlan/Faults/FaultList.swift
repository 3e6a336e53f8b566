import ParleyCore

/// Collects the errors of one file while it is read, so that one run reports all of them.
///
/// It is a class because every reader of a part of the file adds to the same list.
final class FaultList {
  let file: String
  private(set) var faults: [Fault] = []
  private var known: Set<Fault> = []

  init(file: String) { self.file = file }

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
