import CLinux

/// Closes this process's memory to others while a ballot passes through it (M19).
public enum ProcessMemory {
  /// From now on the process makes no core dump, and this user's other processes cannot read its memory; the
  /// administrator's still can. This cannot be undone: freed memory may still hold a ballot.
  public static func close() {
    if !isClosed { parley_close_memory() }
  }

  public static var isClosed: Bool { parley_memory_is_closed() }
}
