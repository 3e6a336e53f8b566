import CVterm

/// A key of the keyboard; the emulator turns it into the bytes a terminal would send in its present mode.
public enum Key: Equatable, Sendable {
  case up, down, left, right
  case enter, tab, backTab, escape, backspace, delete, insert
  case home, end, pageUp, pageDown
  /// F1 ... F12.
  case function(Int)
  /// A printing character with Control held.
  case control(Unicode.Scalar)
  /// A printing character with Alt held.
  case alt(Unicode.Scalar)
  /// A key that does not print, with Shift held.
  indirect case shift(Key)

  var code: VTermKey {
    switch self {
    case .up: VTERM_KEY_UP
    case .down: VTERM_KEY_DOWN
    case .left: VTERM_KEY_LEFT
    case .right: VTERM_KEY_RIGHT
    case .enter: VTERM_KEY_ENTER
    case .tab, .backTab: VTERM_KEY_TAB
    case .escape: VTERM_KEY_ESCAPE
    case .backspace: VTERM_KEY_BACKSPACE
    case .delete: VTERM_KEY_DEL
    case .insert: VTERM_KEY_INS
    case .home: VTERM_KEY_HOME
    case .end: VTERM_KEY_END
    case .pageUp: VTERM_KEY_PAGEUP
    case .pageDown: VTERM_KEY_PAGEDOWN
    case .function(let number): VTermKey(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
    case .control, .alt: VTERM_KEY_NONE
    case .shift(let key): key.code
    }
  }
}
