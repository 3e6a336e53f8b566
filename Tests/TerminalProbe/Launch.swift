import Glibc
import Synchronization

/// Held while a program is started: a second program started at the same moment would inherit the first one's pipe
/// ends, and keep them open until it has closed its descriptors.
let startingPrograms = Mutex(())

/// A command in the form of the calls that start it: the program's path, and C strings that live as long as this.
final class Launch {
  let path: String
  private let arguments: [UnsafeMutablePointer<CChar>?]
  private let environment: [UnsafeMutablePointer<CChar>?]

  init(command: [String], environment given: [String: String], home: String?) throws(ProbeFailure) {
    let variables = Launch.environment(given, home: home)
    path = try Launch.find(command.first ?? "", path: variables["PATH"] ?? "")
    arguments = command.map { strdup($0) } + [nil]
    environment = variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
  }

  deinit { for string in arguments + environment { free(string) } }

  func withArguments<Result>(
    _ body: (
      UnsafePointer<UnsafeMutablePointer<CChar>?>, UnsafePointer<UnsafeMutablePointer<CChar>?>
    ) -> Result
  ) -> Result? {
    arguments.withUnsafeBufferPointer { arguments in
      environment.withUnsafeBufferPointer { environment in
        guard let first = arguments.baseAddress, let second = environment.baseAddress else { return nil }
        return body(first, second)
      }
    }
  }

  /// The same on every machine, so that no test depends on its user. It passes on only the variables that sanitizers,
  /// coverage and the loader need.
  private static func environment(_ given: [String: String], home: String?) -> [String: String] {
    var variables = [
      "HOME": home ?? "/nonexistent", "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no", "TERM": "xterm-256color", "TZ": "UTC",
    ]
    for name in ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables.merging(given) { $1 }
  }

  private static func find(_ program: String, path: String) throws(ProbeFailure) -> String {
    if program.contains("/") { return program }
    for directory in path.split(separator: ":") where access("\(directory)/\(program)", X_OK) == 0 {
      return "\(directory)/\(program)"
    }
    throw .notFound(program: program)
  }
}
