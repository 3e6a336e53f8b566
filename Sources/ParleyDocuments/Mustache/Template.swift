// Theory: by hand, after the specification of Mustache (github.com/mustache/spec 1.4: interpolation, sections, inverted
// sections, comments, delimiters; no partials, since a template is one file). The library for it comes with Foundation,
// and so with ICU, which was half of the whole program (34 of 75 MB); it read one section within another by recursion,
// which a hostile template used to end the program; and it took the square of a template's length in time.
/// A Mustache template: text, and tags in it that values fill.
struct Template {
  /// The most sections that may stand within one another: filling goes down by recursion.
  static let deepest = 32
  /// The most parts that are filled of a template that somebody made, each as often as its section repeats it: a section
  /// within itself repeats itself over and over. Parley's own templates have no such sections, and no limit.
  static let most = 1_000_000
  /// The most bytes of a template.
  static let largest = 256 * 1024

  let parts: [Part]

  indirect enum Part {
    case text(String)
    /// A raw value is written as it is.
    case value(Name, isRaw: Bool)
    case section(Name, Section, [Part])
  }

  /// When the parts of a section are there.
  enum Section {
    /// Once for each value of a list, or for one that there is.
    case filled
    /// Where there is none.
    case inverted
    /// A block that another template might replace: as it stands.
    case block
    /// A template that stands elsewhere: never.
    case parent
  }

  /// The way to a value: `goal.name`, where the first part is looked for outwards; `.name` only here; `.` is the value
  /// here itself.
  struct Name {
    let parts: [String]
    let isHere: Bool

    init(_ text: String) {
      parts = text.split(separator: ".").map(String.init)
      isHere = text.hasPrefix(".")
    }
  }

  /// Throws ``TemplateFault`` where the text is no template.
  init(_ text: String) throws(TemplateFault) { parts = try TemplateReader.parts(of: text) }

  /// The text with its tags filled. Throws ``TemplateFault`` where that has no end: a section that repeats itself, within
  /// itself, over and over.
  ///
  /// - Parameters:
  ///   - most: how many parts are filled before it is given up.
  ///   - escape: makes a value safe for the form of the text.
  func filled(
    with page: Any, most: Int = .max, escape: @escaping (String) -> String
  ) throws(TemplateFault) -> String {
    var filling = TemplateFilling(page, most: most, escape)
    try filling.add(parts)
    return filling.text
  }
}
