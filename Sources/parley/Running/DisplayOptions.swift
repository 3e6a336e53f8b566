import ArgumentParser
import ParleyUI

/// How a session is shown.
struct DisplayOptions: ParsableArguments {
  @Option(help: "The theme: its name or its file.")
  var theme: String?

  @Flag(help: "Line by line, for screen readers and dumb terminals; ACCESSIBLE=1 asks for it too.")
  var plain = false

  var isPlain: Bool { plain || Environment.value("ACCESSIBLE") == "1" }

  /// Whether it can be shown here, as far as can be told without taking the terminal.
  var isPossible: Bool { isPlain || FullScreen.isPossible }

  /// Takes the terminal.
  func display(_ settings: Settings) throws(Failure) -> any Display {
    if isPlain { return PlainDisplay() }
    return try FullScreen(themes: try Themes.shelf(beginningWith: theme, or: settings.theme), keymap: settings.keymap)
  }
}
