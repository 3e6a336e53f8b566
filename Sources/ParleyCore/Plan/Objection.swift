extension StakeholderMap {
  /// What someone will probably object to, as it was heard before the session. What is not named is left to its words.
  public struct Objection: Hashable, Sendable, ExpressibleByStringLiteral {
    public var text: String
    /// The goal that they will object to.
    public var goal: GoalID?
    /// What their objection is about (M14).
    public var layer: Dot.Layer?
    /// Why they see it otherwise (M40).
    public var cause: Dot.Cause?

    public init(_ text: String, goal: GoalID? = nil, layer: Dot.Layer? = nil, cause: Dot.Cause? = nil) {
      (self.text, self.goal, self.layer, self.cause) = (text, goal, layer, cause)
    }

    public init(stringLiteral text: String) { self.init(text) }
  }

  /// A feature that someone has asked for before (M16).
  public struct Wish: Hashable, Sendable, ExpressibleByStringLiteral {
    public var text: String
    /// The goal that it serves in their eyes.
    public var goal: GoalID?

    public init(_ text: String, goal: GoalID? = nil) { (self.text, self.goal) = (text, goal) }

    public init(stringLiteral text: String) { self.init(text) }
  }
}
