import ParleyCore
import ParleyWire

/// Who a host lets in, and what each may say.
enum Admission {
  /// Why this host does not let a terminal in; nil when it does.
  static func parting(for hello: TerminalMessage.Hello) -> Parting? {
    guard hello.version == wireVersion else { return .otherVersion(String(wireVersion)) }
    switch hello.role {
    case .facilitator, .screen:
      guard hello.who == nil else {
        return .notPermitted("a \(hello.role.rawValue)'s terminal is nobody's own: join it without a name")
      }
      return nil
    case .noteTaker, .stakeholder, .cockpit:
      return .notPermitted("this host lets in facilitators and screens, no \(hello.role.rawValue)")
    }
  }

  /// Who speaks, and what: the facilitator's terminal is shared, so there a line may begin with `@WHO`.
  static func spoken(_ text: String, role: Role) throws(Refusal) -> (speaker: Speaker, line: String) {
    guard role == .facilitator else { return (.screen, text) }
    guard text.drop(while: \.isWhitespace).first == "@" else { return (.facilitator, text) }
    let line = ScriptLine(text)
    if let fault = line.fault { throw fault }
    return (line.speaker ?? .facilitator, line.line)
  }
}
