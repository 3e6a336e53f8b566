import Foundation

/// Why the store or a session's file could not be used.
public enum JournalFault: Error, Hashable, Sendable {
  /// There is no such session, or no such file.
  case notFound(String)
  /// More than one session is meant by the name; their ids.
  case ambiguous(String, [String])
  /// There is none that could be gone on with.
  case noOpenSession(store: String)
  case notASession(path: String)
  /// The file was written by a version of Parley that keeps more than this one can read.
  case newerVersion(path: String, version: Int)
  /// The first entry that is wrong, where one can be told.
  case damaged(path: String, entry: Int?, what: String)
  /// Another process holds the session; its id, where it is known.
  case busy(path: String, pid: Int32?)
  case exists(path: String)
  case cannotCreate(path: String, why: String)
  case notReadable(path: String, why: String)
  case notWritable(path: String)
  case diskFull(path: String)
  case io(path: String, why: String)
  /// The entry is not the one that comes next: someone else appended, or this one was made too early.
  case outOfOrder(path: String, expected: Int, given: Int)
}

extension JournalFault {
  /// What a fault means to a caller, by the exit codes of sysexits.h.
  public enum FaultClass: Int32, Hashable, Sendable {
    case wrongInput = 65
    case notFound = 66
    case fault = 70
    case cannotCreate = 73
    case readOrWrite = 74
    case busy = 75
  }

  /// What the program that met the fault exits with.
  public var kind: FaultClass {
    switch self {
    case .notFound, .ambiguous, .noOpenSession, .notReadable: .notFound
    case .notASession, .newerVersion, .damaged: .wrongInput
    case .exists, .cannotCreate, .notWritable: .cannotCreate
    case .diskFull, .io: .readOrWrite
    case .busy: .busy
    case .outOfOrder: .fault
    }
  }
}
