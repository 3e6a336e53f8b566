/// The mark of a rehearsal, with everything needed to repeat the same one. It is in the opening of the journal, so that
/// nobody can mistake a copy of the file for a live session.
public struct RehearsalMark: Hashable, Sendable {
  public var seed: Int
  public var mood: Mood
  /// The step at which it began, as commands name it; nil for the first step.
  public var from: String?
  /// Whether it has no simulated people, and rehearses only the timeboxes.
  public var isSolo: Bool
  /// The practice case; nil for the facilitator's own plan.
  public var practice: String?
  /// The lesson of the practice case.
  public var lesson: Lesson?
  /// Which people spoke in it; nil for the first ones. Others would say other things at the same seed, and what was
  /// written down then cannot be held against their words.
  public var edition: Int?

  /// The edition of the people who speak now: one more whenever the same seed would have them say other things.
  public static let currentEdition = 4

  /// How hard the simulated people make it.
  public enum Mood: String, Hashable, Sendable, CaseIterable { case easy, real, hard }

  public init(
    seed: Int = 1, mood: Mood = .real, from: String? = nil, isSolo: Bool = false, practice: String? = nil,
    lesson: Lesson? = nil, edition: Int? = RehearsalMark.currentEdition
  ) {
    self.seed = seed
    self.mood = mood
    self.from = from
    self.isSolo = isSolo
    self.practice = practice
    self.lesson = lesson
    self.edition = edition
  }
}

extension Plan {
  /// The beginning of a rehearsal's title, wherever it appears: on screens, in lists, in a record.
  static let rehearsalTitle = "REHEARSAL · "

  /// The plan as a rehearsal opens it. In a solo rehearsal nobody is in the room and no timeframe is ever full, so that
  /// one key goes on from every step.
  public func rehearsed(_ mark: RehearsalMark) -> Plan {
    var plan = self
    plan.rehearsal = mark
    plan.title = Plan.rehearsalTitle + ownTitle
    if let late = mark.latecomer(plan), let index = plan.stakeholders.firstIndex(where: { $0.id == late }) {
      plan.stakeholders[index].absent = true
    }
    guard mark.isSolo else { return plan }
    for index in plan.stakeholders.indices { plan.stakeholders[index].absent = true }
    for index in plan.timeframes.indices { plan.timeframes[index].capacity = nil }
    return plan
  }

  /// The title without the mark of a rehearsal.
  public var ownTitle: String {
    title.hasPrefix(Plan.rehearsalTitle) ? String(title.dropFirst(Plan.rehearsalTitle.count)) : title
  }
}
