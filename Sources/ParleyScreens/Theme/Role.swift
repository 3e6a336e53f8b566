import ParleyTerminal

/// What a piece of the screen is, for a theme to say how it looks. Drawing code names roles, never colours.
public enum Role: String, Hashable, Sendable, CaseIterable {
  case text, dim, title, heading
  case border
  case borderFocus = "border-focus"
  case selection
  case proposal, agreed

  case dotGreen = "dot-green"
  case dotYellow = "dot-yellow"
  case dotRed = "dot-red"
  case dotAbstain = "dot-abstain"
  case dotSilent = "dot-silent"
  case dotAbsent = "dot-absent"

  case countdownCalm = "countdown-calm"
  case countdownWarning = "countdown-warning"
  case countdownPress = "countdown-press"
  case countdownOver = "countdown-over"
  case countdownPaused = "countdown-paused"
  case barDone = "bar-done"
  case barOpen = "bar-open"

  case stepDone = "step-done"
  case stepCurrent = "step-current"
  case stepAhead = "step-ahead"

  /// The goal that the step is about.
  case goalOnTable = "goal-on-table"
  case metric, settled
  /// A goal that was agreed on while someone was against it (M15).
  case dissent
  /// A timeframe or goal that holds as much as it can, and one that holds more.
  case full
  case overfull = "over-full"

  /// Words for the facilitator to say, and whom to say them to.
  case phrase, person

  case key
  case keyLabel = "key-label"
  case notice, warning, refusal

  case input
  case inputPrompt = "input-prompt"
  case hint, completion
  case completionSelected = "completion-selected"
  case field
  case fieldFocus = "field-focus"

  /// The role whose look a theme gives to this one when it does not name it.
  public var parent: Role? {
    switch self {
    case .text: nil
    case .title, .dim, .selection, .input, .phrase, .notice, .field, .metric: .text
    case .dotGreen, .dotYellow, .dotRed, .countdownCalm, .refusal: .text
    case .heading, .key, .person, .goalOnTable, .stepCurrent, .proposal, .agreed, .inputPrompt: .title
    case .border, .barOpen, .hint, .keyLabel, .stepAhead, .dotAbstain, .dotSilent, .dotAbsent: .dim
    case .borderFocus: .border
    case .stepDone, .settled: .dotGreen
    case .countdownWarning, .full, .warning: .dotYellow
    case .countdownPress: .countdownWarning
    case .countdownOver, .overfull, .dissent: .dotRed
    case .countdownPaused: .countdownCalm
    case .barDone: .countdownCalm
    case .completion: .input
    case .completionSelected, .fieldFocus: .selection
    }
  }

  /// What stands for colour on a terminal that has none, so that the role still differs from its neighbours.
  var attributesWithoutColour: Attributes {
    switch self {
    case .title, .heading, .goalOnTable, .metric, .phrase, .person, .key, .inputPrompt: .bold
    case .barDone, .notice, .agreed: .bold
    case .dim, .border, .hint, .keyLabel, .stepAhead, .barOpen, .dotSilent, .dotAbsent: .dim
    case .selection, .completionSelected, .fieldFocus, .stepCurrent: .reverse
    case .dotRed, .overfull, .warning, .countdownWarning: .bold
    case .dissent: [.bold, .underline]
    case .dotYellow, .full, .field, .proposal: .underline
    case .countdownPress: [.bold, .underline]
    case .countdownOver, .refusal: [.reverse, .bold]
    case .countdownPaused: .dim
    case .borderFocus: .bold
    default: []
    }
  }
}
