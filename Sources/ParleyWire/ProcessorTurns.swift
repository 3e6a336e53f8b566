import CLinux

/// How this process shares the processors with others.
public enum ProcessorTurns {
  /// Asks for short turns, which come sooner: for a process on which many wait and which has little to do. Nothing
  /// changes on a kernel that does not know such turns.
  public static func takeShort() { parley_take_short_turns() }
}
