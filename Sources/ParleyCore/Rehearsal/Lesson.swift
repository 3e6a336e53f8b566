/// The lesson of a practice case, and the report's verdict on it.
public enum Lesson: String, Hashable, Sendable, CaseIterable {
  case holdTheConflict = "hold-the-conflict"
  case askTheSilent = "ask-the-silent"
  case nameTheLayer = "name-the-layer"
  case listen

  /// The aim of the lesson, in a sentence.
  public var aim: String {
    switch self {
    case .holdTheConflict:
      "Two who need the same goal for opposite reasons: give it ten minutes of its own, and end it with a way out (M18)."
    case .askTheSilent:
      "The real objection sits with whoever says nothing: ask by name, least influence first, before you settle (M13)."
    case .nameTheLayer:
      "Every no is about something else: write down whether it is the goal, the number, the time or the features (M14)."
    case .listen:
      "In ten minutes it is the other one who talks: write down what they need, what they miss, and keep to the time (M9)."
    }
  }

  /// Whether the facilitator did it, as far as the figures tell.
  public func isMet(by figures: RehearsalFigures) -> Bool {
    switch self {
    case .holdTheConflict:
      figures.disagreements > 0 && figures.conflictsHeld >= figures.disagreements && figures.conflictsOver == 0
    case .askTheSilent: figures.silences > 0 && figures.asked == figures.silences && figures.mouths == 0
    case .nameTheLayer: figures.objections > 0 && figures.rightLayers == figures.objections && figures.mouths == 0
    case .listen: figures.toCapture > 0 && figures.captured == figures.toCapture && figures.secondsOver <= 30
    }
  }

  /// The verdict on it, in a sentence.
  public func verdict(_ figures: RehearsalFigures) -> String {
    let isMet = isMet(by: figures)
    switch self {
    case .holdTheConflict:
      return isMet
        ? "You held it: \(figures.conflictsHeld) within the time."
        : "Not yet: of \(counted(figures.disagreements, "disagreement")) you held \(figures.conflictsHeld) in the time it has."
    case .askTheSilent:
      return isMet
        ? "You asked everyone who waited for it."
        : "Not yet: \(figures.asked) of \(figures.silences) were asked, and \(figures.mouths) got a dot without a word."
    case .nameTheLayer:
      return isMet
        ? "Every objection is written down with its layer."
        : "Not yet: \(figures.rightLayers) of \(counted(figures.objections, "objection")) stand there with the layer meant, and \(counted(figures.mouths, "dot")) without a word."
    case .listen:
      return isMet
        ? "You wrote down all that was said, in the time."
        : "Not yet: \(figures.captured) of \(figures.toCapture) written down, \(minutesAndSeconds(figures.secondsOver)) over."
    }
  }
}
