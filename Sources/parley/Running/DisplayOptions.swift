import ArgumentParser
import ParleyUI

/// The options for showing a session.
struct DisplayOptions: ParsableArguments {
  @Option(help: "The theme: its name or its file.")
  var theme: String?

  @Flag(help: "Line by line, for screen readers and dumb terminals; ACCESSIBLE=1 asks for it too.")
  var plain = false

  /// Whether a session can be shown here, as far as one can tell without taking the terminal.
  func isPossible(_ settings: Settings) -> Bool { isPlain(settings) || FullScreen.isPossible }

  /// Throws where no session can be shown here; what is wrong with the options is told first.
  func requirePossible(_ settings: Settings) throws(Failure) {
    guard !isPossible(settings) else { return }
    _ = try Themes.shelf(beginningWith: theme, or: settings.theme)
    throw .terminal(.notATerminal)
  }

  /// Takes the terminal. `afterwards` is what to say should the process be torn from it.
  func display(
    _ settings: Settings, isDemonstration: Bool = false, afterwards: String = "the session goes on: parley resume"
  ) throws(Failure) -> any Display {
    if isPlain(settings) { return PlainDisplay() }
    do throws(Failure) {
      return try fullScreen(settings, isDemonstration: isDemonstration, afterwards: afterwards)
    } catch {
      guard case .terminal(.cannotMoveCursor(let term)) = error else { throw error }
      let named = term.isEmpty ? "TERM is empty" : "`\(oneLine(term))` cannot place its cursor"
      Output.complain("parley: terminal: \(named), so the session goes on line by line, as with --plain")
      return PlainDisplay()
    }
  }

  /// Takes the whole terminal, whatever the options say, for views that cannot be shown line by line.
  func fullScreen(
    _ settings: Settings, isDemonstration: Bool = false, afterwards: String
  ) throws(Failure) -> FullScreen {
    try FullScreen(
      themes: try Themes.shelf(beginningWith: theme, or: settings.theme), settings: settings,
      isDemonstration: isDemonstration, afterwards: afterwards)
  }

  /// Whether it is asked for line by line.
  func isPlain(_ settings: Settings) -> Bool {
    plain || Environment.value(.accessible) == "1" || settings.defaults.plain
  }
}
