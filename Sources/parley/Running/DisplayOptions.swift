import ArgumentParser
import ParleyUI

/// How a session is shown.
struct DisplayOptions: ParsableArguments {
  @Option(help: "The theme: its name or its file.")
  var theme: String?

  @Flag(help: "Line by line, for screen readers and dumb terminals; ACCESSIBLE=1 asks for it too.")
  var plain = false

  /// Whether it can be shown here, as far as can be told without taking the terminal.
  func isPossible(_ settings: Settings) -> Bool { isPlain(settings) || FullScreen.isPossible }

  /// Takes the terminal.
  func display(_ settings: Settings) throws(Failure) -> any Display {
    if isPlain(settings) { return PlainDisplay() }
    return try fullScreen(settings)
  }

  /// Takes the whole terminal, whatever is asked for: for what cannot be shown line by line.
  func fullScreen(_ settings: Settings) throws(Failure) -> FullScreen {
    try FullScreen(themes: try Themes.shelf(beginningWith: theme, or: settings.theme), keymap: settings.keymap)
  }

  private func isPlain(_ settings: Settings) -> Bool {
    plain || Environment.value("ACCESSIBLE") == "1" || settings.defaults.plain
  }
}
