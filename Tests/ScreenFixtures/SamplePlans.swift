import ParleyCore
import TestFixtures

extension Plan {
  /// Four stakeholders, three goals, two quarters.
  package static let saas: Plan = {
    var plan = Plan(
      title: "Q3 alignment", starts: Instant("2027-06-28T13:56:00"), minutes: 90, facilitator: "Maya Lindt",
      noteTaker: "Leo Park",
      timeframes: Timeframe.quarters, stakeholders: Stakeholder.castWithRoles,
      goals: [
        goal("activation", "Improve activation rate", "Trials activated within 14 days", "%", 25, 40),
        goal("churn", "Reduce monthly churn", "Monthly churn", "%", 8, 5),
        goal("deal-close", "Accelerate deal-to-close time", "Deal velocity", "days", 42, 30),
      ])
    plan.context = Context(
      context: "The pipeline is healthy, yet monthly churn went from 5 % to 8 % in Q2.",
      conflict: "Deals stall in evaluation, and releases slip after every incident.",
      resolution: "A few outcomes for Q3, in an order that all of us can repeat.",
      evidence: "Two production incidents last month delayed four feature releases.")
    plan.boundary = Boundary(
      decided: ["Head count for Q3", "The Q3 budget"],
      open: ["Which goals Q3 carries", "Their order", "Their targets"],
      outOfScope: ["Pricing"])
    plan.goals[0].features = [
      Feature(id: FeatureID("checklist"), name: "Onboarding checklist"),
      Feature(id: FeatureID("sample-data"), name: "Sample workspace"),
    ]
    plan.goals[1].rationale = "Each point of churn is forty accounts a year."
    plan.goals[1].features = [Feature(id: FeatureID("health"), name: "Health score")]
    plan.goals[1].owner = StakeholderID("cs-head")
    plan.parkingLot = [ParkedIdea(text: "Push notifications", by: StakeholderID("cs-head"), kind: .feature)]
    plan.askOrder = ["cs-head", "vp-sales", "vp-eng", "ceo"].map { StakeholderID($0) }
    return plan
  }()

  private static func goal(
    _ id: String, _ name: String, _ metric: String, _ unit: String, _ baseline: Double, _ target: Double
  ) -> Goal {
    Goal(
      id: GoalID(id), name: name, timeframe: TimeframeID("q3"),
      metrics: [Metric(name: metric, unit: unit, baseline: baseline, target: target)],
      rationale: "Trials that activate convert four times as often.", owner: StakeholderID("vp-sales"))
  }

  /// Ten people, some with wide names, three timeframes, long names.
  package static let wide: Plan = {
    let people = [
      ("ceo", "Ines Berg", "CEO"), ("cfo", "Otto Falk", "CFO"), ("cto", "Tara Weiss", "CTO"),
      ("sales", "Sam Ortiz", "VP Sales"), ("marketing", "Mia Lund", "CMO"), ("support", "Sora Kim", "Head of Support"),
      ("design", "Dev Rao", "Head of Design"), ("data", "Dana Roth", "Head of Data"),
      ("partners", "Pia Novak", "VP Partnerships"), ("apac", "王 美玲", "GM APAC"),
    ]
    var plan = Plan(
      title: "Q2 review and Q3 goals", starts: Instant("2027-07-02T10:00:00"),
      timeframes: [
        Timeframe(id: TimeframeID("q2"), name: "Q2 2027", capacity: 4),
        Timeframe(id: TimeframeID("q3"), name: "Q3 2027", capacity: 3),
        Timeframe(id: TimeframeID("later"), name: "Später", capacity: 8),
      ],
      stakeholders: people.map { Stakeholder(id: StakeholderID($0), name: $1, role: $2) },
      goals: [
        goal("mobile", "モバイルの表示速度をアジアの市場で改善する (p95)", "p95 latency", "ms", 720, 500),
        goal(
          "conversion", "Improve trial-to-paid conversion for teams of more than fifty seats", "Conversion", "%", 14, 20
        ),
      ])
    plan.context = Context(context: "Q2 hit two goals.")
    return plan
  }()
}
