/// A place in a file: lines and columns count from 1, columns in Unicode scalars.
public struct Place: Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// By line, then by column.
  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }

  static let start = Place(line: 1, column: 1)
}

/// An error in a plan, or something that the method advises against.
public struct Fault: Hashable, Sendable {
  /// The file as the caller named it; the private file beside it gets its name the same way.
  public var file: String
  public var place: Place
  public var severity: Severity
  /// The rule behind the advice, such as `M5`; nil for an error.
  public var rule: String?
  /// The problem — the remedy.
  public var message: String

  /// An error keeps the session from running; advice does not.
  public enum Severity: String, Hashable, Sendable { case error, advice }

  public init(file: String, place: Place, severity: Severity, rule: String? = nil, message: String) {
    self.file = file
    self.place = place
    self.severity = severity
    self.rule = rule
    self.message = message
  }

  /// Counts from 1.
  public var line: Int { place.line }
  /// Counts from 1, in Unicode scalars.
  public var column: Int { place.column }

  /// The line for standard error: `parley: FILE:LINE:COLUMN: …` or `advice: FILE:LINE:COLUMN: M5: …`.
  public var report: String {
    let whereItIs = "\(file):\(line):\(column)"
    return switch severity {
    case .error: "parley: \(whereItIs): \(message)"
    case .advice: "advice: \(whereItIs): \(rule.map { "\($0): " } ?? "")\(message)"
    }
  }
}
