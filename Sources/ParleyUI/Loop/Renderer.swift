import ParleyCore
import ParleyTerminal
import ParleyWire

// Theory: a terminal at work is one loop (TerminalProcess) and a renderer. The loop waits for input, for the host, for
// signals and for the next moment; it finds a lost host again and ends the terminal. The renderer has the model, and
// knows what a person sees and types: a whole screen and its keys (ScreenRenderer), or lines (LineRenderer).

/// One way to show a session to a person, and to take what they type.
protocol Renderer: AnyObject {
  var model: TerminalModel { get set }
  /// The signals that the loop reads; any other does what it does to every process.
  var signals: [Int32] { get }
  /// To be polled for reading; nil when there is nothing to poll.
  var inputDescriptor: Int32? { get }
  /// Whether the news of others is shown at once. A renderer that paints waits for its place among other terminals.
  var showsNewsAtOnce: Bool { get }

  /// What was typed since the last call; never waits.
  func readInput() -> [Input]
  func handle(_ input: Input, at now: Instant) -> [Effect]
  func handle(_ message: HostMessage, at now: Instant) -> [Effect]
  /// The line to the host broke.
  func loseHost(at now: Instant) -> [Effect]
  /// Carries out what is neither for the host nor for the loop.
  func perform(_ effect: Effect, at now: Instant)

  /// A command is on its way: what will come of it may be made ready meanwhile.
  func prepareAnswer(at now: Instant)
  /// Messages have come, and are handled next.
  func expect(_ messages: [HostMessage], at now: Instant)
  /// A moment has come, or something has happened; ``present(at:)`` follows.
  func tick(at now: Instant) -> [Effect]
  func present(at now: Instant)
  /// Milliseconds of the machine's clock after which something changes by itself; nil when nothing does.
  func wait(after now: Instant) -> Int64?

  /// Takes out of sight what is nobody else's to see; the terminal is about to be left.
  func hideBallot(at now: Instant)
  /// Puts the terminal back as it was. Calls after the first do nothing.
  func leave()
}

/// What a person typed.
enum Input: Hashable, Sendable {
  case key(Key)
  case line(String)
  /// Nothing further will be typed.
  case end
}
