/// A name that a plan or a session gives to a thing of one kind, such as a goal or a stakeholder.
///
/// The kind is part of the type, so that nobody can pass a goal's id for a stakeholder's.
public struct ID<Kind>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as in plans, commands and records.
  public let text: String

  /// Takes the text as it is; ``isWellFormed(_:)`` says whether a plan may use it.
  public init(_ text: String) { self.text = text }

  public var description: String { text }

  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  /// Whether a plan or a command may give this id: ASCII lower-case letters, digits and hyphens,
  /// at most 64, beginning with a letter or a digit.
  public static func isWellFormed(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.enumerated().allSatisfy { mayHold($1, at: $0) }
  }

  /// Whether a well-formed id may have the scalar at this place, counted from 0.
  static func mayHold(_ scalar: Unicode.Scalar, at place: Int) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9": place < 64
    case "-": place > 0 && place < 64
    default: false
    }
  }
}

/// The id of a goal.
public typealias GoalID = ID<Goal>
/// The id of a stakeholder.
public typealias StakeholderID = ID<Stakeholder>
/// The id of a timeframe, a column of the roadmap.
public typealias TimeframeID = ID<Timeframe>
/// The id of a feature; unique over the whole plan.
public typealias FeatureID = ID<Feature>
/// The id of an item in the parking lot: `P1`, `P2` …
public typealias ItemID = ID<ParkedItem>
/// The id of a decision: `D1`, `D2` …
public typealias DecisionID = ID<Decision>
/// The id of a comment on the record: `C1`, `C2` …
public typealias CommentID = ID<Comment>
/// The id of an assumption: `A1`, `A2` …
public typealias AssumptionID = ID<Assumption>
/// The id of an alternative, an option: `O1`, `O2` …
public typealias AlternativeID = ID<Alternative>
/// The id of a kill criterion: `K1`, `K2` …
public typealias KillCriterionID = ID<KillCriterion>
/// The id of a reason for failure: `R1`, `R2` …
public typealias ReasonID = ID<Reason>
/// The id of a cluster, a group of reasons: `G1`, `G2` …
public typealias ClusterID = ID<Cluster>
