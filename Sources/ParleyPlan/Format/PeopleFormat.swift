import ParleyCore

extension PlanFormat {
  /// What everyone may know of a stakeholder.
  static let publicFacts = [
    PlanKey("id", .newID, required: true, "their name in commands"),
    PlanKey("name", .name, required: true, "their name"),
    PlanKey("role", .name, "what they do"),
    PlanKey("absent", .flag, "whether they are not there at the start"),
    PlanKey("email", .address, "where the record goes, and from where their answers come"),
    PlanKey("zone", .zone, "the time zone in which they read times"),
  ]

  /// What the facilitator alone knows of them, in the plan or in its private file.
  public static let privatePage = PlanMapping(
    "what is private of a stakeholder",
    [
      PlanKey("influence", .choice(of: StakeholderMap.Influence.self), "how much depends on them"),
      PlanKey("interest", .text, "what they want"),
      PlanKey("alignment", .choice(of: StakeholderMap.Alignment.self), "where they stand today"),
      PlanKey("objections", .list(.textOr(objection)), "what they are going to say against it"),
      PlanKey("requests", .list(.textOr(request)), "what they are going to ask for"),
      PlanKey("salience", .list(.choice(of: StakeholderMap.Salience.self)), "why they must be heard"),
      PlanKey("message", .lines, "what to tell them"),
      PlanKey("survey", .mapping(survey), "what they answered before the session"),
      PlanKey("met", .date, "the day of your 1:1"),
      PlanKey("answers", .mapping(answers), "what they said in it"),
      PlanKey("authority", .choice(of: Authority.self), "whether they decide, can veto, or advise"),
      PlanKey("metric", .text, "the number they look at, in their own words"),
      PlanKey("priorities", .list(.reference(to: "goal")), "the goals that they put first before the session"),
      PlanKey("follows", .reference(to: "stakeholder"), "whose lead they follow"),
    ])

  public static let stakeholder = PlanMapping("a stakeholder", publicFacts + privatePage.keys)

  static let objection = PlanMapping(
    "an objection",
    [
      PlanKey("text", .text, required: true, "what they are going to say"),
      PlanKey("goal", .reference(to: "goal"), "to which goal; each one where it is left out"),
      PlanKey("layer", .choice(of: Dot.Layer.self), "what of it is doubted"),
      PlanKey("cause", .choice(of: Dot.Cause.self), "what the doubt comes from"),
    ])

  static let request = PlanMapping(
    "a request",
    [
      PlanKey("text", .text, required: true, "what they are going to ask for"),
      PlanKey("goal", .reference(to: "goal"), "at which goal"),
    ])

  static let survey = PlanMapping(
    "`survey`",
    [
      PlanKey("outcome", .text, "what should come out of it"),
      PlanKey("worry", .text, "what they fear"),
      PlanKey("non-negotiable", .text, "what must not be touched"),
    ])

  static let answers = PlanMapping(
    "`answers`", SessionKind.oneOnOne.parts.map { PlanKey($0.rawValue, .text, "to “\($0.titles.title)”") })
}
