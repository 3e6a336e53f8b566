import Glibc
import ParleyCore

extension MappingReader {
  /// A time zone by its IANA name, as far as this machine knows it.
  func zone(_ key: String) -> String? {
    guard let tree = tree(key), let text = text(tree, of: key, as: .name)?.value else { return nil }
    guard ZoneName.isKnown(text) else {
      faults.add(ZoneName.isKnown("UTC") ? .noSuchZone(text) : .noZones, at: tree.place)
      return nil
    }
    return text
  }
}

/// The IANA names of time zones.
public enum ZoneName {
  /// Whether this machine knows a zone. Abbreviations and `GMT+2` count as none: calendars elsewhere do not know them.
  public static func isKnown(_ name: String) -> Bool { table(name) != nil }

  /// The zone's changes, from the system's `tzdata`.
  static func table(_ name: String) -> ZoneTable? {
    guard name == "UTC" || name.contains("/") else { return nil }
    return ZoneTable(named: name) { path in
      guard let file = fopen(path, "re") else { return nil }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      return Array(bytes[..<fread(&bytes, 1, bytes.count, file)])
    }
  }
}
