import ParleyCore

/// A session for practice that comes with Parley: a plan of made-up facts, and its lesson.
public struct PracticeCase: Hashable, Sendable {
  public let name: String
  /// Its subject, in a sentence.
  public let about: String
  public let lesson: Lesson
  /// The plan as YAML, with the facilitator's private notes.
  public let text: String

  /// The cases, the easiest first.
  public static let all: [PracticeCase] = [.oneOnOne, .quarter, .sunset, .platform]

  /// The case with this name, or the only one whose name begins so; nil when there is none.
  public static func named(_ name: String) -> PracticeCase? {
    if let exact = all.first(where: { $0.name == name }) { return exact }
    let beginning = all.filter { $0.name.hasPrefix(name) }
    return beginning.count == 1 ? beginning.first : nil
  }
}
