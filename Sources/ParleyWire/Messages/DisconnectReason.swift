/// Why a host disconnects a terminal.
public enum DisconnectReason: Hashable, Sendable {
  /// Someone stopped the host. The session can be resumed.
  case stopped
  /// Nobody was there for long.
  case idle
  /// The host speaks this version, the terminal another.
  case otherVersion(String)
  /// The role, or the person who asks for it, is not let in: why.
  case notPermitted(String)
  /// The terminal sent something that is no message: what.
  case badMessage(String)
  /// No hello came in time.
  case noHello
  /// The terminal asks for more than it reads.
  case tooMuch
  /// The terminal gives commands faster than people do.
  case flooding
  /// There is no room for another terminal: what is full.
  case full(String)
  /// The host could not go on: why.
  case failed(String)

  /// One sentence for people.
  public var sentence: String {
    switch self {
    case .stopped: "the session was stopped; all of it is saved"
    case .idle: "nobody was there for long, so the session was put away; all of it is saved"
    case .otherVersion(let version): "the session's host speaks version \(version), this terminal \(wireVersion)"
    case .notPermitted(let why): why
    case .badMessage(let what): "the host did not understand this terminal: \(what)"
    case .noHello: "this terminal did not say in \(TerminalMessage.helloSeconds) seconds who it is"
    case .tooMuch: "this terminal does not read what it is sent"
    case .flooding: "this terminal gives commands faster than people do, without waiting for an answer"
    case .full(let what): what
    case .failed(let why): "the session's host failed: \(why)"
    }
  }

  var code: String {
    switch self {
    case .stopped: "stopped"
    case .idle: "idle"
    case .otherVersion: "other-version"
    case .notPermitted: "not-permitted"
    case .badMessage: "bad-message"
    case .noHello: "no-hello"
    case .tooMuch: "too-much"
    case .flooding: "flooding"
    case .full: "full"
    case .failed: "failed"
    }
  }

  var detail: String? {
    switch self {
    case .otherVersion(let text), .notPermitted(let text), .badMessage(let text), .full(let text), .failed(let text):
      text
    case .stopped, .idle, .noHello, .tooMuch, .flooding: nil
    }
  }

  // It never fails: a terminal must hear that its session is over even for a reason that only a later version knows.
  init(code: String, detail: String?) {
    let text = detail ?? ""
    self =
      switch code {
      case "stopped": .stopped
      case "idle": .idle
      case "other-version": .otherVersion(text)
      case "not-permitted": .notPermitted(text)
      case "bad-message": .badMessage(text)
      case "no-hello": .noHello
      case "too-much": .tooMuch
      case "flooding": .flooding
      case "full": .full(text)
      case "failed": .failed(text)
      default: .failed(text.isEmpty ? code : text)
      }
  }
}
