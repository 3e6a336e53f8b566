import ParleyCore
import ParleyTerminal

/// What can be clicked on a session's screen.
public enum ScreenTarget: ClickTarget {
  /// Something that can be selected.
  case row(Row)
  /// The head of a timeframe's column.
  case timeframe(TimeframeID)
  /// A step on the line of steps.
  case step(Step)
  /// What is pressed by that.
  case key(Key)
  /// An answer, an entry of the help, a word that completes a line: by its number, from 0.
  case option(Int)
  /// A field of the form, and one of the choices of the field that has the keys.
  case field(Int)
  case choice(Int)
}
