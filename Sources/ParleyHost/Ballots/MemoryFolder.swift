import CLinux
import Glibc
import ParleyJournal
import ParleyWire

/// A folder of this user's own on a file system in memory. Its files never reach a disk, swapping aside, and end with
/// the machine's power.
public struct MemoryFolder: Hashable, Sendable {
  public let path: String

  /// Takes a folder as it is, wherever it may be.
  init(trusted path: String) { self.path = path }

  /// The folder of this user in /dev/shm, else in XDG_RUNTIME_DIR; nil when neither is in memory and safe.
  public static func current() -> MemoryFolder? {
    let runtime = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    let places = ["/dev/shm/parley-\(geteuid())"] + (runtime.map { ["\($0)/parley-ballots"] } ?? [])
    for place in places {
      if let folder = MemoryFolder(preparing: place) { return folder }
    }
    return nil
  }

  /// Makes the folder for its owner alone, unless it exists. Nil when it is unsafe, or not in memory.
  init?(preparing path: String) {
    do throws(SocketFault) {
      // The same care as for sockets: no link, nobody else's, closed to others.
      try SocketPlace(directory: path).prepare()
    } catch {
      return nil
    }
    guard parley_is_in_memory(path) else { return nil }
    self.path = path
  }

  /// The path for one half of a session's ballots. Sessions of the same id in two stores have two paths.
  func ballotPath(of file: SessionFile) -> String? {
    let socket = try? SocketPlace(directory: path).path(for: file.id, store: file.realDirectory)
    return socket.map { $0.dropLast(".sock".count) + ".ballots" }
  }

  /// Votes take minutes: a half that nobody has touched for a week belongs to no session.
  private static let staleAfter = 7 * 86_400

  /// Removes the halves of sessions that no host resumed.
  func sweep(now: Int = time(nil)) {
    for name in SystemFile.names(in: path) ?? [] {
      var found = stat()
      let isHalf = name.contains(".ballots.") && lstat("\(path)/\(name)", &found) == 0
      if isHalf, found.st_mtim.tv_sec < now - MemoryFolder.staleAfter { unlink("\(path)/\(name)") }
    }
  }
}
