import Glibc

/// The descriptions installed on this system, as files. Systems that keep them in one hashed file
/// have none here.
struct TerminfoDatabase {
  let directories: [String]

  /// In the order in which ncurses looks.
  static var own: TerminfoDatabase {
    let home = value("HOME").map { ["\($0)/.terminfo"] } ?? []
    let listed = value("TERMINFO_DIRS")?.split(separator: ":").map(String.init) ?? []
    let usual = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    return TerminfoDatabase(directories: [value("TERMINFO")].compactMap { $0 } + home + listed + usual)
  }

  func entry(_ name: String) -> TerminfoEntry? {
    guard let first = name.utf8.first, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    let letter = Character(Unicode.Scalar(first))
    for directory in directories {
      for folder in [String(letter), String(first, radix: 16)] {
        if let file = Self.read("\(directory)/\(folder)/\(name)") { return TerminfoEntry(file) }
      }
    }
    return nil
  }

  private static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// ncurses itself takes no description of more than 32 KiB.
  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 32 * 1024)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}
