import ParleyCore
import ParleyWire

/// The seats of a session, and what each may say.
enum Admission {
  /// Whether the session has this seat for another account.
  static func isThere(_ seat: SeatName, in state: State) -> Bool {
    switch seat.role {
    case .stakeholder: seat.who.map { state.stakeholder($0) != nil } ?? false
    case .facilitator, .noteTaker, .screen: seat.who == nil
    // The stakeholder map never leaves the host's own account.
    case .cockpit: false
    }
  }

  /// The reason why a terminal of the host's own account cannot have the seat that it asks for; nil when it can.
  static func refusal(of hello: TerminalMessage.Hello, to state: State) -> DisconnectReason? {
    switch (hello.role, hello.who) {
    case (.stakeholder, let who?):
      let known = state.plan.stakeholders.map(\.id.text)
      if known.contains(who.text) { return nil }
      let near = nearName(to: who.text, among: known).map { "did you mean \($0)?" }
      return .notPermitted("nobody here is called \(who); \(near ?? "it may be: \(known.joined(separator: ", "))")")
    case (.stakeholder, nil):
      return .notPermitted("a stakeholder's terminal is someone's own: join it with --as and a name of the plan")
    case (_, _?): return .notPermitted("a \(hello.role.rawValue)'s terminal is nobody's own: join it without a name")
    // Only the host's own account gets this far, and it can read the private file as well.
    case (.cockpit, nil), (.facilitator, nil), (.noteTaker, nil), (.screen, nil): return nil
    }
  }

  /// The speaker and the line. The facilitator's terminals are shared, so a line from there may begin with `@WHO`. A
  /// line from any other may name only the person who sits there.
  ///
  /// Throws the refusal of a line that cannot be read, or that speaks for someone else.
  static func spoken(
    _ text: String, at hello: TerminalMessage.Hello
  ) throws(Refusal) -> (speaker: Speaker, line: CommandLine) {
    let (speaker, words) = try speaker(of: text, at: hello)
    return (speaker, try CommandLine(words, by: speaker))
  }

  private static func speaker(
    of text: String, at hello: TerminalMessage.Hello
  ) throws(Refusal) -> (speaker: Speaker, line: String) {
    guard text.drop(while: \.isWhitespace).first == "@" else { return (hello.speaker, text) }
    let line = ScriptLine(text)
    if let fault = line.fault { throw fault }
    let speaker = line.speaker ?? hello.speaker
    guard hello.speaker == .facilitator || speaker == hello.speaker else {
      throw CommandLine.verb(in: line.line) == .ballot ? .notYours : .notTheirVoice(hello.speaker, for: speaker)
    }
    return (speaker, line.line)
  }
}
