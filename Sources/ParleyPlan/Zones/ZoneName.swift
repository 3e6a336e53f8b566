import Foundation

extension MappingReader {
  /// A time zone by its IANA name, as far as this machine knows it.
  func zone(_ key: String) -> String? {
    guard let tree = tree(key), let text = text(tree, of: key, limit: Self.longestName)?.value else { return nil }
    guard ZoneName.isKnown(text) else {
      faults.add(.noSuchZone(text), at: tree.place)
      return nil
    }
    return text
  }
}

enum ZoneName {
  /// Foundation takes `GMT+2` and abbreviations as well, which calendars elsewhere do not.
  static func isKnown(_ name: String) -> Bool {
    (name == "UTC" || name.contains("/")) && TimeZone(identifier: name) != nil
  }
}
