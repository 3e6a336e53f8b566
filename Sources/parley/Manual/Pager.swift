import Glibc
import ParleyTerminal

/// Shows a long text: page by page at a terminal, as it is anywhere else.
enum Pager {
  static func show(_ text: String) throws(Failure) {
    guard Output.isTerminal, let command, page(text, through: command) else { return try Output.write(text) }
  }

  /// The columns for its lines: those of the terminal, within what is good to read.
  static var width: Int {
    guard Output.isTerminal, let size = try? TerminalProspect().size else { return 80 }
    return min(max(40, size.columns), 100)
  }

  /// Nil where pages are no help: on a terminal that cannot turn them, and to a screen reader.
  private static var command: String? {
    let terminal = Environment.value(.terminal) ?? ""
    if terminal.isEmpty || terminal == "dumb" || Environment.value(.accessible) == "1" { return nil }
    let chosen = Environment.value(.pager) ?? "less"
    return chosen.allSatisfy(\.isWhitespace) || chosen == "cat" ? nil : chosen
  }

  /// False where there is no such program.
  private static func page(_ text: String, through command: String) -> Bool {
    // What git asks of less too: go away where all fits on the screen, and leave the text there.
    setenv("LESS", "FRX", 0)
    // Ctrl-C stops a search in the pager, and not the pager.
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    guard let pipe = popen(command, "we") else { return false }
    fputs(text.withoutTreachery, pipe)
    // The shell's own code for what it did not find.
    return pclose(pipe) >> 8 != 127
  }
}
