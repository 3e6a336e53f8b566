import ArgumentParser
import Glibc
import ParleyCore
import ParleyJournal

/// The option for the store.
struct StoreOption: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp("The folder with the sessions; else PARLEY_STORE or the config says it.", valueName: "dir"))
  var directory: String?

  /// The store; throws when only a config with faults could name it.
  func store() throws(Failure) -> Store {
    let environment = Environment.store
    if directory != nil || environment["PARLEY_STORE"]?.isEmpty == false {
      return Store(option: directory, environment: environment)
    }
    return Store(option: try UserSettings.read().defaults.store.map(inHome), environment: environment)
  }

  /// The store, as far as the config can be read.
  var known: Store { (try? store()) ?? Store(option: directory, environment: Environment.store) }

  /// What names it: `as PARLEY_STORE says`.
  var source: String {
    if directory != nil { return "as --store says" }
    if Environment.value(.parleyStore)?.isEmpty == false { return "as PARLEY_STORE says" }
    if let settings = try? UserSettings.read(), settings.defaults.store != nil { return "as config.toml says" }
    return "the usual place"
  }

  /// The store without an option.
  static var usual: Store {
    (try? StoreOption.parse([]))?.known ?? Store(option: nil, environment: Environment.store)
  }

  /// A path in which `~` is the user's home, as in a shell.
  private func inHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment.value(.home) else { return path }
    return home + path.dropFirst()
  }

  /// Says on standard error why a list is empty, and what would be in it.
  func tellEmpty(_ what: String, _ remedy: String) {
    let folder = known.directory
    let reason = access(folder, F_OK) == 0 ? what : "there is no such folder"
    Output.complain("parley: \(oneLine(folder)): \(reason) — \(remedy)")
  }

  /// The file of the session that `name` means.
  func find(_ name: String) throws(Failure) -> SessionFile {
    let store = try store()
    return try Failure.journal { () throws(JournalFault) in try store.find(name) }
  }

  /// The session that `name` means, as it is on disk, even while it is live.
  func session(_ name: String) throws(Failure) -> Session {
    try StoreOption.session(try find(name))
  }

  /// The session in a file. It is told on standard error when the file has lost its end.
  static func session(_ file: SessionFile) throws(Failure) -> Session {
    try read(file) { journal throws(JournalFault) in try journal.session() }.value
  }

  /// What a file holds, as `body` reads it, and whether it has lost its end, which is told on standard error.
  static func read<Value>(
    _ file: SessionFile, _ body: (Journal) throws(JournalFault) -> Value
  ) throws(Failure) -> (value: Value, isWhole: Bool) {
    try Failure.journal { () throws(JournalFault) in
      let journal = try Journal.open(file, access: .reading)
      defer { journal.close() }
      let value = try body(journal)
      let loss = try journal.loss()
      if let loss { Output.complain("parley: \(oneLine(loss.description))") }
      return (value, loss == nil)
    }
  }
}

/// The environment of this process.
enum Environment {
  static var store: [String: String] { values([.parleyStore, .dataHome, .home]) }

  static func values(_ variables: [EnvironmentVariable]) -> [String: String] {
    Dictionary(variables.compactMap { name in value(name).map { (name.rawValue, $0) } }) { first, _ in first }
  }

  static func value(_ variable: EnvironmentVariable) -> String? {
    getenv(variable.rawValue).map { String(cString: $0) }
  }
}

extension Failure {
  /// Runs code that uses the store; its faults end the command.
  static func journal<Value>(_ body: () throws(JournalFault) -> Value) throws(Failure) -> Value {
    do throws(JournalFault) {
      return try body()
    } catch {
      throw .journal(error)
    }
  }
}
