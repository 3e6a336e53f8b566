import GRDB
import Synchronization

/// Where connections go when they are done with.
///
/// Letting go of one makes libdispatch start two threads, one of which then wakes the process every second for as long
/// as it lives: a terminal that has made a session would never rest. A closed connection is a few kilobytes.
enum ClosedConnections {
  private static let kept = Mutex<[DatabaseQueue]>([])

  /// Closes it unless it is closed, and keeps it.
  static func close(_ queue: DatabaseQueue) {
    try? queue.close()
    kept.withLock { $0.append(queue) }
  }
}
