import TerminalProbe

/// A program under test, and how to use it.
struct Subject {
  let name: String
  let command: [String]
  /// The command for a further terminal that shows the same, while the first one runs; nil when it needs a new start.
  let joining: [String]?
  /// The text that is drawn last: once the screen shows it, all is there.
  let ready: String
  /// Pressed once after the start, to reach a point where the keys mean something.
  let lead: [Press]
  /// Pressed in turn. Each changes the screen, and the program saves it if it saves anything.
  let keys: [Press]
  /// The words that each of them brings to the screen, if they are known.
  var words: [String] = []
  /// Stops everything that moves by itself.
  let pause: Press?
  /// The stages that it takes part in.
  var stages = Set(Stage.allCases)

  var joins: Bool { joining != nil }

  enum Press {
    case text(String)
    case key(Key)
  }
}

extension Subject {
  /// The plan's path below the program's home.
  static let planName = "plan.yaml"

  /// In the countdown of the first goal; a dot and its undoing are a command each, on disk before they are shown.
  static func parley(_ path: String) -> Subject {
    Subject(
      name: "parley", command: [path, "run", planName], joining: [path, "resume"], ready: "? help",
      lead: [.text("n")], keys: [.text("g"), .text("u")], words: ["green on", "took back"], pause: .text(" "))
  }

  /// Inserting into the same plan.
  static func vim() -> Subject {
    Subject(
      name: "vim", command: ["vim", planName], joining: nil, ready: "capacity: 4",
      lead: [.text("i")], keys: [.text("x")], pause: nil)
  }

  static func htop() -> Subject {
    Subject(
      name: "htop", command: ["htop"], joining: nil, ready: "Quit", lead: [], keys: [.key(.down), .key(.up)],
      pause: nil)
  }

  /// A kept command without a program around it.
  static func bare(_ bench: String) -> Subject {
    Subject(
      name: "bare", command: [bench, "--baseline", "log"], joining: nil, ready: "? help", lead: [],
      keys: [.text("g"), .text("u")], pause: nil, stages: [.keys])
  }
}
