extension CommandGrammar {
  /// Every command, in the order of the reference.
  public static let all: [CommandGrammar] =
    moving + dots + goals + parking + conflicts + votes + capture + playbooks + kinds + closing

  private static let displacing = Key(name: "displacing", kind: .displacement)
  private static let because = Key(name: "because", kind: .text, isRequired: true)
  private static let goalPlace = Argument(name: "GOAL", kind: .goal)
  private static let whoPlace = Argument(name: "WHO", kind: .who)
  private static func text(_ name: String) -> Argument { Argument(name: name, kind: .text) }
  private static let process = [
    Key(name: "decider", kind: .who), Key(name: "by", kind: .date), Key(name: "criteria", kind: .text),
  ]
  private static let fullProcess = process.map { Key(name: $0.name, kind: $0.kind, isRequired: true) }
  private static let metricKeys = [
    Key(name: "unit", kind: .name), Key(name: "baseline", kind: .number, isRequired: true),
    Key(name: "target", kind: .number, isRequired: true),
  ]

  private static let moving: [CommandGrammar] = [
    Self(verb: "next", arguments: [], keys: [], does: "goes on to the next step", example: "next"),
    Self(verb: "back", arguments: [], keys: [], does: "goes back to the step before", example: "back"),
    Self(
      verb: "goto", arguments: [Argument(name: "STEP", kind: .step)], keys: [],
      does: "goes to a step: back to any, forward over steps that are done", example: "goto goal:churn"),
    Self(verb: "pause", arguments: [], keys: [], does: "stops the countdown", example: "pause"),
    Self(verb: "resume", arguments: [], keys: [], does: "lets the countdown go on", example: "resume"),
    Self(
      verb: "extend", arguments: [Argument(name: "MIN", kind: .minutes)], keys: [], does: "gives the step more minutes",
      example: "extend 5"),
    Self(verb: "arrive", arguments: [whoPlace], keys: [], does: "someone has come in", example: "arrive vp-eng"),
    Self(verb: "leave", arguments: [whoPlace], keys: [], does: "someone has left", example: "leave vp-eng"),
  ]

  private static let dots: [CommandGrammar] = [
    Self(
      verb: "dot",
      arguments: [
        whoPlace, Argument(name: "COLOUR", kind: .choice(Dot.Colour.allCases.map(\.rawValue) + ["clear"])),
      ],
      keys: [
        Key(name: "goal", kind: .goal), Key(name: "layer", kind: .choice(Dot.Layer.allCases.map(\.rawValue))),
        Key(name: "cause", kind: .choice(Dot.Cause.allCases.map(\.rawValue))), Key(name: "condition", kind: .text),
        Key(name: "note", kind: .text), Key(name: "how", kind: .choice(Dot.How.allCases.map(\.rawValue))),
      ], does: "someone's position on a goal", example: "dot vp-eng red layer=metric note=\"Not reachable by June\"",
      speakerIsWho: true)
  ]

