import Glibc

/// A key at a terminal that shows no screen yet.
enum Key {
  /// Reads keys as they are until one of them means something; nil for Ctrl-C, Ctrl-D, Escape, and a terminal that goes.
  static func pressed<Meaning>(after question: String, _ meaning: (UInt8) -> Meaning?) -> Meaning? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var during = before
    during.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &during)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
    // What was typed before the question is no answer to it, and what is typed after it is.
    _ = Output.put(question, to: STDERR_FILENO)
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, ![0x03, 0x04, 0x1B, 0x1C].contains(byte) else { return nil }
      if let meant = meaning(byte) { return meant }
    }
  }
}
