/// Reasons that belong together, and what is done about them (M43).
public struct Cluster: Hashable, Sendable {
  public var id: ClusterID
  public var name: String
  public var reasons: [ReasonID]
  public var mitigations: [Mitigation] = []
  /// Why it is borne as it is; nil while it is not.
  public var borne: String?

  public init(id: ClusterID, name: String, reasons: [ReasonID]) {
    self.id = id
    self.name = name
    self.reasons = reasons
  }

  /// Whether nothing has been said about what to do.
  public var isOpen: Bool { mitigations.isEmpty && borne == nil }
}

extension Cluster: CodedObject {
  package static let codec = Codec(
    Self.init(id:name:reasons:), Member("id", \.id), Member("name", \.name), Member("reasons", \.reasons)
  ).with([CodedField("mitigations", \.mitigations), CodedField("borne", \.borne)])
}

/// `cluster NAME R1,R2`: puts reasons together that belong together (M43).
public struct ClusterReasons: Verb {
  public var title: String
  public var reasons: [ReasonID]

  public static let syntax = Syntax<Self>(
    .cluster, "puts reasons together that belong together", rule: "M43", example: "cluster Data R1,R3", Self.init,
    .place("NAME", .name, \.title), .place("R1", .reasons, \.reasons))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    try session.state.checkPreMortem(name, from: .clustering)
    let same = session.state.findings.clusters.first { $0.name.lowercased() == title.lowercased() }
    let cluster = Cluster(
      id: same?.id ?? session.given.next(.cluster), name: same?.name ?? title, reasons: reasons)
    return [Clustered(cluster: cluster).event]
  }
}

/// Reasons are together in a cluster: a new one, or the one with this id. A reason is in one cluster only.
public struct Clustered: OpenEventPayload {
  public var cluster: Cluster

  public init(cluster: Cluster) { self.cluster = cluster }

  package static let name = Event.Name.clustered
  package static let codec = Codec(Self.init, Member("cluster", \.cluster))
  package var event: Event { .clustered(self) }

  package func apply(to state: inout State, at: Instant) {
    for index in state.findings.clusters.indices {
      state.findings.clusters[index].reasons.removeAll(where: cluster.reasons.contains)
    }
    if let place = state.findings.clusters.firstIndex(where: { $0.id == cluster.id }) {
      state.findings.clusters[place].reasons += cluster.reasons
    } else {
      state.findings.clusters.append(cluster)
    }
  }
  package func sentence(by narrator: Narrator) -> String? {
    "\(cluster.id) \(cluster.name): \(cluster.reasons.map(\.text).joined(separator: ", "))"
  }
  package var givenID: GivenID? { GivenID(.cluster, cluster.id) }
}
