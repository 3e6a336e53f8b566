/// Who gave a command: the seat at which it was given, or the account that sent it.
///
/// This is not who speaks in it: ``Entry/by``. The facilitator may write down what someone said (`@WHO`); then the
/// speaker is that person and the giver is the facilitator. Only the host knows the giver, so nobody can claim to be
/// another (M13).
public enum Giver: Hashable, Sendable {
  /// A seat of the session: the facilitator's, the note-taker's, or a stakeholder's own. In a script every speaker sits
  /// at their own.
  case seat(Speaker)
  /// Of several people at the facilitator's or the note-taker's seat the second, the third and so on, as their screens
  /// number them. The first is ``seat(_:)``, and so is whoever gave a command before this was kept.
  case further(Speaker, Int)
  /// `parley send` from this account, by a seat that leads or takes notes. Nil where the account is not told: those who
  /// do not lead are not told of accounts.
  case account(String?)

  /// At a seat that several people may have, `number` says which of them it is, from 1.
  public init(_ speaker: Speaker, number: Int = 1) {
    self = number > 1 ? .further(speaker, number) : .seat(speaker)
  }

  /// As `parley journal` prints it: `facilitator`, `note-taker`, the id of a stakeholder, or `send:ACCOUNT`.
  public var text: String {
    switch self {
    case .seat(let speaker), .further(let speaker, _): speaker.text
    case .account(let name?): "send:\(name)"
    case .account(nil): "send"
    }
  }

  /// Which of several people at the seat it is, from 2 on; nil for the first, and where there is but one.
  public var number: Int? { if case .further(_, let number) = self { number } else { nil } }

  /// Whether it is this person's own seat.
  public func isOwnSeat(of who: StakeholderID) -> Bool { self == .seat(.stakeholder(who)) }

  /// As those may know it who do not lead the session.
  var redacted: Giver {
    if case .account = self { .account(nil) } else { self }
  }
}

extension Giver: Coded {
  package var json: JSON {
    switch self {
    case .seat(let speaker), .further(let speaker, _): speaker.json
    case .account: .string(text)
    }
  }

  /// The giver as entries have it: the seat, and the number beside it.
  init(_ seat: Giver, number: Int?) {
    if case .seat(let speaker) = seat { self.init(speaker, number: number ?? 1) } else { self = seat }
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
