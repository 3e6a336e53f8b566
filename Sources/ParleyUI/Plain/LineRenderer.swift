import Glibc
import ParleyCore
import ParleyScreens
import ParleyWire

/// A session line by line: lines in, sentences out. It needs no tty and sends no escape sequence.
final class LineRenderer: Renderer {
  private let input: Int32
  private let output: Int32
  private var session: PlainSession
  private var reader = LineReader()
  private var isAtPrompt = false
  private var hasLeft = false

  init(_ session: PlainSession, input: Int32, output: Int32) {
    self.session = session
    self.input = input
    self.output = output
  }

  var model: TerminalModel {
    get { session.model }
    set { session.model = newValue }
  }

  /// A shell suspends it as it does every program.
  let signals: [Int32] = [SIGTERM, SIGHUP, SIGINT]

  var inputDescriptor: Int32? { input }
  let showsNewsAtOnce = true

  func readInput() -> [Input] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(input, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    guard count > 0 else { return (reader.rest().map { [.line($0)] } ?? []) + [.end] }
    return reader.add(buffer.prefix(count)).map(Input.line)
  }

  func handle(_ input: Input, at now: Instant) -> [Effect] {
    switch input {
    case .line(let line):
      // Who types ends the prompt's line with Enter.
      isAtPrompt = false
      return tell(session.handle(line: line, at: now))
    case .end: return tell(session.end(at: now))
    case .key: return []
    }
  }

  func handle(_ message: HostMessage, at now: Instant) -> [Effect] { tell(session.handle(message: message, at: now)) }

  func loseHost(at now: Instant) -> [Effect] { tell(session.loseHost(at: now)) }

  func tick(at now: Instant) -> [Effect] { tell(session.tick(at: now)) }

  func wait(after now: Instant) -> Int64? {
    session.nextMoment(after: now).map { $0.milliseconds - now.milliseconds }
  }

  // Lines have no bell, title or frame, and a ballot is never typed here (M19).
  func perform(_ effect: Effect, at now: Instant) {}
  func prepareAnswer(at now: Instant) {}
  func expect(_ messages: [HostMessage], at now: Instant) {}
  func present(at now: Instant) {}
  func hideBallot(at now: Instant) {}

  func leave() {
    if isAtPrompt { write("\n") }
    isAtPrompt = false
  }

  /// Writes what is said; what is left is for the loop.
  private func tell(_ effects: [PlainSession.Effect]) -> [Effect] {
    var others: [Effect] = []
    for effect in effects where !hasLeft {
      switch effect {
      case .say(let text):
        write((isAtPrompt ? "\n" : "") + text + "\n")
        isAtPrompt = false
      case .prompt:
        if !isAtPrompt { write("> ") }
        isAtPrompt = true
      case .send(let message): others.append(.send(message))
      case .leave(let reason):
        others.append(.leave(reason))
        hasLeft = true
      }
    }
    return others + (isOutputGone ? [.leave(.hungUp)] : [])
  }

  private var isOutputGone = false

  private func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, !isOutputGone {
      let written = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      isOutputGone = written <= 0
      rest = rest.dropFirst(max(0, written))
    }
  }
}
