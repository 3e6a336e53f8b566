/// A key press, or another message of a terminal.
public enum Key: Hashable, Sendable {
  /// A typed character as it is: `A` is Shift-a, a space is `" "`.
  case character(Character)
  case enter, tab, backTab, backspace, delete, escape
  case up, down, left, right, home, end, pageUp, pageDown, insert
  /// F1 is `function(1)`.
  case function(Int)
  /// Control with a lower-case letter or one of `@[\]^_` and space.
  case control(Character)
  /// Alt (Meta) with a character; terminals send it as Escape and the character.
  case alt(Character)
  /// Pasted text as it came, at most 64 KiB; line breaks are `\n`.
  case paste(String)
  /// A click or the wheel.
  case mouse(Mouse)
  /// The terminal is gone; no key follows.
  case hangup
}
