import Glibc
import ParleyJournal

/// A host whose session's file is gone, and that could not go on elsewhere: it holds a name, and what is said there is on
/// no disk. It is found by what the kernel knows of its open files, since nothing in the store may be left of it.
public struct GhostHost: Hashable, Sendable {
  /// The file that it was started on.
  public var file: SessionFile
  public var pid: Int32

  /// The ghosts of a store, by id, as far as they are this user's.
  public static func all(in store: Store) -> [GhostHost] {
    let folders = [store.directory, store.file("any").realDirectory]
    return (SystemFile.names(in: "/proc") ?? []).compactMap { Int32($0) }.filter(isParley).flatMap(ghosts)
      .filter { ghost in folders.contains { Store(directory: $0).file(ghost.file.id) == ghost.file }
      }
      .sorted { ($0.file.id, $0.pid) < ($1.file.id, $1.pid) }
  }

  /// Asks it to end, and waits a little. False when it is still there.
  public func stop() -> Bool {
    kill(pid, SIGTERM)
    // A process that has ended may stay on the list until its parent looks, but it has nothing open.
    for _ in 0..<400 where isThere { poll(nil, 0, 10) }
    return !isThere
  }

  private var isThere: Bool { GhostHost.ghosts(pid).contains(self) }

  private static func isParley(_ pid: Int32) -> Bool {
    var found = stat()
    guard stat("/proc/\(pid)", &found) == 0, found.st_uid == geteuid(), pid != getpid() else {
      return false
    }
    return target(of: "/proc/\(pid)/exe")?.split(separator: "/").last?.hasPrefix("parley") == true
  }

  /// The sessions whose lock a process holds and whose file at that name is none that it has open.
  private static func ghosts(_ pid: Int32) -> [GhostHost] {
    let folder = "/proc/\(pid)/fd"
    let open = (SystemFile.names(in: folder) ?? []).compactMap { name in
      target(of: "\(folder)/\(name)").map { (name: name, path: $0) }
    }
    let sessions = open.filter { $0.path.hasSuffix(SessionFile.ending) }
    guard !sessions.isEmpty else { return [] }
    return open.filter { $0.path.hasSuffix(".lock") }.compactMap { lock in
      let file = SessionFile(path: lock.path.dropLast(".lock".count) + SessionFile.ending)
      let isThere = sessions.contains { isSame("\(folder)/\($0.name)", file.path) }
      return isThere ? nil : GhostHost(file: file, pid: pid)
    }
  }

  private static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(path, &first) == 0 && stat(other, &second) == 0 && first.st_ino == second.st_ino
      && first.st_dev == second.st_dev
  }

  /// Where a link of the kernel's points, without the word for a file that is gone.
  private static func target(of link: String) -> String? {
    guard let text = SystemFile.linkTarget(link) else { return nil }
    let gone = " (deleted)"
    return text.hasSuffix(gone) ? String(text.dropLast(gone.count)) : text
  }
}
