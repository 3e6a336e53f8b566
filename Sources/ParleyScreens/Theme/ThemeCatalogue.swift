import Glibc
import ParleyCore
import ParleyTerminal

/// The themes that can be chosen: those compiled in, and files in directories.
public struct ThemeCatalogue: Hashable, Sendable {
  /// Where `NAME.toml` is looked for, in this order; before them come no others, after them the built-in ones.
  public var directories: [String]

  /// A theme's text is refused above this many bytes.
  static let limit = 64 * 1024

  public init(directories: [String] = []) { self.directories = directories }

  /// `$XDG_CONFIG_HOME/parley/themes`, where the user's own are, then what was installed beside the program.
  public init(configHome: String?, executable: String?) {
    let installed = executable.map { path in
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      return "\(folder)/../share/parley/themes"
    }
    directories = [configHome.map { "\($0)/parley/themes" }, installed].compactMap { $0 }
  }

  /// Every name, the built-in ones first.
  public var names: [String] {
    let found = directories.flatMap(ThemeCatalogue.themes).sorted()
    var seen: Set<String> = []
    return (BuiltInThemes.names + found).filter { seen.insert($0).inserted }
  }

  /// A theme and what could be better about it.
  public struct Loaded: Hashable, Sendable {
    public var theme: Theme
    public var warnings: [ThemeFault]
  }

  /// Reads a theme by name, or by the path of a file (with a `/`, or ending in `.toml`).
  ///
  /// The default needs no reading, unless a file of its name overrides it. Throws every fault in one go.
  public func load(_ name: String) throws(ThemeFaults) -> Loaded {
    let isPath = name.contains("/") || name.hasSuffix(".toml")
    let path = isPath ? name : path(of: name)
    if path == nil, name == Theme.parleyDark.name { return Loaded(theme: .parleyDark, warnings: []) }
    let chain = try chain(from: name, path: path, seen: [])
    return loaded(chain, name: name, file: path ?? name)
  }

  /// The text of a theme, as it would be read; for `parley themes` to show.
  public func text(of name: String) throws(ThemeFaults) -> String {
    let isPath = name.contains("/") || name.hasSuffix(".toml")
    return try source(name, path: isPath ? name : path(of: name))
  }

  private func loaded(_ chain: [ThemeReader], name: String, file: String) -> Loaded {
    var styles: [Role: Style] = [:]
    for reader in chain { styles.merge(reader.styles) { inherited, _ in inherited } }
    let missing = Role.allCases.filter { styles[$0] == nil }
    let theme = Theme(name: chain.first?.name ?? name, styles: styles, default: .parleyDark)
    return Loaded(
      theme: theme, warnings: missing.map { ThemeFault(file: file, place: nil, problem: .missingRole($0)) })
  }

  /// The theme, then those that it inherits from.
  private func chain(from name: String, path: String?, seen: [String]) throws(ThemeFaults) -> [ThemeReader] {
    let file = path ?? name
    guard !seen.contains(file) else {
      throw ThemeFaults(faults: [ThemeFault(file: seen.first ?? file, place: nil, problem: .inheritsItself(name))])
    }
    let reader = try ThemeReader(try source(name, path: path), file: file)
    guard reader.faults.isEmpty else { throw ThemeFaults(faults: reader.faults) }
    guard let parent = reader.inherits else { return [reader] }
    let isSelf = parent == name
    return [reader] + (try chain(from: parent, path: isSelf ? nil : self.path(of: parent), seen: seen + [file]))
  }

  private func source(_ name: String, path: String?) throws(ThemeFaults) -> String {
    guard let path else {
      if let text = BuiltInThemes.text(name) { return text }
      let near = nearName(to: name, among: names)
      throw ThemeFaults(faults: [ThemeFault(file: name, place: nil, problem: .unknownTheme(near: near))])
    }
    switch ThemeCatalogue.read(path) {
    case .success(let text): return text
    case .failure(let faults): throw faults
    }
  }

  private func path(of name: String) -> String? {
    directories.map { "\($0)/\(name).toml" }.first { access($0, R_OK) == 0 }
  }

  /// Read with the C library, since Foundation costs milliseconds at every start.
  private static func read(_ path: String) -> Result<String, ThemeFaults> {
    func fault(_ problem: ThemeFault.Problem) -> Result<String, ThemeFaults> {
      .failure(ThemeFaults(faults: [ThemeFault(file: path, place: nil, problem: problem)]))
    }
    guard let file = fopen(path, "re") else { return fault(.unreadable(reason: String(cString: strerror(errno)))) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    if ferror(file) != 0 { return fault(.unreadable(reason: String(cString: strerror(errno)))) }
    guard count <= limit else { return fault(.tooLarge(limit: limit)) }
    guard let text = String(validating: bytes[..<count], as: UTF8.self) else { return fault(.notUTF8) }
    return .success(text)
  }

  private static func themes(in directory: String) -> [String] {
    guard let handle = opendir(directory) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return names
  }
}
