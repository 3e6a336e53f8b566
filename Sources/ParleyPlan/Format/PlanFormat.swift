import ParleyCore

/// The plan's format, version 1.
public enum PlanFormat {
  /// The whole plan.
  public static let plan = PlanMapping(
    "the plan",
    [
      PlanKey("parley", .version, required: true, "the version of the format"),
      PlanKey("title", .name, required: true, "what the session is called; its id is made of it"),
      PlanKey("kind", .choice(of: SessionKind.self), "the kind of session, alignment where it is left out"),
      PlanKey("starts", .moment, "when it begins"),
      PlanKey("minutes", .whole(least: 1, most: 1440), "how long it is planned to take; each kind has a usual length"),
      PlanKey("remote", .flag, "whether people call in; the pre-read then goes out 72 hours ahead instead of 48"),
      PlanKey("facilitator", .name, "who leads it"),
      PlanKey("note-taker", .name, "who writes down what is agreed; better someone else"),
      PlanKey("context", .mapping(context), "what is told before any goal is on the screen"),
      PlanKey("boundary", .mapping(boundary), "what the session may talk about, and what not"),
      PlanKey("timeframes", .list(.mapping(timeframe), least: 1), required: true, "the columns of the roadmap"),
      PlanKey(
        "stakeholders", .list(.mapping(stakeholder), least: 1), required: true, "the people whose agreement is sought"),
      PlanKey("goals", .list(.mapping(goal), least: 1), required: true, "the outcomes on which they agree, or do not"),
      PlanKey("parking-lot", .list(.mapping(parkedItem)), "what was asked for and serves no goal"),
      PlanKey("timeboxes", .mapping(timeboxes), "the minutes of the steps; 0 leaves a step out"),
      PlanKey("vote", .mapping(vote), "the silent vote"),
      PlanKey("phrases", .mapping(phrases), "your own words for the facilitator's cards"),
      PlanKey("previous", .name, "the session before, on whose record this one opens"),
      PlanKey("question", .text, "the one question of a check-in, or what a decision journal decides"),
      PlanKey("assumptions", .list(.mapping(assumption)), "what a decision rests on"),
      PlanKey("alternatives", .list(.text), "the ways between which a decision chooses; two at least"),
      PlanKey("kill-criteria", .list(.mapping(killCriterion)), "when to stop, and what is done then"),
      PlanKey("with", .reference(to: "stakeholder"), "whom a 1:1 is with"),
      PlanKey("shows", .list(.choice(of: MapFact.self)), "what of the map everyone may see; nothing otherwise"),
      PlanKey("north-star", .mapping(metric.called("`north-star`")), "the measure that all goals serve"),
      PlanKey("red-lines", .list(.text), "what none of the goals may cross"),
      PlanKey("links", .list(.mapping(link)), "the roadmap, a dashboard, the recording"),
      PlanKey("inform", .list(.mapping(recipient)), "people who get the record and have no dot"),
      PlanKey("facilitator-email", .address, "where answers to the facilitator go"),
      PlanKey("note-taker-email", .address, "where answers to the note-taker go"),
      PlanKey("send-from", .address, "the address from which pre-read and record come"),
      PlanKey("zone", .zone, "the time zone of all times here; the machine's where it is left out"),
      PlanKey(
        "check-ins", .choice(of: CheckInRhythm.self),
        "how often the goals are looked at until the review: once, half way through, or monthly"),
      PlanKey("language", .language, "the language of its documents; the settings' where it is left out"),
    ])

  static let context = PlanMapping(
    "`context`",
    [
      PlanKey("context", .lines, "where things stand"),
      PlanKey("conflict", .lines, "what pulls apart"),
      PlanKey("resolution", .lines, "what is proposed"),
      PlanKey("evidence", .lines, "what supports it"),
    ])

  static let boundary = PlanMapping(
    "`boundary`",
    [
      PlanKey("decided", .list(.text), "what is decided, and not opened again"),
      PlanKey("open", .list(.text), "what is open for input"),
      PlanKey("out-of-scope", .list(.text), "what is not talked about here"),
    ])

