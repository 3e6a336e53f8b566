import Mustache
import ParleyCore

/// The record of a session as a document.
public enum RecordDocument {
  /// The record as JSON (version 1), with every key always there; ends with a line break.
  public static func json(_ record: Record) -> String { record.json.pretty + "\n" }

  /// The record as CommonMark with tables, and YAML front matter (M30). Whatever people wrote is text in it and
  /// cannot be markup.
  ///
  /// Throws only when the template is none.
  public static func markdown(_ record: Record) throws -> String {
    let text = try MustacheTemplate(string: recordTemplate).render(RecordPage(record))
    // The last section may be any, and each ends with an empty line.
    return String(text.reversed().drop { $0 == "\n" }.reversed()) + "\n"
  }
}
