import ParleyTerminal

extension Theme {
  /// The default, compiled in so that a start reads no file; the same as `themes/parley-dark.toml`.
  /// It leaves the terminal's own background and text colour.
  public static let parleyDark = Theme(name: "parley-dark", styles: ParleyDark.styles)
}

private enum ParleyDark {
  static let grey = Color.rgb(0x86, 0x8e, 0x9c)
  static let faint = Color.rgb(0x5b, 0x64, 0x72)
  static let sky = Color.rgb(0x6c, 0xb6, 0xff)
  static let green = Color.rgb(0x3f, 0xcf, 0x8e)
  static let yellow = Color.rgb(0xf2, 0xc9, 0x4c)
  static let red = Color.rgb(0xff, 0x6b, 0x6b)
  static let night = Color.rgb(0x26, 0x4f, 0x78)
  static let white = Color.rgb(0xff, 0xff, 0xff)
  static let black = Color.rgb(0x10, 0x14, 0x1a)

  static let styles: [Role: Style] = [
    .text: .plain,
    .dim: Style(foreground: grey),
    .title: Style(attributes: .bold),
    .heading: Style(foreground: sky, attributes: .bold),
    .border: Style(foreground: faint),
    .borderFocus: Style(foreground: sky),
    .selection: Style(foreground: white, background: night, attributes: .bold),
    .proposal: Style(foreground: yellow),
    .agreed: Style(foreground: green, attributes: .bold),
    .dotGreen: Style(foreground: green),
    .dotYellow: Style(foreground: yellow),
    .dotRed: Style(foreground: red, attributes: .bold),
    .dotAbstain: Style(foreground: grey),
    .dotSilent: Style(foreground: grey),
    .dotAbsent: Style(foreground: faint),
    .countdownCalm: Style(attributes: .bold),
    .countdownWarning: Style(foreground: yellow, attributes: .bold),
    .countdownPress: Style(foreground: black, background: yellow, attributes: .bold),
    .countdownOver: Style(foreground: white, background: .rgb(0xb3, 0x26, 0x1e), attributes: .bold),
    .countdownPaused: Style(foreground: grey),
    .barDone: Style(foreground: sky),
    .barOpen: Style(foreground: faint),
    .stepDone: Style(foreground: green),
    .stepCurrent: Style(foreground: sky, attributes: .bold),
    .stepAhead: Style(foreground: grey),
    .goalOnTable: Style(foreground: sky, attributes: .bold),
    .metric: Style(attributes: .bold),
    .settled: Style(foreground: green),
    .full: Style(foreground: yellow),
    .overfull: Style(foreground: red, attributes: .bold),
    .phrase: Style(attributes: .italic),
    .person: Style(foreground: sky, attributes: .bold),
    .key: Style(foreground: sky, attributes: .bold),
    .keyLabel: Style(foreground: grey),
    .notice: Style(foreground: green),
    .warning: Style(foreground: yellow, attributes: .bold),
    .refusal: Style(foreground: red, attributes: .bold),
    .input: .plain,
    .inputPrompt: Style(foreground: sky, attributes: .bold),
    .hint: Style(foreground: grey),
    .completion: Style(foreground: grey),
    .completionSelected: Style(foreground: white, background: night, attributes: .bold),
    .field: Style(attributes: .underline),
    .fieldFocus: Style(foreground: white, background: night),
  ]
}