  private static let goals: [CommandGrammar] = [
    Self(
      verb: "confirm", arguments: [Argument(name: "GOAL", kind: .goal, isOptional: true)],
      keys: [Key(name: "note", kind: .text), Key(name: "condition", kind: .text), displacing] + process,
      does: "settles a goal as it stands", example: "confirm churn"),
    Self(
      verb: "adjust", arguments: [goalPlace],
      keys: [
        Key(name: "name", kind: .name), Key(name: "metric", kind: .name), Key(name: "target", kind: .number),
        Key(name: "baseline", kind: .number), Key(name: "timeframe", kind: .timeframe), displacing, because,
      ] + process, does: "settles a goal with a change", example: "adjust churn target=6 because=\"Two releases fewer\""
    ),
    Self(
      verb: "defer", arguments: [goalPlace], keys: fullProcess, does: "settles a goal as to be decided later",
      example: "defer churn decider=ceo by=+7d criteria=\"Cohort data of June\""),
    Self(
      verb: "drop", arguments: [goalPlace], keys: [because], does: "takes a goal off the table for good",
      example: "drop churn because=\"Another team carries it\""),
    Self(
      verb: "skip", arguments: [goalPlace], keys: [displacing, because], does: "leaves a goal open",
      example: "skip churn because=\"Its owner is ill\""),
    Self(
      verb: "propose", arguments: [Argument(name: "ID", kind: .newID), Argument(name: "NAME", kind: .name)],
      keys: [
        Key(name: "timeframe", kind: .timeframe, isRequired: true), Key(name: "metric", kind: .name, isRequired: true),
      ] + metricKeys + [displacing], does: "puts a goal on the table that was missing",
      example: "propose speed \"Ship faster\" timeframe=q3 metric=\"Deploys a week\" baseline=1 target=5"),
    Self(
      verb: "metric", arguments: [goalPlace, Argument(name: "NAME", kind: .name)], keys: metricKeys,
      does: "gives a goal a further metric", example: "metric churn \"Support tickets\" baseline=90 target=60"),
    Self(
      verb: "move", arguments: [goalPlace],
      keys: [Key(name: "to", kind: .destination, isRequired: true), displacing, because],
      does: "moves a goal to another timeframe", example: "move churn to=q4 because=\"Data comes in September\""),
    Self(
      verb: "rank", arguments: [goalPlace, Argument(name: "N", kind: .count)], keys: [],
      does: "gives a goal its place in the order", example: "rank churn 1"),
  ]

  private static let parking: [CommandGrammar] = [
    Self(
      verb: "request", arguments: [text("TEXT")], keys: [Key(name: "by", kind: .who, isRequired: true)],
      does: "parks a feature request, and asks which goal it serves", example: "request \"Dark mode\" by=vp-sales"),
    Self(
      verb: "serve", arguments: [Argument(name: "P1", kind: .item)],
      keys: [Key(name: "goal", kind: .goal, isRequired: true), Key(name: "displacing", kind: .feature)],
      does: "a parked item becomes a feature of a goal", example: "serve P2 goal=churn"),
    Self(
      verb: "withdraw", arguments: [Argument(name: "P1", kind: .item)], keys: [], does: "a parked item is taken back",
      example: "withdraw P2"),
    Self(
      verb: "park", arguments: [text("TEXT")],
      keys: [
        Key(name: "by", kind: .who), Key(name: "kind", kind: .choice(ItemKind.allCases.map(\.rawValue))),
        Key(name: "goal", kind: .goal), Key(name: "owner", kind: .who), Key(name: "due", kind: .date),
      ], does: "puts something in the parking lot", example: "park \"Who owns pricing?\" by=ceo kind=question"),
    Self(
      verb: "assign", arguments: [Argument(name: "P1", kind: .item)],
      keys: [Key(name: "owner", kind: .who, isRequired: true), Key(name: "due", kind: .date)],
      does: "gives a parked item an owner", example: "assign P2 owner=vp-eng due=+7d"),
  ]

