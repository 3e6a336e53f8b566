extension RecordSection {
  /// The reasons for failure, and the mitigations (M43): the clusters, then reasons outside of them.
  public static let risks = RecordSection(finding: "risks", "Why it would fail") { record, names in
    record.findings.clusters.flatMap { lines(of: $0, in: record.findings, names) }
      + record.findings.looseReasons.map { "In no cluster: \(words($0, names))" }
  }
  .json("risks") { record in
    let loose = record.findings.looseReasons
    let rest: JSON = ["id": nil, "name": nil, "reasons": json(of: loose), "mitigations": [], "borne": nil]
    return .array(record.findings.clusters.map { json(of: $0, in: record.findings) } + (loose.isEmpty ? [] : [rest]))
  }
  .on(.pane(heading: "Why it would fail", .risks))

  private static func lines(of cluster: Cluster, in findings: Findings, _ names: RecordNames) -> [String] {
    let reasons = findings.reasons(in: cluster).map { words($0, names) }
    let done = cluster.mitigations.map { "\($0.what.shown) (\(names.of($0.owner)), by \($0.due))" }
    let head = "\(cluster.id) \(cluster.name.shown): \(reasons.joined(separator: "; "))"
    return [head] + done.map { "Against \(cluster.id): \($0)" }
      + (cluster.borne.map { ["\(cluster.id) is borne, because: \($0.shown)"] } ?? [])
  }

  private static func words(_ reason: Reason, _ names: RecordNames) -> String {
    "\(reason.text.shown) (\(names.of(reason.who)))"
  }

  private static func json(of cluster: Cluster, in findings: Findings) -> JSON {
    [
      "id": JSON(cluster.id), "name": .string(cluster.name), "reasons": json(of: findings.reasons(in: cluster)),
      "mitigations": .array(
        cluster.mitigations.map { ["what": .string($0.what), "owner": JSON($0.owner), "due": JSON($0.due)] }),
      "borne": JSON(cluster.borne),
    ]
  }

  private static func json(of reasons: [Reason]) -> JSON {
    .array(reasons.map { ["id": JSON($0.id), "who": JSON($0.who), "text": .string($0.text)] })
  }
}

extension Findings {
  fileprivate func reasons(in cluster: Cluster) -> [Reason] { reasons.filter { cluster.reasons.contains($0.id) } }

  fileprivate var looseReasons: [Reason] {
    let held = Set(clusters.flatMap(\.reasons))
    return reasons.filter { !held.contains($0.id) }
  }
}
