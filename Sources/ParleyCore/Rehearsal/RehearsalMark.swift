/// What makes a session a rehearsal, and all that is needed to have the same one again: it stands in the opening of its
/// journal, so that no copy of the file can be mistaken for a session in earnest.
public struct RehearsalMark: Hashable, Sendable {
  public var seed: Int
  public var mood: Mood
  /// The step at which it began, as commands name it; nil at the beginning.
  public var from: String?
  /// Without simulated people: timeboxes only.
  public var isSolo: Bool
  /// The practice case it is; nil for a plan of one's own.
  public var practice: String?
  /// What that teaches.
  public var lesson: Lesson?

  /// How hard the simulated people make it.
  public enum Mood: String, Hashable, Sendable, CaseIterable { case easy, real, hard }

  public init(
    seed: Int = 1, mood: Mood = .real, from: String? = nil, isSolo: Bool = false, practice: String? = nil,
    lesson: Lesson? = nil
  ) {
    self.seed = seed
    self.mood = mood
    self.from = from
    self.isSolo = isSolo
    self.practice = practice
    self.lesson = lesson
  }
}

extension Plan {
  /// What the title of a rehearsal begins with, wherever that stands: on screens, in lists, in a record.
  static let rehearsalTitle = "REHEARSAL · "

  /// The plan as a rehearsal opens it. Alone nobody is in the room and no timeframe is ever full, so that one key goes
  /// on from every step.
  public func rehearsed(_ mark: RehearsalMark) -> Plan {
    var plan = self
    plan.rehearsal = mark
    plan.title = Plan.rehearsalTitle + ownTitle
    guard mark.isSolo else { return plan }
    for index in plan.stakeholders.indices { plan.stakeholders[index].absent = true }
    for index in plan.timeframes.indices { plan.timeframes[index].capacity = nil }
    return plan
  }

  /// The title without what marks a rehearsal.
  public var ownTitle: String {
    title.hasPrefix(Plan.rehearsalTitle) ? String(title.dropFirst(Plan.rehearsalTitle.count)) : title
  }
}

extension RehearsalMark {
  var json: JSON {
    .compact(
      ("seed", .integer(seed)), ("mood", .choice(mood)), ("from", JSON(from)), ("solo", .flag(isSolo)),
      ("practice", JSON(practice)), ("lesson", .choice(lesson)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      seed: try fields.int("seed"), mood: try fields.choice("mood"), from: fields.optionalText("from"),
      isSolo: fields.flag("solo"), practice: fields.optionalText("practice"),
      lesson: fields.optionalChoice("lesson"))
  }
}
