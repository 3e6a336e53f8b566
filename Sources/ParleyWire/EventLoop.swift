import CLinux
import Glibc

/// One thread that waits for descriptors, timers and signals with `poll`, and calls back on the same thread.
///
/// Why not Dispatch, NIO or async: those wake up more often, start threads of their own, or take a minute longer to
/// build. This loop never wakes up while no timer is armed and there is nothing to read.
///
/// How it works: `watches` is the truth. `polled` is the list for the kernel, rebuilt only after a change. A callback
/// may add or remove any watch, its own too, so each result is checked against its watch before it is delivered. It is
/// not thread-safe, on purpose: everything belongs to the thread that runs it.
public final class EventLoop {
  struct Watch {
    let id: Int
    let descriptor: Int32
    let reading: (() -> Void)?
    let writing: (() -> Void)?
    var wantsToWrite: Bool
  }

  var watches: [Int32: Watch] = [:]
  private var polled: [pollfd] = []
  private var polledWatches: [Int] = []
  private var isStale = true
  private var nextId = 0
  private var isRunning = false
  /// Descriptors the loop opened itself (signals); timers close their own.
  private var own: [Int32] = []

  /// A loop that watches nothing yet. From now on this process gets EPIPE and EFBIG instead of dying of SIGPIPE
  /// or SIGXFSZ.
  public init() { parley_ignore_write_signals() }

  deinit {
    for descriptor in own { close(descriptor) }
  }

  /// Calls `reading` whenever the descriptor can be read, is at its end or has failed. Calls `writing` whenever it can
  /// be written and `wantsToWrite(_:on:)` has asked for that (at first it has, if there is a `writing`). A second watch
  /// on one descriptor replaces the first. The descriptor stays the caller's: unwatch it, then close it.
  public func watch(_ descriptor: Int32, reading: (() -> Void)?, writing: (() -> Void)? = nil) {
    nextId += 1
    watches[descriptor] = Watch(
      id: nextId, descriptor: descriptor, reading: reading, writing: writing, wantsToWrite: writing != nil)
    isStale = true
  }

  /// Whether room to write on this descriptor is of interest now. An empty buffer wakes the loop at every turn while it
  /// is, so ask only while something waits to be written.
  public func wantsToWrite(_ wanted: Bool, on descriptor: Int32) {
    guard let watch = watches[descriptor], watch.wantsToWrite != wanted else { return }
    watches[descriptor]?.wantsToWrite = wanted
    isStale = true
  }

  /// Forgets a descriptor. Nothing is called for it any more, even if it was ready in this very turn.
  public func unwatch(_ descriptor: Int32) {
    watches[descriptor] = nil
    isStale = true
  }

  /// Blocks these signals and has them delivered here instead, one call each. Call it before the process starts another
  /// thread: the signals would still interrupt that thread.
  public func signals(_ signals: [Int32], callback: @escaping (Int32) -> Void) throws(EventLoopFault) {
    let descriptor = parley_signals_create(signals, signals.count)
    guard descriptor >= 0 else { throw .signals(errno) }
    own.append(descriptor)
    watch(descriptor) {
      while true {
        let signal = parley_signals_next(descriptor)
        guard signal > 0 else { return }
        callback(signal)
      }
    }
  }

  /// Turns until `stop()` is called.
  public func run() throws(EventLoopFault) {
    isRunning = true
    while isRunning { _ = try turn(timeoutMs: -1) }
  }

  /// Ends `run()` after the current turn.
  public func stop() { isRunning = false }

  /// One turn: waits at most this many milliseconds (0: not at all) and calls back what is ready. False when nothing
  /// was ready, or when a signal that nobody watches cut the wait short.
  public func runOnce(timeoutMs: Int) throws(EventLoopFault) -> Bool {
    try turn(timeoutMs: Int32(clamping: max(0, timeoutMs)))
  }

  private func turn(timeoutMs: Int32) throws(EventLoopFault) -> Bool {
    if isStale { rebuild() }
    let ready = poll(&polled, nfds_t(polled.count), timeoutMs)
    if ready < 0 {
      let reason = errno
      guard reason == EINTR else { throw .poll(reason) }
      return false
    }
    if ready > 0 { deliver() }
    return ready > 0
  }

  private func deliver() {
    // `zip` walks copies: a callback that changes the watches must not change what is being walked.
    for (entry, id) in zip(polled, polledWatches) where entry.revents != 0 {
      deliver(entry, to: id)
    }
  }

  private func deliver(_ entry: pollfd, to id: Int) {
    let events = Int32(entry.revents)
    let ended = events & Int32(POLLHUP | POLLERR | POLLNVAL) != 0
    let watch = current(entry.fd, id)
    if let reading = watch?.reading, ended || events & Int32(POLLIN | POLLPRI) != 0 { reading() }
    if let watch = current(entry.fd, id), watch.wantsToWrite, ended || events & Int32(POLLOUT) != 0 {
      watch.writing?()
    }
    // A descriptor that was closed under its watch would be ready for ever.
    if events & Int32(POLLNVAL) != 0, current(entry.fd, id) != nil { unwatch(entry.fd) }
  }

  private func current(_ descriptor: Int32, _ id: Int) -> Watch? {
    guard let watch = watches[descriptor], watch.id == id else { return nil }
    return watch
  }

  private func rebuild() {
    // `poll` reports a hang-up again and again even for a descriptor without events: leave those out.
    let wanted = watches.values.sorted { $0.id < $1.id }
      .filter { $0.reading != nil || $0.wantsToWrite }
    polled = wanted.map { watch in
      let events = (watch.reading == nil ? 0 : POLLIN) | (watch.wantsToWrite ? POLLOUT : 0)
      return pollfd(fd: watch.descriptor, events: Int16(events), revents: 0)
    }
    polledWatches = wanted.map(\.id)
    isStale = false
  }
}
