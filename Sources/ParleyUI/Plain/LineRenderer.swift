import Glibc
import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

/// A session line by line: lines in, sentences out. It needs no tty and sends no escape sequence.
final class LineRenderer: Renderer {
  private let input: Int32
  private let output: Int32
  private var session: PlainSession
  private let typed: TypedLines
  /// What stands before what is typed now; nil while no line is waited for.
  private var prompt: String?
  private var hasLeft = false
  private var isOutputGone = false

  init(_ session: PlainSession, input: Int32, output: Int32) {
    self.session = session
    self.input = input
    self.output = output
    typed = TypedLines(input: input, output: output)
    self.session.hidesTyping = typed.isTerminal
  }

  var model: TerminalModel {
    get { session.model }
    set { session.model = newValue }
  }

  let signals: [Int32] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]

  var inputDescriptor: Int32? { input }
  let showsNewsAtOnce = true

  func readInput() -> [Input] {
    let (lines, hasEnded) = typed.read()
    return lines.map(Input.line) + (hasEnded ? [.end] : [])
  }

  func handle(_ input: Input, at now: Instant) -> [Effect] {
    switch input {
    case .line(let line):
      // Who types ends the prompt's line with Enter, unless nothing that is typed is shown.
      if typed.isShown { prompt = nil }
      return tell(session.handle(line: line, at: now))
    case .end: return tell(session.end(at: now))
    case .key: return []
    }
  }

  func handle(_ message: HostMessage, at now: Instant) -> [Effect] { tell(session.handle(message: message, at: now)) }

  func loseHost(at now: Instant) -> [Effect] { tell(session.loseHost(at: now)) }

  func tick(at now: Instant) -> [Effect] { tell(session.tick(at: now)) }

  func wait(after now: Instant) -> Int64? {
    session.wait(after: now)
  }

  func perform(_ effect: Effect, at now: Instant) {
    switch effect {
    case .suspend: suspend(at: now)
    case .repaint: goOn(at: now)
    // Lines have no bell, title or frame, and a ballot is never shown here (M19).
    case .ring, .title, .progress, .copy, .wipe, .closeMemory, .send, .leave: break
    }
  }

  func prepareAnswer(at now: Instant) {}
  func expect(_ messages: [HostMessage], at now: Instant) {}
  func present(at now: Instant) {}
  func hideBallot(at now: Instant) {}

  func leave() {
    if prompt != nil { write("\n") }
    prompt = nil
    typed.leave()
  }

  /// As the shell expects it: the terminal is its own again while the process is stopped.
  private func suspend(at now: Instant) {
    typed.leave()
    CursesScreen.stopProcess()
    goOn(at: now)
  }

  private func goOn(at now: Instant) {
    typed.apply()
    if prompt != nil { write("\n") }
    prompt = nil
    _ = tell(session.goOn(at: now))
  }

  /// Writes what is said; what is left is for the loop.
  private func tell(_ effects: [PlainSession.Effect]) -> [Effect] {
    var others: [Effect] = []
    for effect in effects where !hasLeft {
      switch effect {
      case .say(let text):
        write((prompt == nil ? "" : "\n") + text + "\n")
        prompt = nil
      case .prompt(let words): ask(words)
      case .showsTyping(let isShown): typed.show(isShown)
      case .turnPage: turnPage()
      case .closeMemory: ProcessMemory.close()
      case .send(let message): others.append(.send(message))
      case .leave(let reason):
        others.append(.leave(reason))
        hasLeft = true
      }
    }
    return others + (isOutputGone ? [.leave(.hungUp)] : [])
  }

  /// What was typed so far stands after the prompt again, wherever it was torn apart.
  private func ask(_ words: String) {
    guard prompt != words else { return }
    let unfinished = typed.takeOver() ?? ""
    write((prompt == nil ? "" : "\n") + words + (typed.isShown ? unfinished : ""))
    prompt = words
  }

  /// Empty lines, as many as the terminal has: whatever stood there is out of sight, on any terminal.
  private func turnPage() {
    guard typed.isTerminal else { return }
    write(String(repeating: "\n", count: CursesScreen.askSize(output).rows))
    prompt = nil
  }

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
