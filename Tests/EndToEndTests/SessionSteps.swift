import TerminalProbe
import Testing

// The example session, step by step, as someone at the keys goes through it.
extension SessionRoom {
  private var isWide: Bool { screen.picture.columns >= 120 }

  func beginning() throws {
    try see("4 of 4", "Carla Stein", "○ Boundary ○ Context ○ Goal 1 ○ Goal 2")
    try press("n", "Head count for Q3", "Their order", "Pricing")
    try press("n", "now: Context, 6 minutes", "Deals stall in evaluation")
  }

  /// A goal with every kind of dot: refused while someone is silent, taken back, given anew, confirmed.
  func firstGoal() throws {
    unveil("Improve activation", "Trials activated")
    let picture = try press("n", "now: Improve activation rate, 10 minutes")
    try isPresented(picture)
    try press("g", "Carla Stein: green on Improve activation rate")
    try press(
      "c", "Victor Sand, Vera Engel and Ada Obi are silent on “Improve activation rate”; ask Victor Sand by name")
    try press("y", "Victor Sand: yellow on Improve activation rate", "In their own words")
    try press(
      "Forty is a lot\nm\n", "Victor Sand: yellow on Improve activation rate, about the metric target: “Forty is")
    try press("a", "Vera Engel: abstain on")
    try press("r", "Ada Obi: red on Improve activation rate", "what it is about")
    try press("Not this quarter\nh\n", "Ada Obi: red on Improve activation rate, about the time horizon")
    try press("u", "took back what the facilitator gave: “Ada Obi: red on Improve")
    try press("g", "Ada Obi: green on")
    let settled = try press("c", "Improve activation rate: confirmed")
    let row = try #require(settled.rows.first { $0.contains("1 Improve activation") })
    // The wider the screen, the further apart they stand.
    let squeezed = row.split(separator: " ").joined(separator: " ")
    #expect(squeezed.contains("● ▲ ○ ●") && squeezed.contains("✓ confirmed"))
  }

  /// What a room must be able to read off the screen when a goal comes to the table.
  private func isPresented(_ picture: Picture) throws {
    let header = try #require(picture.rows.first)
    #expect(header.contains("Q3 alignment · proposal") && header.contains("min left · ends"))
    #expect(picture.rows[1].contains("✓ Context  ▶ Activation  ○ Goal 2  ○ Goal 3"))
    let row = try #require(picture.rows.first { $0.contains("▶ 1 Improve activation") })
    #expect(row.split(separator: " ").joined(separator: " ").contains("· · · ·"))
    #expect(picture.words.contains("Ask “Carla, ") && picture.words.contains("0 of 4 heard"))
    #expect(picture.row(containing: "Why now")?.contains("Trials that activate") == true)
    #expect(picture.row(containing: "Owner")?.contains("Carla Stein · Head of") == true)
    if isWide {
      // The metric is in large digits.
      #expect(picture.words.contains("Trials activated within 14 days") && picture.words.contains("██"))
      try see("Ask next", "P1 Push notifications")
    } else {
      #expect(picture.row(containing: "Metric")?.contains("25 → 40 %  higher is better") == true)
      #expect(picture.rows[2].contains("ask CS VS VE AO · 1 parked"))
      #expect((590...600).contains(try #require(picture.secondsLeft)))
    }
  }

  /// A request that is redirected, something parked, a red dot that is confirmed over with a process.
  func secondGoal() throws {
    unveil("Reduce monthly", "forty accounts", "goal:churn")
    try press("n", "now: Reduce monthly churn", "Each point of churn is forty accounts a")
    try press("f", "Asked by", "Enter parks it")
    try press(
      "Mails before a trial ends\t2\n", "P2 parked: Mails before a trial ends", "Which of our goals would that serve?",
      "0 no goal: is one missing?", "w withdrawn")
    try press("1", "What moves out for it?", "0 nothing moves out")
    try press("0", "P2 serves Improve activation rate")
    try press("p", "Raised by", "Owner")
    try press("Who writes the mails?\t4\tq\t2\t3\t+7d\n", "P3 parked: Who writes the mails?")
    try press("g", "Carla Stein: green on Reduce monthly churn")
    try press("g", "Victor Sand: green on Reduce monthly churn")
    try press("r", "Vera Engel: red on Reduce monthly churn")
    try press("Incidents come first\ne", "about whether it should be a goal: “Incidents come first”")
    try press("g", "Ada Obi: green on Reduce monthly churn")
    try press("c", "Vera Engel is red on “Reduce monthly churn”; say who decides", "By which criteria*")
    try press("Churn of July\n", "Who decides is missing")
    try press("1", "Reduce monthly churn: confirmed")
  }

  /// A missing goal displaces the one on the table, which is then adjusted.
  func thirdGoal() throws {
    unveil("Accelerate", "Deal velocity", "goal:deal", "deal-close:")
    try press("n", "now: Accelerate deal-to-close time")
    try press("P", "A goal that was missing")
    try press("Deploy without worry\t1\tDeploys a week\t\t1\t5\n", "What moves out*", "is full")
    try press("5", "What moves out Accelerate deal-to-close time to Q4 2027")
    try press("\t1234", "Ada Obi, Victor Sand, Vera Engel, Carla Stein")
    try press("\n", "accepted by Ada Obi, Victor Sand, Vera Engel, Carla Stein")
    for name in ["Carla Stein", "Victor Sand", "Vera Engel", "Ada Obi"] {
      try press("g", "\(name): green on Accelerate deal-to-close time")
    }
    try press("A", "Adjust: Accelerate deal-to-close time")
    try press("October is late\t35\n", "Deal velocity target from 30 to 35")
  }

