import Glibc

/// The time zone of this machine.
public enum MachineZone {
  /// Its IANA name: what `TZ` says, else where `/etc/localtime` leads. Nil where neither is the name of a zone that this
  /// machine knows.
  public static func name(said: String?, link: String? = systemLink) -> String? {
    let folder = "zoneinfo/"
    let name: String
    if let said, !said.isEmpty {
      name = said.hasPrefix(":") ? String(said.dropFirst()) : said
    } else if let link, let end = link.firstRange(of: folder)?.upperBound {
      name = String(link[end...])
    } else {
      return nil
    }
    return ZoneName.isKnown(name) ? name : nil
  }

  /// Where the system's link to its zone leads.
  public static var systemLink: String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard readlink("/etc/localtime", &target, target.count - 1) > 0 else { return nil }
    return String(decoding: target.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
