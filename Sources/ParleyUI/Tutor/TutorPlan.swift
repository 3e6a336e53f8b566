import ParleyCore

/// The session that the tutor leads through: a library plans its autumn. Three people, two goals, and everything that
/// makes a session hard once.
enum TutorPlan {
  static let evenings = GoalID("evenings")
  static let returns = GoalID("returns")
  static let ines = StakeholderID("ines")
  static let ravi = StakeholderID("ravi")
  static let lena = StakeholderID("lena")

  static let plan: Plan = {
    var plan = Plan(
      title: "A library's autumn", minutes: 60, facilitator: "You",
      context: Context(
        context: "Two of three visitors come in the morning; after five the house is closed.",
        conflict: "Readers with a job never see us open, and books come back late.",
        resolution: "Two outcomes for the autumn, in an order that all of us can repeat."),
      boundary: Boundary(decided: ["The budget"], open: ["What the autumn is for"], outOfScope: ["A second building"]),
      timeframes: [
        Timeframe(id: TimeframeID("autumn"), name: "Autumn", capacity: 2),
        Timeframe(id: TimeframeID("winter"), name: "Winter", capacity: 2),
      ],
      stakeholders: [
        Stakeholder(id: ines, name: "Ines Duarte", role: "Front desk", authority: .advises),
        Stakeholder(id: ravi, name: "Ravi Menon", role: "Collections", authority: .advises),
        Stakeholder(id: lena, name: "Lena Berg", role: "Director", authority: .decides),
      ],
      goals: [
        Goal(
          id: evenings, name: "Full tables after five", timeframe: TimeframeID("autumn"),
          metrics: [Metric(name: "Evening visits a week", baseline: 120, target: 200)],
          rationale: "Most readers work until five.", owner: ines,
          features: [Feature(id: FeatureID("late-desk"), name: "A desk until nine")], capacity: 1),
        Goal(
          id: returns, name: "Back on the shelf in a day", timeframe: TimeframeID("autumn"),
          metrics: [Metric(name: "Until a book is back", unit: "h", baseline: 60, target: 24)],
          rationale: "A book in a crate is a book nobody reads.", owner: ravi,
          features: [Feature(id: FeatureID("slot"), name: "A second return slot")]),
      ],
      timeboxes: Timeboxes(context: 5, goal: 15, features: 5))
    // The form of a conflict can name who decides, as it can in most sessions.
    plan.shows = [.authority]
    return plan
  }()
}
