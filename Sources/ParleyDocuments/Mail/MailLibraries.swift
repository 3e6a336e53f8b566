import CMail

/// What reads answers by mail: looked for when one is read, since nothing else needs it.
public enum MailLibraries {
  /// A library, and the package of Debian that brings it.
  public struct Library: Hashable, Sendable {
    public let name: String
    public let package: String
  }

  /// Those that are not installed, or lack what is needed.
  public static var missing: [Library] {
    (parley_mail_load() ? [] : [gmime]) + (parley_html_load() ? [] : [xml])
  }

  static let gmime = Library(name: "GMime", package: "libgmime-3.0-0")
  static let xml = Library(name: "libxml2", package: "libxml2")
}
