/// What a form calls an argument of the grammar.
enum FieldLabels {
  static func label(of argument: String, verb: String) -> String {
    special["\(verb) \(argument)"] ?? usual[argument] ?? argument
  }

  private static let usual: [String: String] = [
    "WHO": "Who", "COLOUR": "Dot", "GOAL": "Goal", "NAME": "Name", "TEXT": "What", "WHAT": "What", "P1": "Item",
    "STEP": "Step", "MIN": "Minutes", "N": "Place", "because": "Because", "note": "In their words",
    "condition": "On condition that", "layer": "It is about", "cause": "Cause", "how": "How we know",
    "decider": "Who decides", "by": "By when", "criteria": "By which criteria", "timeframe": "Timeframe",
    "metric": "Metric", "unit": "Unit", "baseline": "From", "target": "To", "displacing": "What moves out",
    "name": "New name", "to": "To", "goal": "Goal", "owner": "Owner", "due": "Due", "kind": "What it is",
    "with": "With", "consequences": "Consequences", "until": "Stands until", "replaces": "Replaces",
    "caveat": "Caveat", "QUESTION": "Question", "try": "Try", "stop": "Stop when", "value": "Value", "fit": "Fit",
    "risk": "Risk", "core": "Core", "adjacent": "Adjacent", "new": "New", "TRACK": "Track", "unlocks": "Unlocks",
    "EVIDENCE": "Evidence", "reach": "Reach", "gives": "Gives", "costs": "Costs", "decision": "Decision",
    "KIND": "Kind",
    "TOPIC": "Topic", "between": "Between", "DECISION": "Decision", "interest": "Interest",
    "options": "Options", "actual": "Came to", "result": "Result", "evidence": "Evidence", "A1": "Assumption",
    "LEVEL": "Evidence", "ACTION": "Then we", "threshold": "Threshold", "O1": "Alternative", "R1": "Reasons",
    "G1": "Cluster", "alignment": "They are now",
  ]

  /// Where the usual word would not say it.
  private static let special: [String: String] = [
    "request by": "Asked by", "park by": "Raised by", "serve goal": "Goal it serves", "confirm note": "Note",
    "adjust baseline": "New baseline", "adjust target": "New target", "adjust timeframe": "New timeframe",
    "adjust metric": "Metric to change", "answer TEXT": "Answer", "note TEXT": "Note", "request TEXT": "Feature",
    "rank N": "New place", "accept WHO": "Accepted by", "consent WHO": "Can live with it",
    "gap WHAT": "What is missing", "gap owner": "Who finds out",
    "gap due": "Presented again",
    "playbook pathfinder until": "Until", "playbook pathfinder metric": "Measured by",
    "playbook gate by": "Evidence by", "impact goal": "Of the goal", "impact decision": "Of the decision",
    "reading N": "Now", "reading note": "Note", "carry-forward to": "Timeframe", "carry-forward target": "New target",
    "carry-forward baseline": "Begins at", "result target": "Target", "question TEXT": "Question",
    "assume TEXT": "Assumption", "assume by": "From", "assume note": "How we know", "evidence note": "How we know",
    "alternative TEXT": "Alternative", "kill-criterion by": "By when", "reason TEXT": "Because",
    "learn TEXT": "They said", "mitigate WHAT": "What we do",
    "follow-up TEXT": "To do", "move to": "Moves to", "dot goal": "On",
    "argue TEXT": "Argument", "conflict goal": "About the goal", "experiment WHAT": "What we try",
    "experiment metric": "Measured by", "experiment until": "Until", "escalate to": "Who decides",
  ]
}
