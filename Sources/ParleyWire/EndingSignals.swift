import Glibc

/// The signals by which somebody ends a process, held back while it makes what must not be left half made. One that comes
/// meanwhile counts afterwards: for the loop that reads it (``EventLoop/signals(_:callback:)``), or once it is let through.
public enum EndingSignals {
  /// Holds them back, in threads that start from now on too.
  public static func hold() { change(SIG_BLOCK) }

  /// Lets them through again.
  public static func letThrough() { change(SIG_UNBLOCK) }

  private static func change(_ how: Int32) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, signal) }
    pthread_sigmask(how, &set, nil)
  }
}
