import Foundation

/// The time zone of this machine.
public enum MachineZone {
  /// Its IANA name: what `TZ` says, else where `/etc/localtime` leads. Nil where neither is the name of a zone that this
  /// machine knows.
  public static func name(said: String?, link: String? = systemLink) -> String? {
    let folder = "zoneinfo/"
    let name: String
    if let said, !said.isEmpty {
      name = said.hasPrefix(":") ? String(said.dropFirst()) : said
    } else if let link, let end = link.range(of: folder)?.upperBound {
      name = String(link[end...])
    } else {
      return nil
    }
    return ZoneName.isKnown(name) ? name : nil
  }

  /// Where the system's link to its zone leads.
  public static var systemLink: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")
  }
}
