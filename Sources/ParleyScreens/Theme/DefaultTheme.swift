extension Theme {
  /// The default, as `themes/parley-dark.toml` has it. It leaves the terminal's own background and text colour.
  ///
  /// Without a file there is no fault to tell; a test holds that this one has none.
  public static let parleyDark = Theme(
    name: "parley-dark",
    styles: BuiltInThemes.text("parley-dark").flatMap { try? ThemeReader($0, file: "parley-dark") }?.styles ?? [:])
}
