import ParleyCore
import ParleyWire

/// Which seats there are, and what each may say.
enum Admission {
  /// Whether the session has such a seat for someone from elsewhere.
  static func isThere(_ seat: SeatName, in state: State) -> Bool {
    switch seat.role {
    case .stakeholder: seat.who.map { state.stakeholder($0) != nil } ?? false
    case .facilitator, .noteTaker, .screen: seat.who == nil
    // The stakeholder map leaves the host's own account by no way.
    case .cockpit: false
    }
  }

  /// Why a terminal of the host's own account cannot have the seat that it asks for; nil when it can.
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
    // A line that is heard at all is of the host's own account, which can read the private file as well.
    case (.cockpit, nil), (.facilitator, nil), (.noteTaker, nil), (.screen, nil): return nil
    }
  }

  /// Who speaks, and what. The facilitator's terminals are shared, so there a line may begin with `@WHO`; at any other
  /// it may name whoever sits there, and nobody else.
  static func spoken(_ text: String, at hello: TerminalMessage.Hello) throws(Refusal) -> (
    speaker: Speaker, line: String
  ) {
    guard text.drop(while: \.isWhitespace).first == "@" else { return (hello.speaker, text) }
    let line = ScriptLine(text)
    if let fault = line.fault { throw fault }
    let speaker = line.speaker ?? hello.speaker
    guard hello.speaker == .facilitator || speaker == hello.speaker else {
      let verb = line.line.split(separator: " ").first.map(String.init) ?? ""
      throw verb == "ballot" ? .notYours : .notPermitted(hello.speaker, verb: "@\(speaker.text)")
    }
    return (speaker, line.line)
  }

  /// What a terminal says, with what only the host can know of it: that a dot was given at one's own terminal.
  static func marked(_ line: String, at hello: TerminalMessage.Hello) -> String {
    guard hello.role == .stakeholder, case .dot(let dot)? = try? CommandLine.read(line, by: hello.speaker),
      dot.colour != nil, dot.how == nil
    else { return line }
    return "\(line) how=\(Dot.How.own.rawValue)"
  }
}
