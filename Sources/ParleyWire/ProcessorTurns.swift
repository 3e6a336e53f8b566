import CLinux

/// How this process shares the processors with others.
public enum ProcessorTurns {
  /// Asks for short turns, which come sooner: for whom many wait and who has little to do. Where the kernel knows of no
  /// such thing, nothing changes.
  public static func takeShort() { parley_take_short_turns() }
}
