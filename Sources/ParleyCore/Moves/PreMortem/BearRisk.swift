/// `bear G1 because=`: a risk that is borne as it is (M43).
public struct BearRisk: Verb {
  public var cluster: ClusterID
  public var because: String

  public static let syntax = Syntax<Self>(
    .bear, "a risk that is borne as it is", rule: "M43", example: "bear G2 because=\"We cannot change the market\"",
    Self.init,
    .place("G1", .cluster, \.cluster), .key("because", .text, \.because))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkPreMortem(name, from: .mitigation)
    return [Borne(cluster: cluster, because: because).event]
  }
}

/// A risk is borne.
public struct Borne: OpenEventPayload {
  public var cluster: ClusterID
  public var because: String

  public init(cluster: ClusterID, because: String) {
    self.cluster = cluster
    self.because = because
  }

  package static let name = Event.Name.borne
  package static let codec = Codec(Self.init, Member("cluster", \.cluster), Member("because", \.because))
  package var event: Event { .borne(self) }

  package func apply(to state: inout State, at: Instant) { state.edit(cluster) { $0.borne = because } }
  package func sentence(by narrator: Narrator) -> String? { "\(cluster) is borne" }
}
