import CVterm

/// A terminal without a window: bytes of a program in, a picture out.
public final class Emulator {
  private let screen: OpaquePointer
  public private(set) var columns: Int
  public private(set) var rows: Int

  /// A screen of this size, within 1000 columns and 200 rows: libvterm crashes on sizes that only a confused
  /// terminal reports. A program on a pseudo-terminal still hears of those.
  public init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (min(max(columns, 1), 1000), min(max(rows, 1), 200))
    screen = parley_screen_create(Int32(self.columns), Int32(self.rows))
  }

  deinit { parley_screen_free(screen) }

  /// Takes in a program's output.
  public func feed(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      parley_screen_feed(screen, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  /// The terminal's input for the program since the last call: pressed keys, and answers to its questions.
  public func takeInput() -> [UInt8] {
    var input: [UInt8] = []
    var chunk = [CChar](repeating: 0, count: 1024)
    while case let count = parley_screen_take(screen, &chunk, chunk.count), count > 0 {
      input += chunk[..<count].map { UInt8(bitPattern: $0) }
    }
    return input
  }

  public func press(_ key: Key) {
    switch key {
    case .control(let scalar): parley_screen_character(screen, scalar.value, Int32(VTERM_MOD_CTRL.rawValue))
    case .alt(let scalar): parley_screen_character(screen, scalar.value, Int32(VTERM_MOD_ALT.rawValue))
    case .backTab, .shift: parley_screen_key(screen, Int32(key.code.rawValue), Int32(VTERM_MOD_SHIFT.rawValue))
    default: parley_screen_key(screen, Int32(key.code.rawValue), Int32(VTERM_MOD_NONE.rawValue))
    }
  }

  /// Marks the beginning or end of a paste, if the program asked for that.
  public func paste(begins: Bool) { parley_screen_paste(screen, begins) }

  /// Presses and releases a mouse button, 1 being the left one; 4 and 5 are the wheel.
  public func click(_ position: Position, button: Int) {
    parley_screen_click(screen, Int32(position.row), Int32(position.column), Int32(button))
  }

  public func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (min(max(columns, 1), 1000), min(max(rows, 1), 200))
    parley_screen_resize(screen, Int32(self.columns), Int32(self.rows))
  }

  public var picture: Picture {
    var (row, column): (Int32, Int32) = (0, 0)
    parley_screen_cursor(screen, &row, &column)
    let modes = parley_screen_modes(screen)
    return Picture(
      cells: (0..<rows).map { row in (0..<columns).map { cell(row: row, column: $0) } },
      cursor: Position(row: Int(row), column: Int(column)), cursorIsVisible: modes.cursor_visible,
      title: String(cString: parley_screen_title(screen)), bells: Int(parley_screen_bells(screen)),
      isAlternate: modes.alternate_screen)
  }

  /// The modes that a finished program should have restored, in words.
  public var leftovers: [String] {
    let modes = parley_screen_modes(screen)
    let found: [(Bool, String)] = [
      (modes.alternate_screen, "the alternate screen is still shown"),
      (!modes.cursor_visible, "the cursor is still hidden"),
      (modes.paste_brackets, "pastes are still bracketed"),
      (modes.application_cursor_keys, "the cursor keys are still in application mode"),
      (modes.mouse, "the mouse is still reported"),
      (modes.styled_pen, "what is written next is still styled"),
    ]
    return found.filter(\.0).map(\.1)
  }

  private func cell(row: Int, column: Int) -> Cell {
    var cell = parley_cell()
    parley_screen_cell(screen, Int32(row), Int32(column), &cell)
    let style = Style(
      foreground: Colour(cell.foreground), background: Colour(cell.background), bold: cell.bold,
      underline: cell.underline, italic: cell.italic, blink: cell.blink, reverse: cell.reverse)
    return Cell(text: Self.text(cell), width: Int(cell.width), style: style)
  }

  private static func text(_ cell: parley_cell) -> String {
    // Nearly every cell holds one scalar or none: pictures are taken often.
    if cell.scalars.0 == 0 { return cell.width == 0 ? "" : " " }
    if cell.scalars.1 == 0 { return Unicode.Scalar(cell.scalars.0).map { String($0) } ?? "" }
    let scalars = withUnsafeBytes(of: cell.scalars) { $0.bindMemory(to: UInt32.self).prefix { $0 != 0 } }
    return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}
