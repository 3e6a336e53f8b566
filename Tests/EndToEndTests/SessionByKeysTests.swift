import Foundation
import TerminalProbe
import Testing

@Suite("A whole session by keys alone")
struct SessionByKeysTests {
  @Test("From the lobby to the close, and everything is in the record", arguments: [(80, 24), (120, 34)])
  func whole(size: (columns: Int, rows: Int)) throws {
    let room = try SessionRoom(size: size)
    room.veiled = Secrets.ofThePlan + Secrets.ofGoals + Secrets.features
    try room.beginning()
    try room.firstGoal()
    try room.secondGoal()
    try room.thirdGoal()
    try room.fourthGoal()
    try room.prioritiesAndFeatures()
    try room.readBack()
    try room.stop()
    try WholeRecord(room.program).isAsDone()
    #expect(try room.program.run("verify").code == 0)
  }

  @Test("No view, list, completion or refusal shows goals that are not presented, or private notes")
  func veil() throws {
    let room = try SessionRoom()
    room.veiled = Secrets.ofThePlan + Secrets.ofGoals + Secrets.features
    try room.press("n", "Head count for Q3")
    try room.press("n", "Deals stall in evaluation")
    room.unveil("Improve activation", "Trials activated")
    try room.press("n", "now: Improve activation rate")
    let views = [
      (2, "3/3 full"), (5, "0 of 4 heard"), (4, "1 open"), (3, "not heard in this step"), (6, "No decisions"),
      (7, "Agenda and pacing"), (8, "2 more not on the table yet"),
    ]
    for (key, words) in views { try room.view(key, words) }
    try room.press("?", "Enter does it")
    try room.escape("Enter does it")
    try room.press("1", "Goals by timeframe")
    for line in ["goto ", "move ", "rank ", "serve P1 goal=", "dot ceo green goal=", "propose x y displacing="] {
      try room.press(":" + line, " :\(line.split(separator: " ").joined(separator: " "))")
      try room.screen.key(.tab, .control("u"))
      try room.see("next goes on to the next step")
      try room.screen.key(.backspace)
      try room.screen.wait(untilGone: "goes on to the next step")
    }
    try room.command(
      #"propose other "Other" timeframe=q3 metric=M baseline=0 target=1"#,
      "Q3 2027 holds 3 and is full: Improve activation rate, Goal 2 and Goal 3")
    try room.screen.key(.control("u"))
    try room.see("next goes on to the next step")
    try room.escape("goes on to the next step")
    try room.press("POther\t1\tM\t\t0\t1\n", "What moves out*", "Goal 3 to Q4 2027")
    try room.escape("What moves out")
    try room.stop()
  }

  @Test("The session's file holds no private notes, and only their owner can read them")
  func file() throws {
    let room = try SessionRoom()
    try room.press("n", "Head count for Q3")
    let files = try FileManager.default.contentsOfDirectory(atPath: room.program.store)
    for file in files where !file.hasSuffix(".private") {
      let bytes = try #require(FileManager.default.contents(atPath: "\(room.program.store)/\(file)"))
      for secret in Secrets.ofThePlan where bytes.range(of: Data(secret.utf8)) != nil {
        Issue.record("“\(secret)” is in \(file)")
      }
    }
    let modes = try room.program.shell("stat -c %a store/*").output.split(separator: "\n")
    #expect(files.contains { $0.hasSuffix(".private") })
    #expect(modes.count == files.count && modes.allSatisfy { $0 == "600" })
    try room.stop()
  }
}

/// Words of the example plan that are not for every eye at every time.
enum Secrets {
  /// The stakeholder map (M1).
  static let ofThePlan = [
    "cheapest", "misaligned", "Discount approval", "legitimacy", "urgency", "Tech debt", "without fear",
    "very-high", "fewer calls", "than we ship", "No goal carries", "out of Q3", "sales cycle",
  ]
  /// Goals before they are presented (M12).
  static let ofGoals = [
    "Improve activation", "Trials activated", "Reduce monthly", "forty accounts", "Accelerate", "Deal velocity",
    "goal:churn", "goal:deal", "deal-close:",
  ]
  /// Features before their step (M20).
  static let features = [
    "Onboarding checklist", "Sample workspace", "Health score", "Win-back", "Salesforce",
  ]
}