  private static let conflicts: [CommandGrammar] = [
    Self(
      verb: "conflict", arguments: [text("TOPIC")],
      keys: [Key(name: "between", kind: .people, isRequired: true), Key(name: "goal", kind: .goal)],
      does: "gives a disagreement its own timebox", example: "conflict \"Speed or safety\" between=vp-eng,vp-sales"),
    Self(
      verb: "argue", arguments: [whoPlace, text("TEXT")], keys: [Key(name: "interest", kind: .text)],
      does: "an argument in the conflict, and the interest beneath it",
      example: "argue vp-eng \"Every release breaks\" interest=\"Sleep\"", speakerIsWho: true),
    Self(
      verb: "resolve", arguments: [text("DECISION")], keys: [because, Key(name: "until", kind: .date)],
      does: "ends the conflict with a decision",
      example: "resolve \"Two releases a month\" because=\"Both can live with it\""),
    Self(
      verb: "experiment", arguments: [text("WHAT")],
      keys: [
        Key(name: "metric", kind: .text, isRequired: true), Key(name: "until", kind: .date, isRequired: true),
        Key(name: "owner", kind: .who, isRequired: true),
      ], does: "ends the conflict with an experiment",
      example: "experiment \"Two weeks of weekly releases\" metric=\"Incidents\" until=+14d owner=vp-eng"),
    Self(
      verb: "escalate", arguments: [],
      keys: [
        Key(name: "to", kind: .who, isRequired: true), Key(name: "by", kind: .date, isRequired: true),
        Key(name: "criteria", kind: .text, isRequired: true), Key(name: "options", kind: .options, isRequired: true),
      ], does: "gives the conflict to a decider, with options",
      example: "escalate to=ceo by=+3d criteria=\"Cost of delay\" options=\"Weekly|Monthly\""),
    Self(
      verb: "postpone", arguments: [], keys: fullProcess, does: "leaves the conflict for a later day",
      example: "postpone decider=ceo by=+7d criteria=\"Cohort data of June\""),
    Self(
      verb: "consent", arguments: [Argument(name: "WHO", kind: .people)], keys: [],
      does: "these people can live with how the last conflict was resolved", example: "consent vp-eng,vp-sales"),
  ]

  private static let votes: [CommandGrammar] = [
    Self(
      verb: "vote open", arguments: [], keys: [Key(name: "dots", kind: .count), Key(name: "max", kind: .count)],
      does: "opens the silent vote", example: "vote open dots=3"),
    Self(
      verb: "ballot", arguments: [], keys: [Key(name: "", kind: .ballot)], does: "casts one's ballot",
      example: "@ceo ballot churn=2 activation=1"),
    Self(verb: "vote reveal", arguments: [], keys: [], does: "shows the sums of all ballots", example: "vote reveal"),
    Self(verb: "vote cancel", arguments: [], keys: [], does: "ends the vote without a result", example: "vote cancel"),
  ]

  private static let capture: [CommandGrammar] = [
    Self(
      verb: "decide", arguments: [text("WHAT")],
      keys: [
        because, Key(name: "consequences", kind: .text), Key(name: "until", kind: .date),
        Key(name: "replaces", kind: .decision),
      ], does: "writes a decision down",
      example: "decide \"No new reports\" because=\"Nobody reads them\" until=2027-12-31"),
    Self(
      verb: "follow-up", arguments: [text("TEXT")],
      keys: [
        Key(name: "owner", kind: .who, isRequired: true), Key(name: "due", kind: .date, isRequired: true),
        Key(name: "with", kind: .people),
      ], does: "something to do after the session",
      example: "follow-up \"Cost of the sync\" owner=vp-eng due=+7d with=ceo"),
    Self(
      verb: "note", arguments: [text("TEXT")], keys: [], does: "a note for the record",
      example: "note \"Ada joins at three\""),
    Self(verb: "heard", arguments: [whoPlace], keys: [], does: "someone has spoken", example: "heard cs-head"),
    Self(
      verb: "kind",
      arguments: [Argument(name: "KIND", kind: .choice(SessionKind.allCases.map(\.rawValue)))], keys: [because],
      does: "openly changes the kind of the session", example: "kind review because=\"The quarter is not over\""),
  ]

  private static let scale = Kind.choice((1...5).map(String.init))
  private static let goalKey = Key(name: "goal", kind: .goal)
  private static let stopKey = Key(name: "stop", kind: .text)

