/// `playbook split`: different goals: how effort is shared out, in per cent that add up to 100 (M40).
public struct SplitEffort: Verb {
  public var core: Int
  public var adjacent: Int
  public var new: Int

  public static let syntax = Syntax<Self>(
    .split, "different goals: how effort is shared out, in per cent",
    rule: "M40", example: "playbook split core=70 adjacent=20 new=10", Self.init, .key("core", .percent, \.core),
    .key("adjacent", .percent, \.adjacent), .key("new", .percent, \.new))
  public static let permission = Permission<Self>.facilitator()

  public func check() throws(Refusal) {
    let sum = core + adjacent + new
    if sum != 100 { throw .badArgument(.notAHundred(sum)) }
  }

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    [SheetFilled(sheet: .split(Sheet.Split(core: core, adjacent: adjacent, new: new))).event]
  }
}

extension Sheet.Split {
  static let coding = Codec<Sheet>(
    { .split(Self(core: $0, adjacent: $1, new: $2)) }, Member(ofForm: "core", \.split?.core),
    Member(ofForm: "adjacent", \.split?.adjacent), Member(ofForm: "new", \.split?.new))
}

extension Sheet {
  fileprivate var split: Split? { if case .split(let split) = self { split } else { nil } }
}
