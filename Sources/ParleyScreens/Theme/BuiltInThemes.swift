/// The texts of the themes in `themes/`, compiled in so that an installed program needs no files. They are
/// read only when one is chosen; a test holds them to the files.
enum BuiltInThemes {
  static let names = ["parley-dark", "light", "high-contrast", "colour-blind"]

  static func text(_ name: String) -> String? {
    switch name {
    case "parley-dark": parleyDark
    case "light": light
    case "high-contrast": highContrast
    case "colour-blind": colourBlind
    default: nil
    }
  }

  private static let parleyDark = #"""
    # Parley's default. It leaves the terminal's own background and text colour, so that it suits any dark one.
    # A theme names what things are (roles) and how each looks: a colour of the palette, `#rrggbb`, one of the
    # terminal's sixteen by name (`red`, `bright-blue`), or `default`. A role left out looks like its parent.

    name = "parley-dark"

    [palette]
    grey = "#868e9c"
    faint = "#5b6472"
    sky = "#6cb6ff"
    green = "#3fcf8e"
    yellow = "#f2c94c"
    red = "#ff6b6b"
    night = "#264f78"
    white = "#ffffff"
    black = "#10141a"
    over = "#b3261e"

    [styles]
    text = {}
    dim = { fg = "grey" }
    title = { attributes = ["bold"] }
    heading = { fg = "sky", attributes = ["bold"] }
    border = { fg = "faint" }
    border-focus = { fg = "sky" }
    selection = { fg = "white", bg = "night", attributes = ["bold"] }
    proposal = { fg = "yellow" }
    agreed = { fg = "green", attributes = ["bold"] }

    # Dots
    dot-green = { fg = "green" }
    dot-yellow = { fg = "yellow" }
    dot-red = { fg = "red", attributes = ["bold"] }
    dot-abstain = { fg = "grey" }
    dot-silent = { fg = "grey" }
    dot-absent = { fg = "faint" }

    # The countdown
    countdown-calm = { attributes = ["bold"] }
    countdown-warning = { fg = "yellow", attributes = ["bold"] }
    countdown-press = { fg = "black", bg = "yellow", attributes = ["bold"] }
    countdown-over = { fg = "white", bg = "over", attributes = ["bold"] }
    countdown-paused = { fg = "grey" }
    bar-done = { fg = "sky" }
    bar-open = { fg = "faint" }

    # Steps
    step-done = { fg = "green" }
    step-current = { fg = "sky", attributes = ["bold"] }
    step-ahead = { fg = "grey" }

    # Goals
    goal-on-table = { fg = "sky", attributes = ["bold"] }
    metric = { attributes = ["bold"] }
    settled = { fg = "green" }
    full = { fg = "yellow" }
    over-full = { fg = "red", attributes = ["bold"] }

    # What to say
    phrase = { attributes = ["italic"] }
    person = { fg = "sky", attributes = ["bold"] }

    # Keys and messages
    key = { fg = "sky", attributes = ["bold"] }
    key-label = { fg = "grey" }
    notice = { fg = "green" }
    warning = { fg = "yellow", attributes = ["bold"] }
    refusal = { fg = "red", attributes = ["bold"] }

    # Typing
    input = {}
    input-prompt = { fg = "sky", attributes = ["bold"] }
    hint = { fg = "grey" }
    completion = { fg = "grey" }
    completion-selected = { fg = "white", bg = "night", attributes = ["bold"] }
    field = { attributes = ["underline"] }
    field-focus = { fg = "white", bg = "night" }

    """#

  private static let light = #"""
    # For a bright room and a projector: dark text on a background of its own.
    name = "light"

    [palette]
    paper = "#fcfbf8"
    ink = "#1f2430"
    grey = "#5a606b"
    line = "#868c98"
    blue = "#0b5cad"
    green = "#13795b"
    amber = "#9a6700"
    red = "#c02020"
    wash = "#d7e6f7"
    white = "#ffffff"

    [styles]
    text = { fg = "ink", bg = "paper" }
    dim = { fg = "grey" }
    title = { fg = "ink", attributes = ["bold"] }
    heading = { fg = "blue", attributes = ["bold"] }
    border = { fg = "line" }
    border-focus = { fg = "blue" }
    selection = { fg = "white", bg = "blue", attributes = ["bold"] }
    proposal = { fg = "amber" }
    agreed = { fg = "green", attributes = ["bold"] }

    # Dots
    dot-green = { fg = "green" }
    dot-yellow = { fg = "amber" }
    dot-red = { fg = "red", attributes = ["bold"] }
    dot-abstain = { fg = "grey" }
    dot-silent = { fg = "grey" }
    dot-absent = { fg = "line" }

    # The countdown
    countdown-calm = { attributes = ["bold"] }
    countdown-warning = { fg = "amber", attributes = ["bold"] }
    countdown-press = { fg = "white", bg = "amber", attributes = ["bold"] }
    countdown-over = { fg = "white", bg = "red", attributes = ["bold"] }
    countdown-paused = { fg = "grey" }
    bar-done = { fg = "blue" }
    bar-open = { fg = "line" }

    # Steps
    step-done = { fg = "green" }
    step-current = { fg = "blue", attributes = ["bold"] }
    step-ahead = { fg = "grey" }

    # Goals
    goal-on-table = { fg = "blue", attributes = ["bold"] }
    metric = { fg = "ink", attributes = ["bold"] }
    settled = { fg = "green" }
    full = { fg = "amber" }
    over-full = { fg = "red", attributes = ["bold"] }