  func fourthGoal() throws {
    try press("n", "now: Deploy without worry, 10 minutes")
    for name in ["Carla Stein", "Victor Sand", "Vera Engel", "Ada Obi"] {
      try press("g", "\(name): green on Deploy without worry")
    }
    try press("c", "Deploy without worry: confirmed")
  }

  func prioritiesAndFeatures() throws {
    try press("n", "now: Priorities", "██████ full")
    try press("J", "order: Reduce monthly churn, Improve activation rate, Accelerate")
    veiled = Secrets.ofThePlan
    try press("n", "Features 1/4: Churn", "Health score", "Win-back mails")
    try press("n", "Features 2/4: Activation", "Onboarding checklist", "Mails before a trial ends")
    try press("n", "Features 3/4: Deal close", "Salesforce sync")
    try press("n", "Features 4/4", "now: Features: Deploy without worry")
    try press("d", "Decision", "Consequences")
    try press("Deals move to Q4\tDeploys block\t\t+30d\n", "D1: Deals move to Q4")
    try press("F", "Follow-up")
    try press("Design the sync\t3\t", "Follow-up", "With")
    try press("\n", "Vera Engel by", "Design the sync")
  }

  func readBack() throws {
    try press("n", "Read-back: is this what we agreed?", "Can you stand behind it?")
    try press("C", "have not acknowledged the read-back; ask Carla Stein by name")
    try press("\n", "Carla Stein acknowledges")
    try press("v", "Caveat of Victor Sand")
    try press("The sync is designed in Q3\n", "Victor Sand acknowledges, with a caveat: The sync is designed in Q3")
    try press("\n", "Vera Engel acknowledges")
    try press("\n", "Ada Obi acknowledges")
    try press("C", "the caveat of Victor Sand has no answer yet; give one: R")
    try press("R", "Answer to Victor Sand", "“The sync is designed in Q3”")
    try press("Vera designs it\n", "answered Victor Sand: Vera designs it")
    try press("C", "The session is closed, and kept", "Q3 alignment · agreed")
  }
}

/// The record of the session above.
struct WholeRecord {
  private let record: [String: Any]

  init(_ program: Program) throws {
    let run = try program.run("record", "q3", "--format", "json")
    #expect(run.code == 0 && run.errors.isEmpty)
    record = try members(run.output)
  }

  func isAsDone() throws {
    #expect(record["status"] as? String == "open-for-comment")
    try goals()
    try firstTwo()
    try rest()
  }

  private func goals() throws {
    let goals = try list(record, "goals")
    #expect(
      goals.map { $0["id"] as? String } == ["churn", "activation", "deal-close", "deploy-without-worry"])
    #expect(goals.map { $0["outcome"] as? String } == ["confirmed", "confirmed", "adjusted", "confirmed"])
    #expect(goals.map { $0["timeframe"] as? String } == ["q3", "q3", "q4", "q3"])
    #expect(goals.map { $0["priority"] as? Int } == [1, 2, 3, 4])
    let changes = try list(goals[2], "adjustments")
    #expect(changes.map { $0["what"] as? String } == ["timeframe", "target"])
    #expect(changes[1]["because"] as? String == "October is late")
    #expect(try list(goals[2], "metrics").first?["target"] as? Int == 35)
    let trades = try list(record, "tradeoffs")
    #expect(trades.map { $0["gained"] as? String } == ["deploy-without-worry"])
    #expect(trades.map { $0["displaced"] as? String } == ["deal-close"])
  }

  private func firstTwo() throws {
    let goals = try list(record, "goals")
    let churn = goals[0]
    let activation = goals[1]
    let given = ["ceo": "green", "vp-sales": "yellow", "vp-eng": "abstain", "cs-head": "green"]
    #expect(activation["dots"] as? [String: String] == given)
    let objections = try list(activation, "objections")
    #expect(objections.map { $0["note"] as? String } == ["Forty is a lot"])
    #expect(objections.map { $0["layer"] as? String } == ["metric"])
    #expect(try list(activation, "features").map { $0["id"] as? String } == ["checklist", "sample-data", "P2"])
    #expect(try list(churn, "objections").map { $0["layer"] as? String } == ["existence"])
    let dissent = try #require(try list(record, "disagreements").first)
    #expect(dissent["goal"] as? String == "churn")
    #expect(dissent["between"] as? [String] == ["vp-eng"])
    let process = try #require(dissent["process"] as? [String: Any])
    #expect(process["decider"] as? String == "ceo")
    #expect(process["criteria"] as? String == "Churn of July")
  }

  private func rest() throws {
    let parked = try list(record, "parkingLot")
    #expect(parked.map { $0["state"] as? String } == ["parked", "served", "parked"])
    #expect(parked[1]["by"] as? String == "vp-sales")
    #expect(parked[2]["kind"] as? String == "question")
    #expect(parked[2]["goal"] as? String == "churn")
    #expect(parked[2]["owner"] as? String == "vp-eng")
    #expect(parked[2]["due"] is String)
    let decision = try #require(try list(record, "decisions").first)
    #expect(decision["what"] as? String == "Deals move to Q4")
    #expect(decision["because"] as? String == "Deploys block")
    #expect(decision["until"] is String)
    #expect(try list(record, "followUps").map { $0["owner"] as? String } == ["vp-eng"])
    let words = try list(record, "acknowledgements")
    #expect(words.allSatisfy { $0["acknowledged"] as? Bool == true })
    #expect(words.compactMap { $0["caveat"] as? String } == ["The sync is designed in Q3"])
    #expect(words.compactMap { $0["answer"] as? String } == ["Vera designs it"])
  }
}
