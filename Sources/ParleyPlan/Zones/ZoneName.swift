import Foundation

extension MappingReader {
  /// A time zone by its IANA name, as far as this machine knows it.
  func zone(_ key: String) -> String? {
    guard let tree = tree(key), let text = text(tree, of: key, as: .name)?.value else { return nil }
    guard ZoneName.isKnown(text) else {
      faults.add(.noSuchZone(text), at: tree.place)
      return nil
    }
    return text
  }
}

/// The IANA names of time zones.
public enum ZoneName {
  /// Whether this machine knows a zone. Foundation takes `GMT+2` and abbreviations as well, which calendars elsewhere do
  /// not.
  public static func isKnown(_ name: String) -> Bool {
    (name == "UTC" || name.contains("/")) && TimeZone(identifier: name) != nil
  }
}
