import ParleyCore

/// The result of reading a plan: either a plan with its private map, or the errors; advice in both cases.
public struct PlanReading: Sendable {
  /// The file as the caller named it.
  public let file: String
  /// Nil when there is any error. Its `askOrder` comes from the private map (M13).
  public let plan: Plan?
  /// The facilitator's private notes; nil when there is any error.
  public let map: StakeholderMap?
  /// Errors first, then advice; each by line and column, the plan's before its private file's.
  public let faults: [Fault]

  /// The open questions of the audit of M41. They are not errors, and not in ``faults``.
  public let audit: [Fault]

  /// Where the plan names the language of its documents; nil where it does not.
  public let languagePlace: Place?

  /// Where the plan says when the session begins; nil where it does not.
  public let startsPlace: Place?

  /// What the plan holds and how long it takes, in a line: `3 goals, 4 people, 78 of 90 minutes`. Nil when there is any
  /// error.
  public var summary: String? {
    plan.map { plan in
      let sum = TimeboxSum(plan).total
      return "\(counted(plan.goals.count, "goal", "goals")), \(counted(plan.stakeholders.count, "person", "people")), "
        + "\(sum) of \(counted(plan.minutes, "minute", "minutes"))"
    }
  }

  /// The faults that someone must correct.
  public var errors: [Fault] { faults.filter { $0.severity == .error } }
  /// The method's advice.
  public var advice: [Fault] { faults.filter { $0.severity == .advice } }

  /// Reads a plan from any bytes; a byte-order mark and CRLF are accepted.
  ///
  /// - Parameters:
  ///   - name: the file's name for the faults.
  ///   - privateBytes: the content of the private file beside it, if there is one.
  ///   - privateName: that file's name for the faults.
  ///   - readers: who else may read each of the two files, by its name.
  public init(
    bytes: [UInt8], name: String, privateBytes: [UInt8]? = nil, privateName: String? = nil,
    readers: [String: Readership] = [:]
  ) {
    let faults = FaultList(file: name)
    let privateFaults = FaultList(file: privateName ?? PlanFile.privatePath(of: name))
    var privatePlace: Place?
    var reader = PlanReading.root(bytes, faults).flatMap { PlanReader($0, faults: faults) }
    if let privateBytes, let tree = PlanReading.tree(privateBytes, privateFaults), !tree.isEmpty {
      let keys = (reader?.people ?? []).map { ($0.stakeholder.id.text, Set($0.privateKeys.keys)) }
      let inPlan = Dictionary(keys) { $0.union($1) }
      let privateReader = PrivateFileReader(faults: privateFaults, known: reader?.known ?? KnownIDs(), inPlan: inPlan)
      reader?.merge(privateReader.pages(of: tree))
      privatePlace = tree.place
    }
    let exposed = [
      ExposedMap(file: name, readers[name], at: reader?.firstPrivatePlace),
      ExposedMap(file: privateFaults.file, readers[privateFaults.file], at: privatePlace),
    ].compactMap { $0 }
    let errors = faults.faults.inOrder() + privateFaults.faults.inOrder()
    file = name
    languagePlace = reader?.valuePlace("language")
    startsPlace = reader?.valuePlace("starts")
    audit = reader.map { Audit($0, file: name).faults } ?? []
    self.faults = errors + (reader.map { Adviser($0, file: name, exposed).faults } ?? [])
    guard errors.isEmpty, let reader else {
      plan = nil
      map = nil
      return
    }
    plan = reader.shownPlan
    map = reader.map
  }

  /// As ``init(bytes:name:privateBytes:privateName:)``, from texts.
  public init(text: String, name: String, privateText: String? = nil) {
    self.init(bytes: Array(text.utf8), name: name, privateBytes: privateText.map { Array($0.utf8) })
  }

  private static func root(_ bytes: [UInt8], _ faults: FaultList) -> Tree? {
    let tree = tree(bytes, faults)
    guard let tree, !tree.isEmpty else {
      if faults.faults.isEmpty { faults.add(.nothingInIt, at: .start) }
      return nil
    }
    return tree
  }

  private static func tree(_ bytes: [UInt8], _ faults: FaultList) -> Tree? {
    guard bytes.count <= Composer.largestFile else {
      faults.add(.tooLarge, at: .start)
      return nil
    }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      faults.add(.utf16, at: .start)
      return nil
    }
    var composer = Composer(bytes: bytes, faults: faults)
    return composer.tree()
  }
}
