import CLinux

/// What others may learn of this process's memory while a ballot passes through it (M19).
public enum ProcessMemory {
  /// No core dump from now on, and no look into it for other processes of this user; the administrator's are not kept
  /// out. It cannot be taken back: what was freed may still hold what was in it.
  public static func close() {
    if !isClosed { parley_close_memory() }
  }

  public static var isClosed: Bool { parley_memory_is_closed() }
}
