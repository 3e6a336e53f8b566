extension RecordSection {
  /// The reasons for failure, and the mitigations (M43): the clusters, then reasons outside of them.
  public static let risks = RecordSection(finding: "risks", "findings.risks") { record, names in
    record.findings.clusters.flatMap { lines(of: $0, in: record.findings, names) }
      + record.findings.looseReasons.map { names.words("findings.in-no-cluster", ["reason": words($0, names)]) }
  }
  .json("risks") { record in
    let loose = record.findings.looseReasons
    let rest: JSON = ["id": nil, "name": nil, "reasons": json(of: loose), "mitigations": [], "borne": nil]
    return .array(record.findings.clusters.map { json(of: $0, in: record.findings) } + (loose.isEmpty ? [] : [rest]))
  }
  .on(.pane(heading: "Why it would fail", .risks))

  private static func lines(of cluster: Cluster, in findings: Findings, _ names: RecordNames) -> [String] {
    let reasons = findings.reasons(in: cluster).map { words($0, names) }
    let done = cluster.mitigations.map { mitigation in
      names.words(
        "findings.mitigation",
        [
          "cluster": cluster.id.text, "what": mitigation.what.shown, "who": names.of(mitigation.owner),
          "day": names.words.longDay(mitigation.due),
        ])
    }
    let head = names.words.labelled("\(cluster.id) \(cluster.name.shown)", names.words.series(reasons))
    let borne = cluster.borne.map {
      names.words("findings.borne", ["cluster": cluster.id.text, "because": $0.shown])
    }
    return [head] + done + [borne].compactMap { $0 }
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
