import ParleyCore

/// What the method advises on a plan that may well be run as it is (M2, M3, M5–M8, M17, M44).
struct Adviser {
  let reader: PlanReader
  let file: String

  init(_ reader: PlanReader, file: String) {
    self.reader = reader
    self.file = file
  }

  var advice: [Fault] { [] }
}