    # What to say
    phrase = { attributes = ["italic"] }
    person = { fg = "blue", attributes = ["bold"] }

    # Keys and messages
    key = { fg = "blue", attributes = ["bold"] }
    key-label = { fg = "grey" }
    notice = { fg = "green" }
    warning = { fg = "amber", attributes = ["bold"] }
    refusal = { fg = "red", attributes = ["bold"] }

    # Typing
    input = { fg = "ink" }
    input-prompt = { fg = "blue", attributes = ["bold"] }
    hint = { fg = "grey" }
    completion = { fg = "grey" }
    completion-selected = { fg = "white", bg = "blue", attributes = ["bold"] }
    field = { attributes = ["underline"] }
    field-focus = { fg = "ink", bg = "wash" }

    """#

  private static let highContrast = #"""
    # White and few strong colours on black; nothing is told by a shade alone.
    name = "high-contrast"

    [palette]
    black = "#000000"
    white = "#ffffff"
    soft = "#d8d8d8"
    cyan = "#00e5ff"
    green = "#00ff66"
    yellow = "#ffff00"
    red = "#ff4040"

    [styles]
    text = { fg = "white", bg = "black" }
    dim = { fg = "soft" }
    title = { fg = "white", attributes = ["bold"] }
    heading = { fg = "cyan", attributes = ["bold"] }
    border = { fg = "white" }
    border-focus = { fg = "yellow", attributes = ["bold"] }
    selection = { fg = "black", bg = "yellow", attributes = ["bold"] }
    proposal = { fg = "yellow", attributes = ["bold"] }
    agreed = { fg = "green", attributes = ["bold"] }

    # Dots
    dot-green = { fg = "green", attributes = ["bold"] }
    dot-yellow = { fg = "yellow", attributes = ["bold"] }
    dot-red = { fg = "red", attributes = ["bold"] }
    dot-abstain = { fg = "white" }
    dot-silent = { fg = "white" }
    dot-absent = { fg = "soft" }

    # The countdown
    countdown-calm = { fg = "white", attributes = ["bold"] }
    countdown-warning = { fg = "yellow", attributes = ["bold"] }
    countdown-press = { fg = "black", bg = "yellow", attributes = ["bold"] }
    countdown-over = { fg = "black", bg = "red", attributes = ["bold"] }
    countdown-paused = { fg = "soft" }
    bar-done = { fg = "cyan" }
    bar-open = { fg = "soft" }

    # Steps
    step-done = { fg = "green", attributes = ["bold"] }
    step-current = { fg = "black", bg = "cyan", attributes = ["bold"] }
    step-ahead = { fg = "white" }

    # Goals
    goal-on-table = { fg = "cyan", attributes = ["bold"] }
    metric = { fg = "white", attributes = ["bold"] }
    settled = { fg = "green", attributes = ["bold"] }
    full = { fg = "yellow", attributes = ["bold"] }
    over-full = { fg = "red", attributes = ["bold"] }

    # What to say
    phrase = { fg = "white", attributes = ["bold"] }
    person = { fg = "cyan", attributes = ["bold"] }

    # Keys and messages
    key = { fg = "cyan", attributes = ["bold"] }
    key-label = { fg = "white" }
    notice = { fg = "green", attributes = ["bold"] }
    warning = { fg = "yellow", attributes = ["bold"] }
    refusal = { fg = "red", attributes = ["bold"] }

    # Typing
    input = { fg = "white" }
    input-prompt = { fg = "cyan", attributes = ["bold"] }
    hint = { fg = "soft" }
    completion = { fg = "white" }
    completion-selected = { fg = "black", bg = "yellow", attributes = ["bold"] }
    field = { fg = "white", attributes = ["underline"] }
    field-focus = { fg = "black", bg = "cyan" }

    """#

  private static let colourBlind = #"""
    # The colours of Okabe and Ito, which stay apart for those who do not tell red from green.
    name = "colour-blind"
    inherits = "parley-dark"

    [palette]
    green = "#009e73"
    yellow = "#f0e442"
    vermillion = "#d55e00"
    sky = "#56b4e9"
    black = "#000000"
    white = "#ffffff"

    [styles]
    heading = { fg = "sky", attributes = ["bold"] }
    border-focus = { fg = "sky" }
    proposal = { fg = "yellow" }
    agreed = { fg = "green", attributes = ["bold"] }

    # Dots
    dot-green = { fg = "green" }
    dot-yellow = { fg = "yellow" }
    dot-red = { fg = "vermillion", attributes = ["bold"] }

    # The countdown
    countdown-warning = { fg = "yellow", attributes = ["bold"] }
    countdown-press = { fg = "black", bg = "yellow", attributes = ["bold"] }
    countdown-over = { fg = "black", bg = "vermillion", attributes = ["bold"] }
    bar-done = { fg = "sky" }

    # Steps
    step-done = { fg = "green" }
    step-current = { fg = "sky", attributes = ["bold"] }

    # Goals
    goal-on-table = { fg = "sky", attributes = ["bold"] }
    settled = { fg = "green" }
    full = { fg = "yellow" }
    over-full = { fg = "vermillion", attributes = ["bold"] }

    # What to say
    person = { fg = "sky", attributes = ["bold"] }

    # Keys and messages
    key = { fg = "sky", attributes = ["bold"] }
    notice = { fg = "green" }
    warning = { fg = "yellow", attributes = ["bold"] }
    refusal = { fg = "vermillion", attributes = ["bold"] }
    input-prompt = { fg = "sky", attributes = ["bold"] }

    """#
}
