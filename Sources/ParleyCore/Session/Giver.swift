/// Who gave a command: the seat at which it was given, or the account that sent it.
///
/// This is not who speaks in it: ``Entry/by``. The facilitator may write down what someone said (`@WHO`); then the
/// speaker is that person and the giver is the facilitator. Only the host knows the giver, so nobody can claim to be
/// another (M13).
public enum Giver: Hashable, Sendable {
  /// A seat of the session: the facilitator's, the note-taker's, or a stakeholder's own. In a script every speaker sits
  /// at their own.
  case seat(Speaker)
  /// `parley send` from this account, by a seat that leads or takes notes. Nil where the account is not told: those who
  /// do not lead are not told of accounts.
  case account(String?)

  /// As `parley journal` prints it: `facilitator`, `note-taker`, the id of a stakeholder, or `send:ACCOUNT`.
  public var text: String {
    switch self {
    case .seat(let speaker): speaker.text
    case .account(let name?): "send:\(name)"
    case .account(nil): "send"
    }
  }

  /// Whether it is this person's own seat.
  public func isOwnSeat(of who: StakeholderID) -> Bool { self == .seat(.stakeholder(who)) }

  /// As those may know it who do not lead the session.
  var redacted: Giver {
    if case .account = self { .account(nil) } else { self }
  }
}

extension Giver: Coded {
  package var json: JSON {
    if case .seat(let speaker) = self { speaker.json } else { .string(text) }
  }

  package init?(coded: Fields) {
    guard let text = coded.string else { return nil }
    if text == "send" {
      self = .account(nil)
    } else if text.utf8.starts(with: "send:".utf8) {
      self = .account(String(text.dropFirst("send:".count)))
    } else {
      self = .seat(Speaker(coded: text))
    }
  }
}