  private static let playbooks: [CommandGrammar] = [
    Self(
      verb: "playbook pathfinder", arguments: [text("QUESTION")],
      keys: [
        Key(name: "try", kind: .text, isRequired: true), Key(name: "metric", kind: .text, isRequired: true),
        Key(name: "until", kind: .date, isRequired: true), Key(name: "owner", kind: .who, isRequired: true), goalKey,
        stopKey,
      ], does: "same goal, different path: a short experiment shows the way",
      example:
        "playbook pathfinder \"Does a guide help?\" try=\"One for a cohort\" metric=Activation until=+14d owner=ceo"),
    Self(
      verb: "playbook portfolio", arguments: [goalPlace],
      keys: ["value", "fit", "risk"].map { Key(name: $0, kind: scale, isRequired: true) },
      does: "different goals: what one is worth, how it fits, what it risks; 1 to 5 each",
      example: "playbook portfolio churn value=5 fit=4 risk=2"),
    Self(
      verb: "playbook split", arguments: [],
      keys: ["core", "adjacent", "new"].map { Key(name: $0, kind: .number, isRequired: true) },
      does: "different goals: how effort is shared out, in per cent",
      example: "playbook split core=70 adjacent=20 new=10"
    ),
    Self(
      verb: "playbook track",
      arguments: [Argument(name: "TRACK", kind: .choice(Sheet.Track.allCases.map(\.rawValue))), text("WHAT")],
      keys: [Key(name: "unlocks", kind: .text), goalKey],
      does: "different horizons: a step on one of two tracks, and what it unlocks",
      example: "playbook track near \"Clean up the events\" unlocks=\"Self-service reports\""),
    Self(
      verb: "playbook gate", arguments: [text("EVIDENCE")],
      keys: [
        Key(name: "reach", kind: scale, isRequired: true), Key(name: "by", kind: .date), stopKey, goalKey,
      ], does: "different appetite for risk: how far to go (1 to 5), on which evidence, when to stop",
      example: "playbook gate \"Ten customers pay\" reach=3 by=+30d stop=\"Fewer than three by May\""),
    Self(
      verb: "impact", arguments: [whoPlace],
      keys: [
        Key(name: "gives", kind: .text), Key(name: "costs", kind: .text), goalKey,
        Key(name: "decision", kind: .decision),
      ], does: "what a decision gives someone and costs them, in their metric",
      example: "impact vp-sales gives=\"Shorter trials\" costs=\"No sync before Q4\" goal=activation"),
    Self(
      verb: "accept", arguments: [Argument(name: "WHO", kind: .people)], keys: [Key(name: "tradeoff", kind: .count)],
      does: "these people accept a trade-off, the last one if none is named", example: "accept ceo,vp-eng"),
    Self(
      verb: "gap", arguments: [text("WHAT")],
      keys: [Key(name: "owner", kind: .who, isRequired: true), Key(name: "due", kind: .date, isRequired: true)],
      does: "I was wrong: what is missing, who finds out, and when it is presented again",
      example: "gap \"Churn by cohort\" owner=cs-head due=+7d"),
  ]

  private static let closing: [CommandGrammar] = [
    Self(
      verb: "ack", arguments: [whoPlace], keys: [Key(name: "caveat", kind: .text)],
      does: "someone agrees to the read-back",
      example: "ack vp-sales caveat=\"The sync is designed in Q3\"", speakerIsWho: true),
    Self(
      verb: "answer", arguments: [whoPlace, text("TEXT")], keys: [], does: "answers a caveat",
      example: "answer vp-sales \"Design in Q3, build in Q4\""),
    Self(verb: "close", arguments: [], keys: [], does: "ends the session", example: "close"),
    Self(
      verb: "close early", arguments: [], keys: [because], does: "ends the session before its end",
      example: "close early because=\"Fire alarm\""),
    Self(
      verb: "comment", arguments: [whoPlace, text("TEXT")], keys: [], does: "a comment on the record",
      example: "comment ceo \"Add the budget\"", speakerIsWho: true),
    Self(
      verb: "reply", arguments: [Argument(name: "C1", kind: .comment), text("TEXT")], keys: [],
      does: "answers a comment",
      example: "reply C1 \"Added\""),
    Self(verb: "finalise", arguments: [], keys: [], does: "ends the comment window", example: "finalise"),
    Self(verb: "undo", arguments: [], keys: [], does: "takes the last command back", example: "undo"),
  ]
}
