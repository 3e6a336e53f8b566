import CLinux
import Glibc
import ParleyTerminal

struct Sample {
  let screen: CursesScreen
  private var lastKey = "none"
  private var count = 0
  private var showsCursor = false
  private var isHostile = false
  private var isStyled = false
  private var isOver = false
  /// Whether a prepared frame is not shown yet.
  private var isHeld = false

  init(screen: CursesScreen) { self.screen = screen }

  mutating func run() {
    let signals = parley_signals_create([SIGWINCH, SIGTERM, SIGTSTP, SIGCONT, SIGHUP, SIGINT], 6)
    while !isOver {
      if !isHeld { screen.present(frame()) }
      var descriptors = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      poll(&descriptors, 2, -1)
      if descriptors[1].revents != 0 { obeySignals(signals) }
      if descriptors[0].revents != 0 { for key in screen.nextKeys() { obey(key) } }
    }
  }

  private mutating func obeySignals(_ descriptor: Int32) {
    while case let signal = parley_signals_next(descriptor), signal > 0 {
      switch signal {
      case SIGWINCH, SIGCONT: screen.resize()
      case SIGTSTP: screen.suspend()
      default: isOver = true
      }
    }
  }

  private mutating func obey(_ key: Key) {
    lastKey = key.name
    if case .paste(let text) = key { lastKey = "paste:" + text }
    switch key {
    case .character("q"), .hangup: isOver = true
    case .character("c"): count = [1, 2][count + 7]
    case .character("o"): count = overflow(count)
    case .character("a"): abort()
    case .character("s"): screen.suspend()
    case .character("e"): warn("a word from below")
    case .character("t"): screen.setTitle("14:22 \u{1b}]0;evil\u{7}")
    case .character("b"): screen.ring()
    case .character("n"): count += 1
    case .character("k"): showsCursor.toggle()
    case .character("p"): prepare()
    case .character("P"), .character("r"): isHeld = false
    case .character("m"): isStyled.toggle()
    case .character("w"): isHostile.toggle()
    default: break
    }
    if key == .character("r") { (count, showsCursor) = (0, false) }
  }

  /// Prepares the frame that P will show.
  private mutating func prepare() {
    (count, showsCursor, lastKey, isHeld) = (count + 1, true, "P", true)
    screen.prepare(frame())
  }

  private func overflow(_ depth: Int) -> Int { depth < 0 ? 0 : overflow(depth + 1) + overflow(depth + 2) }

  private func frame() -> Frame {
    var frame = Frame(size: screen.size)
    let title = Style(foreground: .rgb(0, 158, 115), attributes: .bold)
    frame.border(frame.bounds, title: "Sample", glyphs: screen.showsUnicode ? .unicode : .ascii)
    let inside = frame.bounds.inset(by: 1)
    let lines = [
      "\(screen.size.columns) x \(screen.size.rows) \(screen.description)", "key \(lastKey)", "漢字 ok",
      isHostile ? "x\u{202e}y\u{200b}z\u{1b}[31m\u{9b}2J🇩🇪👨‍👩‍👧e\u{301}|" : "calm",
    ]
    for (index, line) in lines.enumerated() {
      frame.write(line, at: Point(x: 2, y: 1 + index), in: inside, style: index == 0 ? title : .plain)
    }
    let variable = getenv("TERMINFO").map { String(cString: $0) }
    frame.write("TERMINFO \(variable ?? "none")", at: Point(x: 2, y: 7), in: inside)
    frame.write("\(count)", at: Point(x: 2, y: 6), in: inside, style: isStyled ? title : .plain)
    frame.cursor = showsCursor ? Point(x: 2, y: 2) : nil
    return frame
  }
}

/// Descriptor 2, whatever it is at the moment.
func warn(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}
