import ParleyCore

/// The record of a session as a document.
public enum RecordDocument {
  /// The record as JSON (version 1), with every key always there; ends with a line break.
  public static func json(_ record: Record) -> String { record.json.pretty + "\n" }
}
extension RecordDocument {
  public static func markdown(_ record: Record) -> String { json(record) }
}
