import CLinux
import Glibc
import ParleyJournal

/// Tells a host when somebody moves, removes or replaces its session's files, without a wake-up of its own.
///
/// The kernel tells of each file alone, so that whatever else happens in the store wakes nobody; and of each folder above
/// it that it was moved. Other machines' changes on a shared disk are not told: there a host has to look.
final class FileWatch {
  /// Readable when something has happened; nil when the kernel watches nothing.
  let descriptor: Int32?
  /// Whether everything is told.
  private(set) var tellsAll = false

  /// How often to look where not everything is told, in milliseconds.
  static let lookMs: Int64 = 4000

  init() {
    let created = parley_watch_create()
    descriptor = created < 0 ? nil : created
  }

  deinit { if let descriptor { close(descriptor) } }

  /// Watches the files of a session as they are now.
  func watch(_ file: SessionFile) {
    guard let descriptor else { return }
    var isWatched = parley_watch_add(descriptor, file.path, true) == 0
    for path in file.watchedPaths { parley_watch_add(descriptor, path, false) }
    var folder = file.path[...]
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = folder[..<slash]
      isWatched = parley_watch_add(descriptor, String(folder), false) == 0 && isWatched
    }
    tellsAll = isWatched && !parley_is_shared(file.path)
  }

  /// Forgets what has happened so far.
  func drain() { if let descriptor { parley_watch_drain(descriptor) } }
}
