/// The program's exit codes, those of `sysexits.h`.
enum Sysexit: Int32, CaseIterable {
  case done = 0
  case usage = 64
  case input = 65
  case missing = 66
  case unavailable = 69
  case fault = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case notPermitted = 77
  case configuration = 78

  /// What it says.
  var meaning: String {
    switch self {
    case .done: "done"
    case .usage: "the command line is wrong"
    case .input: "the input file is wrong; a command was refused (parley send, parley play --strict)"
    case .missing: "no such file or session"
    case .unavailable: "no live session to reach, or no terminal to show one on"
    case .fault: "a fault of Parley's own; please report it"
    case .cannotCreate: "a file cannot be created, or is there already"
    case .inputOutput: "reading or writing failed: the disk is full, or gone"
    case .busy: "another process holds the session"
    case .notPermitted: "it is not yours to do"
    case .configuration: "the settings in config.toml are wrong"
    }
  }
}
