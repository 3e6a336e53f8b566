import ArgumentParser
import Glibc
import ParleyCore
import ParleyJournal

/// Where the sessions are.
struct StoreOption: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp("The folder with the sessions; else PARLEY_STORE says it.", valueName: "dir"))
  var directory: String?

  var store: Store { Store(option: directory, environment: Environment.store) }

  /// The file of the session that `name` means.
  func find(_ name: String) throws(Failure) -> SessionFile {
    try Failure.journal { () throws(JournalFault) in try store.find(name) }
  }

  /// The session that `name` means, as it stands on disk; one that is live is read too.
  func session(_ name: String) throws(Failure) -> Session {
    let file = try find(name)
    return try Failure.journal { () throws(JournalFault) in
      let journal = try Journal.open(file, access: .reading)
      defer { journal.close() }
      return try journal.session()
    }
  }
}

/// The variables that Parley reads.
enum Environment {
  static var store: [String: String] { values(["PARLEY_STORE", "XDG_DATA_HOME", "HOME"]) }

  static func values(_ names: [String]) -> [String: String] {
    Dictionary(names.compactMap { name in value(name).map { (name, $0) } }) { first, _ in first }
  }

  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

extension Failure {
  /// Does what uses the store; its faults end the command.
  static func journal<Value>(_ body: () throws(JournalFault) -> Value) throws(Failure) -> Value {
    do throws(JournalFault) {
      return try body()
    } catch {
      throw .journal(error)
    }
  }
}
