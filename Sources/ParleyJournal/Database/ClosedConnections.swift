import GRDB
import Synchronization

/// Keeps connections after they are closed.
///
/// Releasing one makes libdispatch start two threads, and one of them then wakes the process every second for as long
/// as it lives. A terminal that has made a session would never rest. A closed connection takes a few kilobytes.
enum ClosedConnections {
  private static let kept = Mutex<[DatabaseQueue]>([])

  /// How many there are of one file.
  static func count(of path: String) -> Int { kept.withLock { $0.count { $0.path == path } } }

  /// Closes it unless it is closed, and keeps it.
  static func close(_ queue: DatabaseQueue) {
    try? queue.close()
    kept.withLock { $0.append(queue) }
  }
}
