import Glibc
import ParleyJournal
import ParleyWire

// The one place where faults of hosts and sockets become words and exit codes.
extension HostFault: CustomStringConvertible {
  /// The exit code of sysexits.h.
  public var exitCode: Int32 {
    switch self {
    case .journal(let fault): fault.kind.rawValue
    case .socket(let fault): fault.exitCode
    case .loop, .cannotStart, .silent: 70
    case .told(let code, _): code
    case .unsaved: 74
    }
  }

  /// `WHERE: WHAT — WHAT TO DO`, for one line on standard error.
  public var description: String {
    switch self {
    case .journal(let fault): fault.description
    case .socket(let fault): fault.description
    case .loop(let fault): "host: waiting failed (\(fault)) — start it again with parley resume"
    case .told(_, let line): line
    case .cannotStart(let path, let errno): "\(path): cannot be started: \(words(errno)) — see whether it is whole"
    case .silent: "host: it ended before the session was open — try again, or look with parley verify"
    case .unsaved(let what): "host: \(what) — make room on the disk, then parley resume"
    }
  }
}

extension SocketFault: CustomStringConvertible {
  /// The exit code of sysexits.h.
  public var exitCode: Int32 {
    switch self {
    case .unsafeDirectory, .foreignHost, .cannotShare: 77
    case .inUse: 75
    case .nobodyThere: 69
    case .pathTooLong, .notASocket: 73
    case .failed(_, _, let errno): errno == EACCES || errno == EPERM ? 77 : 70
    }
  }

  /// `WHERE: WHAT — WHAT TO DO`, for one line on standard error.
  public var description: String {
    switch self {
    case .pathTooLong(let path): "\(path): is too long for a socket — set TMPDIR to a shorter path"
    case .unsafeDirectory(let path, let flaw):
      "\(path): \(flaw.words) — remove it, or set TMPDIR to a place of your own"
    case .notASocket(let path): "\(path): stands where the session's socket belongs — remove it"
    case .inUse(let path): "\(path): another process holds the session — parley join enters it"
    case .nobodyThere(let path):
      "\(path): no live session is there — whoever led it can open it again with parley host or parley resume"
    case .foreignHost(let path): "\(path): is another user's — remove it, or set TMPDIR to a place of your own"
    case .cannotShare(let group, let errno):
      "group \(group): it cannot be shared with (\(words(errno))) — share with a group that you are a member of"
    case .failed(let call, let path, let errno): "\(path): \(call): \(words(errno)) — see to its permissions"
    }
  }
}

extension SocketFault.DirectoryFlaw {
  fileprivate var words: String {
    switch self {
    case .link: "is a link"
    case .notADirectory: "is no folder"
    case .foreign: "is another user's"
    case .open(let mode): "is open to others (mode \(String(mode, radix: 8)))"
    }
  }
}

private func words(_ errno: Int32) -> String { String(cString: strerror(errno)) }