  static let timeframe = PlanMapping(
    "a timeframe",
    [
      PlanKey("id", .newID, required: true, "its name in commands"),
      PlanKey("name", .name, required: true, "the head of its column"),
      PlanKey("from", .date, "its first day"),
      PlanKey("to", .date, "its last day, not before the first"),
      PlanKey("capacity", .whole(least: 1, most: nil), "how many goals it holds; any number where it is left out"),
    ])

  static let metric = PlanMapping(
    "a metric",
    [
      PlanKey("name", .name, required: true, "what is counted"),
      PlanKey("unit", .name, "in what: \"%\", days, accounts"),
      PlanKey("baseline", .number, required: true, "what it is today"),
      PlanKey("target", .number, required: true, "what it is to be; below the baseline, lower is better"),
    ])

  static let parkedItem = PlanMapping(
    "a parked item",
    [
      PlanKey("text", .text, required: true, "what it is"),
      PlanKey("by", .reference(to: "stakeholder"), "who asked for it"),
      PlanKey("kind", .choice(of: ItemKind.self), "what it is about, idea where it is left out"),
      PlanKey("goal", .reference(to: "goal"), "the goal it might serve"),
      PlanKey("owner", .reference(to: "stakeholder"), "who sees to it"),
      PlanKey("due", .date, "by when"),
      PlanKey("ref", .name, "its key in another tool"),
      PlanKey("url", .link, "where it is in that tool"),
    ])

  static let link = PlanMapping(
    "a link",
    [
      PlanKey("name", .name, required: true, "what stands behind it"),
      PlanKey("url", .link, required: true, "its address"),
    ])

  static let recipient = PlanMapping(
    "someone to inform",
    [
      PlanKey("id", .newID, "their name in commands, so that they can comment"),
      PlanKey("name", .name, required: true, "their name"),
      PlanKey("email", .address, "where the record goes"),
    ])

  static let timeboxes = PlanMapping(
    "`timeboxes`",
    [
      minutes("review", "the look back at the last period"), minutes("boundary", "what is open and what is not"),
      minutes("context", "the context"), minutes("vote", "the silent vote, where it is a step"),
      minutes("goal", "each goal"), minutes("priorities", "the order of the goals"), minutes("conflict", "a conflict"),
      minutes("features", "the features of each goal"), minutes("read-back", "the read-back"),
    ] + Step.Part.allCases.map { minutes($0.rawValue, "the step “\($0.titles.title)”") })

  private static func minutes(_ name: String, _ does: String) -> PlanKey {
    PlanKey(name, .whole(least: 0, most: 1440), "minutes for \(does)")
  }

  static let vote = PlanMapping(
    "`vote`",
    [
      PlanKey("dots", .whole(least: 1, most: nil), "how many a person has; half the goals where it is left out"),
      PlanKey("max", .whole(least: 1, most: nil), "how many one goal may get from one person; 2 where it is left out"),
      PlanKey("step", .flag, "whether it is a step of its own"),
      PlanKey("fewest", .whole(least: 1, most: nil), "the fewest ballots that are revealed; 3 where it is left out"),
    ])

  /// A plan may have cards of a name that this version does not know.
  static let phrases = PlanMapping(
    "`phrases`", isOpen: true,
    Phrases.Card.allCases.map { PlanKey($0.rawValue, .text, "the card “\($0.rawValue)”") })

  static let assumption = PlanMapping(
    "an assumption",
    [
      PlanKey("text", .text, required: true, "what is assumed"),
      PlanKey("evidence", .choice(of: Evidence.self), required: true, "how well it is known"),
    ])

  static let killCriterion = PlanMapping(
    "a kill criterion",
    [
      PlanKey("metric", .name, required: true, "what is looked at"),
      PlanKey("threshold", .text, required: true, "the value at which it ends"),
      PlanKey("date", .date, required: true, "when it is looked at"),
      PlanKey("action", .text, required: true, "what is done then"),
      PlanKey("owner", .reference(to: "stakeholder"), "who looks"),
    ])
}
