import CNcurses

extension KeyDecoder.Stroke {
  /// The next key ncurses has read; nil when there is none.
  static func read() -> KeyDecoder.Stroke? {
    var byte: UInt8 = 0
    let kind = cn_read(&byte)
    if kind > CN_F.rawValue { return .key(.function(Int(kind) - Int(CN_F.rawValue))) }
    switch cn_key(UInt32(kind)) {
    case CN_NONE: return nil
    case CN_BYTE: return .byte(byte)
    case CN_PASTE_BEGINS: return .pasteBegins
    case CN_PASTE_ENDS: return .pasteEnds
    case let named: return key(named).map { .key($0) } ?? .other
    }
  }

  private static func key(_ key: cn_key) -> Key? {
    switch key {
    case CN_UP: .up
    case CN_DOWN: .down
    case CN_LEFT: .left
    case CN_RIGHT: .right
    case CN_HOME: .home
    case CN_END: .end
    case CN_PAGE_UP: .pageUp
    case CN_PAGE_DOWN: .pageDown
    case CN_INSERT: .insert
    case CN_DELETE: .delete
    case CN_BACKSPACE: .backspace
    case CN_ENTER: .enter
    case CN_BACK_TAB: .backTab
    default: nil
    }
  }
}
