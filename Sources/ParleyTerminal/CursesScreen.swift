import CLinux
import CNcurses
import Glibc

/// The terminal, through ncurses: one a process, used from one thread.
///
/// While it is shown, descriptor 2 goes to a file in memory (the runtime prints there before it traps)
/// and a crash puts the terminal back; `leave` prints what was written there. A caretaker, if the process has left one
/// (`parley_leave_caretaker`), learns how to put it back. Between `init` and the
/// first `present`, and while suspended, the terminal is the shell's. It is in raw mode: Control-C,
/// Control-Z and Control-\ are keys like others. Only a terminal that nobody reads makes `present` wait.
public final class CursesScreen: Screen {
  public private(set) var size: Size
  public let colorDepth: ColorDepth
  public let showsUnicode: Bool
  /// The description in use: TERM, or another one if TERM is not installed.
  public let description: String
  public var inputDescriptor: Int32? { input }

  private let input: Int32
  private let output: Int32
  private let extras: TerminalExtras
  private let services: TerminalServices
  /// Whether there is tmux to copy to.
  private let copiesToTmux: Bool
  private var painter: CursesPainter
  private var decoder = KeyDecoder()
  private var answers = TerminalAnswers()
  private var isToBeAsked: Bool
  /// Whether frames are to be shown whole where the terminal can.
  private let synchronizesOutput: Bool
  /// The frame that the terminal shows; nil when it must be repainted.
  private var shown: Frame?
  /// The frame that ncurses received last; nil when the terminal shows it.
  private var prepared: Frame?
  private var title: String?
  private var progress: TabProgress?
  private let errors = DivertedErrors()
  private var hasLeft = false
  private var isGone = false

  /// Starts ncurses and blocks SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT and SIGTSTP. The caller reads them
  /// from a signalfd.
  /// - Parameters:
  ///   - takesMouse: whether clicks and the wheel come here as keys; then a terminal selects text with Shift held.
  ///   - synchronizesOutput: whether frames are shown whole (DEC mode 2026) where the terminal says that it can.
  ///   - services: which of the terminal's services are to be used.
  ///   - crashMessage: the line printed when the program crashes.
  public init(
    input: Int32 = 0, output: Int32 = 1, environment: TerminalEnvironment = .own, takesMouse: Bool = true,
    synchronizesOutput: Bool = true, services wishes: ServiceWishes = ServiceWishes(), crashMessage: String
  ) throws(TerminalFault) {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
    showsUnicode = cn_take_locale()
    description = try Self.description(environment, output: output)
    let fault = cn_start(description, environment.entry(description)?.asVariable, input, output)
    guard fault == 0 else { throw .system(fault) }
    let colors = environment.refusesColor ? 0 : Int(cn_colors())
    colorDepth = ColorDepth(colors: colors)
    painter = CursesPainter(depth: colorDepth, colors: colors, showsUnicode: showsUnicode)
    services = TerminalServices(environment, isAnsi: cn_is_ansi(), wishes)
    copiesToTmux = environment.isInTmux && wishes.clipboard != false
    extras = TerminalExtras(
      isAnsi: cn_is_ansi(), hasTitle: environment.hasTitle, takesMouse: takesMouse, noProgress: services.showing(nil))
    isToBeAsked = cn_is_ansi() && environment.canBeAsked
    self.synchronizesOutput = synchronizesOutput
    size = Self.askSize(output)
    self.input = input
    self.output = output
    cn_resize(Int32(size.columns), Int32(size.rows))
    errors.divert()
    cn_rescue_on(output, errors.file, extras.end, crashMessage)
    parley_caretaker_learn(PARLEY_TERMINAL_PREPARED, extras.end)
    parley_caretaker_learn(PARLEY_TERMINAL_SHOWN, cn_restoring())
    begin()
  }

  deinit { leave() }

  public func prepare(_ frame: Frame) {
    guard !hasLeft, !isGone, frame != prepared ?? shown else { return }
    let fitted = frame.size == size ? frame : frame.cropped(to: size)
    painter.paint(fitted, over: prepared ?? shown ?? Frame(size: size))
    let cursor = fitted.cursor ?? Point(x: -1, y: -1)
    cn_stage(Int32(clamping: cursor.x), Int32(clamping: cursor.y))
    prepared = fitted
  }

  public func present(_ frame: Frame) {
    prepare(frame)
    guard let prepared else { return }
    parley_caretaker_note(PARLEY_TERMINAL_SHOWN)
    cn_flush(synchronizesOutput && answers.synchronizesOutput)
    shown = prepared
    self.prepared = nil
    guard isToBeAsked else { return }
    isToBeAsked = false
    send(answers.ask(atMs: Self.nowMs))
  }

  public var hasLightBackground: Bool? { answers.isLight }

