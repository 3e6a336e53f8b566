import Glibc

/// The file with the plan's schema to which the first line of a new plan points, so that an editor completes and checks
/// what is typed there (yaml-language-server, and what is built on it). A plan names the one that was installed beside the
/// program, whose path is the same wherever the package is; a program without a package keeps one in the user's data.
enum PlanSchemaFile {
  /// The line, with its line break; nil where no such file can be.
  /// - Parameter writing: whether one may be written, where none is installed.
  static func modeline(writing: Bool) -> String? {
    guard let path = installed ?? own(writing: writing) else { return nil }
    // The line ends at the first space, so that a path with one is written as an address.
    let parts = path.split(separator: " ", omittingEmptySubsequences: false)
    let address = parts.count == 1 ? path : "file://" + parts.joined(separator: "%20")
    return "# yaml-language-server: $schema=\(oneLine(address))\n"
  }

  /// `PREFIX/share/parley/schemas` for a program in `PREFIX/bin`.
  private static var installed: String? {
    guard let program = programPath, let slash = program.lastIndex(of: "/"),
      let path = realpath("\(program[..<slash])/../share/parley/schemas/\(Schema.plan.fileName)", nil)
    else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func own(writing: Bool) -> String? {
    let data = Environment.value(.dataHome).flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let data = data ?? Environment.value(.home).map({ "\($0)/.local/share" }), data.hasPrefix("/") else {
      return nil
    }
    let path = "\(data)/parley/schemas/\(Schema.plan.fileName)"
    let text = Schema.plan.text
    if let bytes = try? fileBytes(path, atMost: 1 << 20), bytes == Array(text.utf8) { return path }
    guard writing, makeFolder("\(data)/parley/schemas"),
      (try? writeFile(text, to: path, replacing: true, remedy: "")) != nil
    else { return nil }
    return path
  }
}

/// Makes a folder, and those above it, for their owner alone; false where that is not possible.
func makeFolder(_ path: String) -> Bool {
  if access(path, F_OK) == 0 { return true }
  guard let slash = path.lastIndex(of: "/") else { return mkdir(path, 0o700) == 0 }
  return (slash == path.startIndex || makeFolder(String(path[..<slash]))) && mkdir(path, 0o700) == 0
}
