import ParleyCore

extension PlanFormat {
  static let goal = PlanMapping(
    "a goal", exactlyOne: ["metric", "metrics"],
    [
      PlanKey("id", .newID, required: true, "its name in commands"),
      PlanKey("name", .name, required: true, "an outcome, not a feature"),
      PlanKey("timeframe", .reference(to: "timeframe"), required: true, "where it stands on the roadmap"),
      PlanKey("metric", .mapping(metric), "how one sees that it is reached"),
      PlanKey("metrics", .list(.mapping(metric), least: 1), "the same, where one will not do"),
      PlanKey("rationale", .lines, "why now"),
      PlanKey("owner", .reference(to: "stakeholder"), "who answers for it"),
      PlanKey("raci", .mapping(raci), "who has which part in it"),
      PlanKey("boundary", .choice(of: BoundaryMark.self), "whether it is decided, open or out of scope"),
      PlanKey("features", .list(.mapping(feature)), "what may be built for it; shown once all goals are settled"),
      PlanKey("capacity", .whole(least: 1, most: nil), "how many features it carries; any number where it is left out"),
      PlanKey("last", .mapping(last), "what became of it in the last period, for a review"),
      PlanKey("ref", .name, "its key in another tool"),
      PlanKey("url", .link, "where it is in that tool"),
      PlanKey("share", .whole(least: 1, most: 100), "per cent of its timeframe's effort"),
    ])

  static let raci = PlanMapping(
    "`raci`",
    [
      PlanKey("accountable", .reference(to: "stakeholder"), "exactly one person"),
      PlanKey("responsible", .list(.reference(to: "stakeholder")), "those who do it"),
      PlanKey("consulted", .list(.reference(to: "stakeholder")), "those who are asked before"),
      PlanKey("informed", .list(.reference(to: "stakeholder")), "those who are told after"),
    ])

  static let feature = PlanMapping(
    "a feature",
    [
      PlanKey("id", .newID, required: true, "its name in commands; no other feature of the plan has it"),
      PlanKey("name", .name, required: true, "what is built"),
      PlanKey("ref", .name, "its key in another tool"),
      PlanKey("url", .link, "where it is in that tool"),
    ])

  static let last = PlanMapping(
    "`last`",
    [
      PlanKey("target", .number, required: true, "what it was to be"),
      PlanKey("actual", .number, required: true, "what it came to"),
      PlanKey("because", .text, "why"),
      PlanKey("result", .choice(of: LastPeriod.Result.self), "worked out of the two where it is left out"),
    ])
}