  /// What was typed while an answer was waited for.
  private var typedAhead: [Key] = []

  public func nextKeys() -> [Key] {
    guard !hasLeft, !isGone else { return [] }
    defer { typedAhead = [] }
    switch cn_input_state(input) {
    case CN_QUIET: return typedAhead + decoder.drained()
    case CN_READABLE: return typedAhead + readKeys()
    default:
      isGone = true
      return typedAhead + decoder.drained() + [.hangup]
    }
  }

  /// Bounded, so that a flood of input cannot keep frames from the screen.
  private func readKeys() -> [Key] {
    for _ in 0..<20_000 {
      guard let stroke = KeyDecoder.Stroke.read() else { break }
      if case .byte(let byte) = stroke {
        for typed in answers.take(byte, atMs: Self.nowMs) { decoder.add(.byte(typed)) }
      } else {
        for typed in answers.flushed() { decoder.add(.byte(typed)) }
        decoder.add(stroke)
      }
    }
    for typed in answers.drained() { decoder.add(.byte(typed)) }
    return decoder.drained()
  }

  /// An answer that is on its way is waited for a little: the shell would take it for what somebody types. What is
  /// typed meanwhile is kept.
  private func awaitAnswers() {
    let start = Self.nowMs
    while !isGone, answers.isExpecting(atMs: Self.nowMs), case let left = 150 - (Self.nowMs - start), left > 0 {
      var state = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, Int32(left)) > 0, cn_input_state(input) == CN_READABLE else { return }
      typedAhead += readKeys()
    }
  }

  private static var nowMs: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  public func resize() {
    guard !hasLeft, !isGone else { return }
    if cn_lost_settings() {
      cn_pause()
      send(extras.resume)
    }
    size = Self.askSize(output)
    cn_resize(Int32(size.columns), Int32(size.rows))
    (shown, prepared) = (nil, nil)
  }

  public func suspend() {
    guard !hasLeft, !isGone else { return }
    awaitAnswers()
    cn_pause()
    end()
    errors.restore()
    cn_stop_process()
    errors.divert()
    begin()
    (title, progress) = (nil, nil)
    resize()
  }

  public func ring() { send("\u{7}") }

  public func setTitle(_ title: String) {
    guard extras.hasTitle, title != self.title else { return }
    self.title = title
    let text = Text.truncated(title, toWidth: 200)
    send("\u{1b}]2;\(showsUnicode ? text : Text.ascii(text))\u{7}")
  }

  public var showsProgress: Bool { services.showsProgress }

  public func setProgress(_ progress: TabProgress?) {
    guard progress != self.progress else { return }
    self.progress = progress
    send(services.showing(progress))
  }

  public func notify(_ title: String, _ text: String) { send(services.notifying(title, text)) }

  public func copy(_ text: String) -> CopyOutcome {
    guard copiesToTmux || services.hasClipboard else { return .unavailable }
    guard text.utf8.count <= Clipboard.limit else { return .tooLarge(limit: Clipboard.limit) }
    if copiesToTmux, Clipboard.tellTmux(text) { return .inTmux }
    guard services.hasClipboard else { return .unavailable }
    send(TerminalServices.copying(text))
    return .told
  }

  public func leave() {
    guard !hasLeft else { return }
    hasLeft = true
    awaitAnswers()
    cn_end()
    end()
    cn_rescue_off()
    errors.restore()
    errors.show()
  }

  private func begin() {
    parley_caretaker_note(PARLEY_TERMINAL_PREPARED)
    send(extras.begin)
  }

  private func end() {
    send(extras.end)
    parley_caretaker_note(PARLEY_TERMINAL_FREE)
  }

  private func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cn_write(output, $0.baseAddress, $0.count) }
    }
  }

  /// Gives the terminal to the shell, as it is, until this process goes on.
  package static func stopProcess() { cn_stop_process() }

  static func description(
    _ environment: TerminalEnvironment, output: Int32
  ) throws(TerminalFault) -> String {
    guard !environment.term.isEmpty else { throw .cannotMoveCursor("") }
    for candidate in environment.candidates {
      switch cn_look_up(candidate, output) {
      case CN_USABLE: return candidate
      case CN_NO_CURSOR: throw .cannotMoveCursor(candidate)
      default: continue
      }
    }
    throw .unknownTerminal(environment.term)
  }

  /// The other side may claim any size: zero counts as 80 × 24, and 65535 × 65535 must not eat the memory.
  package static func askSize(_ output: Int32) -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard parley_terminal_size(output, &columns, &rows) == 0, columns > 0, rows > 0 else {
      return Size(columns: 80, rows: 24)
    }
    return Size(columns: min(Int(columns), 1000), rows: min(Int(rows), 500))
  }
}
