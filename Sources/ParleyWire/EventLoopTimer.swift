import CLinux
import Glibc

/// A one-shot timer of an event loop on CLOCK_BOOTTIME. When its moment passes while the machine sleeps, it rings on
/// waking. A disarmed timer costs nothing. It lives as long as someone holds it.
public final class EventLoopTimer {
  private let loop: EventLoop
  private let descriptor: Int32

  init(loop: EventLoop, callback: @escaping () -> Void) throws(EventLoopFault) {
    descriptor = parley_timer_create()
    guard descriptor >= 0 else { throw .timer(errno) }
    self.loop = loop
    let timer = descriptor
    loop.watch(timer) {
      var expirations: UInt64 = 0
      // A timer that was armed again between ringing and being read has nothing to say yet.
      if read(timer, &expirations, MemoryLayout<UInt64>.size) > 0 { callback() }
    }
  }

  deinit {
    loop.unwatch(descriptor)
    close(descriptor)
  }

  /// Rings once at this moment in milliseconds of `boottimeMs()`, at once when it has passed; nil disarms. Replaces
  /// what was set before.
  public func set(atBoottimeMs moment: Int64?) {
    // Neither call can fail on a timer this object opened.
    if let moment { _ = parley_timer_arm(descriptor, moment) } else { _ = parley_timer_disarm(descriptor) }
  }
}

extension EventLoop {
  /// A disarmed timer that calls back on this loop.
  public func timer(callback: @escaping () -> Void) throws(EventLoopFault) -> EventLoopTimer {
    try EventLoopTimer(loop: self, callback: callback)
  }

  /// Now, in milliseconds since the machine started, time asleep included: the scale of all timers.
  public static func boottimeMs() -> Int64 { parley_boottime_ms() }
}
