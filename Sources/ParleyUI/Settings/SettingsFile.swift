/// The settings file that explains itself: every key, commented out, with what it is for.
public enum SettingsFile {
  /// Its text. As it stands it sets nothing.
  public static var commented: String {
    let head = [
      "# The settings of Parley. What stands here behind a # is only an example: take the # away, and it holds.",
      "# `parley doctor` tells what is set and what is wrong; `parley help config` is this list to read.",
    ]
    return (head + lines(SettingsKey.all, in: nil)).joined(separator: "\n") + "\n"
  }

  private static func lines(_ keys: [SettingsKey], in table: String?) -> [String] {
    let head = table.map { ["", "# [\($0)]"] } ?? []
    return keys.reduce(into: head) { lines, key in
      let says = "# \(key.does.prefix(1).uppercased() + key.does.dropFirst())."
      if case .table(let inner) = key.value {
        lines += ["", says] + self.lines(inner, in: key.name).dropFirst()
      } else if table == nil {
        lines += ["", says, "# \(key.name) = \(key.example)"]
      } else {
        lines.append("# \(key.name) = \(key.example)  # \(key.does)")
      }
    }
  }
}
