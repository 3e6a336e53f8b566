import Glibc

/// Why the store or a session's file could not be used.
public enum JournalFault: Error, Hashable, Sendable {
  /// There is no such session, or no such file.
  case notFound(String)
  /// The name matches more than one session; their ids.
  case ambiguous(String, [String])
  /// There is no session to resume.
  case noOpenSession(store: String)
  case notASession(path: String)
  /// A newer version of Parley wrote the file, and this one cannot read it.
  case newerVersion(path: String, version: Int)
  /// The file is damaged; the first wrong entry, where it is known.
  case damaged(path: String, entry: Int?, what: String)
  /// The entries in the file are whole, and more were acknowledged than there are.
  case cutOff(path: String, Loss)
  /// The file was moved, removed or replaced while it was held.
  case takenAway(path: String)
  /// Another process holds the session; its id, where it is known.
  case busy(path: String, pid: Int32?)
  case exists(path: String)
  case cannotCreate(path: String, why: String)
  case notReadable(path: String, why: String)
  case notWritable(path: String)
  case diskFull(path: String)
  case io(path: String, why: String)
  /// The entry is not the next one: someone else appended, or this one was made too early.
  case outOfOrder(path: String, expected: Int, given: Int)
}

extension JournalFault {
  /// The class of a fault, by the exit codes of sysexits.h.
  public enum FaultClass: Int32, Hashable, Sendable {
    case wrongInput = 65
    case notFound = 66
    case fault = 70
    case cannotCreate = 73
    case readOrWrite = 74
    case busy = 75
  }

  /// The exit code of the program that met the fault.
  public var kind: FaultClass {
    switch self {
    case .notFound, .ambiguous, .noOpenSession, .notReadable: .notFound
    case .notASession, .newerVersion, .damaged, .cutOff: .wrongInput
    case .exists, .cannotCreate, .notWritable: .cannotCreate
    case .diskFull, .io, .takenAway: .readOrWrite
    case .busy: .busy
    case .outOfOrder: .fault
    }
  }
}
