/// What keeps a text from being a Mustache template, and where; lines and columns count from 1.
public struct TemplateFault: Error, Hashable, Sendable {
  public let line: Int
  /// In scalars.
  public let column: Int
  public let what: String
}
