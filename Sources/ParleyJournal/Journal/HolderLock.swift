import Glibc

/// The right to write one session, held by one process at a time.
///
/// The kernel locks the open file. The lock ends with the process, however that ends, so a lock file that is left
/// behind means nothing. The file names the holder and the socket to reach it.
public final class HolderLock {
  public let path: String
  private var descriptor: Int32
  private var isHeld = false

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { release() }

  /// Takes the lock of a session (``SessionFile/lockPath``).
  ///
  /// Throws `busy` with the id of the process that has it, or `cannotCreate`.
  public static func acquire(_ path: String) throws(JournalFault) -> HolderLock {
    // A holder that leaves removes the file, so the locked file may no longer be the one at the path.
    for _ in 0..<100 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw .cannotCreate(path: path, why: systemMessage()) }
      let lock = HolderLock(path: path, descriptor: descriptor)
      guard lock.lock() else { throw .busy(path: path, pid: Holder.read(path)?.pid) }
      if lock.isAtPath {
        // Who holds it is said again with the socket; what an earlier holder left must not be taken for this one.
        _ = lock.announce(socket: nil)
        return lock
      }
    }
    throw .busy(path: path, pid: nil)
  }

  /// Notes the holder's socket, for people who want to join. False where the disk does not take it: then nobody finds the
  /// holder.
  public func announce(socket: String?) -> Bool {
    let text = Array("\(getpid())\n\(socket ?? "")\n".utf8)
    guard descriptor >= 0, ftruncate(descriptor, 0) == 0 else { return false }
    return pwrite(descriptor, text, text.count, 0) == text.count
  }

  /// Gives the lock up before the value goes away.
  public func release() {
    guard descriptor >= 0 else { return }
    if isHeld, isAtPath { unlink(path) }
    close(descriptor)
    descriptor = -1
  }

  /// Whether the file that is locked is the one at the path: another one keeps nobody out.
  var isInPlace: Bool { isHeld && isAtPath }

  private func lock() -> Bool {
    isHeld = withWriteLock { fcntl(descriptor, LockCommand.set, $0) == 0 }
    return isHeld
  }

  private var isAtPath: Bool {
    var mine = stat()
    var there = stat()
    return fstat(descriptor, &mine) == 0 && lstat(path, &there) == 0 && mine.st_ino == there.st_ino
      && mine.st_dev == there.st_dev
  }
}

/// Who holds a session now.
public struct Holder: Hashable, Sendable {
  public var pid: Int32
  /// The Unix socket at which the holder can be reached, once it listens.
  public var socket: String?

  /// The holder of the lock at a path (``SessionFile/lockPath``); nil when nobody holds it. Takes no lock itself.
  public static func current(lockPath path: String) -> Holder? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let isHeld = withWriteLock { lock in
      fcntl(descriptor, LockCommand.ask, lock) == 0 && lock.pointee.l_type != Int16(F_UNLCK)
    }
    return isHeld ? read(path) ?? Holder(pid: 0, socket: nil) : nil
  }

  fileprivate static func read(_ path: String) -> Holder? {
    guard let text = SystemFile.text(path) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let pid = lines.first.flatMap({ Int32($0) }) else { return nil }
    return Holder(pid: pid, socket: lines.count > 1 && !lines[1].isEmpty ? String(lines[1]) : nil)
  }
}

// Locks of the open file (F_OFD_…), not of the process: they hold between two users in one process too, and unlike
// flock's they can be queried without being taken. Swift's Glibc leaves their names out; the numbers are the kernel's.
private enum LockCommand {
  static let ask: Int32 = 36
  static let set: Int32 = 37
}

private func withWriteLock<Result>(_ body: (UnsafeMutablePointer<flock>) -> Result) -> Result {
  var lock = flock()
  lock.l_type = Int16(F_WRLCK)
  lock.l_whence = Int16(SEEK_SET)
  return withUnsafeMutablePointer(to: &lock, body)
}
