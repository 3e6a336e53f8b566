/// One stakeholder's explicit position on one goal (M13). No dot at all is *silent*, which is never agreement.
public struct Dot: Hashable, Sendable {
  public var colour: Colour
  public var layer: Layer?
  public var cause: Cause?
  public var note: String?
  public var how: How

  public init(colour: Colour, layer: Layer? = nil, cause: Cause? = nil, note: String? = nil, how: How = .spoken) {
    self.colour = colour
    self.layer = layer
    self.cause = cause
    self.note = note
    self.how = how
  }

  /// The position itself; `abstain` is a position too.
  public enum Colour: String, Hashable, Sendable, CaseIterable {
    case green, yellow, red, abstain

    /// Yellow and red say what they are about (M14).
    public var objects: Bool { self == .yellow || self == .red }
  }

  /// What a yellow or red dot is about (M14).
  public enum Layer: String, Hashable, Sendable, CaseIterable {
    case importance, metric, horizon, existence, features
  }

  /// The four causes of misalignment (M40).
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    case goals, beliefs, timeline, risk
  }

  /// How the dot came to be known.
  public enum How: String, Hashable, Sendable, CaseIterable {
    case spoken, own
    case preRead = "pre-read"
    case proxy
  }
}

extension Dot: CodedObject {
  package static let codec = Codec(
    Self.init, Member("colour", \.colour), Member("layer", \.layer), Member("cause", \.cause), Member("note", \.note),
    Member("how", \.how))
}

extension Dot.Colour: Coded {}
extension Dot.Layer: Coded {}
extension Dot.Cause: Coded {}
extension Dot.How: Coded {
  /// What is missing, and what a later version calls otherwise, was said aloud.
  package static var absent: Self? { .spoken }
  package init(coded: Fields) { self = coded.string.flatMap { Self(rawValue: $0) } ?? .spoken }
}
