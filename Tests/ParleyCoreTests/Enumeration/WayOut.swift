import ParleyCore
import TestFixtures

/// Whether there is a way from here to the end of the session, by the commands that refusals name (no state is one from
/// which no command leads on).
struct WayOut {
  let closes: Bool

  init(_ session: ScriptedSession) {
    var session = session
    for _ in 0..<40 where session.state.ended == nil {
      let next = WayOut.commands(session.state)
      guard next.contains(where: { (try? session.give($0)) != nil }) else { break }
    }
    closes = session.state.ended != nil
  }

  /// What could be done now, the best first.
  private static func commands(_ state: State) -> [String] {
    if state.openConflict != nil { return ["postpone decider=ann by=+7d criteria=Later"] }
    if state.step == .readBack { return ["close"] + acknowledgements(state) + settling(state) + visits(state) }
    return settling(state) + ["next"] + visits(state) + moves(state)
  }

  private static func acknowledgements(_ state: State) -> [String] {
    state.plan.askOrder.filter { state.acknowledgements[$0] == nil }.map { "ack \($0)" }
  }

  /// An open goal is confirmed over what dissent there is, once everyone has been asked.
  private static func settling(_ state: State) -> [String] {
    guard let goal = state.goals.first(where: { $0.settlement == nil && $0.isPresented }) else { return [] }
    if let silent = state.silent(on: goal).first { return ["dot \(silent) green goal=\(goal.id)"] }
    return [
      "confirm \(goal.id) decider=ann by=+7d criteria=Data",
      "confirm \(goal.id) decider=ann by=+7d criteria=Data displacing=a:later", "drop \(goal.id) because=Room",
    ]
  }

  /// A goal that came to the table when its place had been passed.
  private static func visits(_ state: State) -> [String] {
    state.goals.filter { !$0.isPresented }.map { "goto goal:\($0.id)" }
  }

  /// Where the roadmap is too full to go on.
  private static func moves(_ state: State) -> [String] {
    state.goals.map { "move \($0.id) to=later because=Room" } + ["goto read-back"]
  }
}
