import ParleyCore

/// A session to practise on that comes with Parley: a plan of made-up facts, and what there is to learn from it.
public struct PracticeCase: Hashable, Sendable {
  public let name: String
  /// What it is about, in a sentence.
  public let about: String
  public let lesson: Lesson
  /// The plan as YAML, what only the facilitator may read included.
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
