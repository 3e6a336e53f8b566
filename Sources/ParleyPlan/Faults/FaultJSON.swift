import ParleyCore

extension PlanReading {
  /// The answer of `parley check --json`: `{"file", "faults": [{"file", "line", "column", "severity", "rule",
  /// "message"}]}`.
  public var json: JSON { json(with: []) }

  /// The same with more faults after the plan's own.
  public func json(with more: [Fault]) -> JSON {
    ["file": .string(file), "faults": .array((faults + more).map(\.json))]
  }
}

extension Fault {
  var json: JSON {
    [
      "file": .string(file), "line": .integer(line), "column": .integer(column),
      "severity": .string(severity.rawValue), "rule": JSON(rule), "message": .string(message),
    ]
  }
}
