import ParleyCore

/// Someone who waits until the facilitator says yes.
public struct Knock: Hashable, Sendable {
  /// Tells knocks of one host apart.
  public var number: Int
  /// The account, as the kernel names it: `carla (uid 1001)`.
  public var account: String
  /// The seat that they ask for, when they name one.
  public var wish: SeatName?

  public init(number: Int, account: String, wish: SeatName?) {
    self.number = number
    self.account = account
    self.wish = wish
  }

  var json: JSON {
    .message(32, ("knock", .integer(number)), ("account", .string(account)), ("wish", JSON(wish?.text)))
  }

  init(_ members: Members) throws(WireFault) {
    number = try members.int("knock")
    account = try members.text("account")
    wish = members.optionalText("wish").map { SeatName($0) }
  }
}
