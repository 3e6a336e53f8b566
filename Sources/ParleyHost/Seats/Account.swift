import Glibc

/// A user's account, as the facilitator sees it.
enum Account {
  /// `carla (uid 1001)`; without the name when this machine's own list has none.
  ///
  /// It reads only that list: a directory over the network could keep the host waiting, and everyone with it.
  static func name(of user: UInt32) -> String { listed(user).map { "\($0) (uid \(user))" } ?? "uid \(user)" }

  /// `carla`; the number where this machine's own list has no name.
  static func shortName(of user: UInt32) -> String { listed(user) ?? String(user) }

  private static func listed(_ user: UInt32) -> String? {
    guard let file = fopen("/etc/passwd", "re") else { return nil }
    defer { fclose(file) }
    while let entry = fgetpwent(file) {
      if entry.pointee.pw_uid == user { return String(cString: entry.pointee.pw_name) }
    }
    return nil
  }
}
