import ParleyCore

/// The Mustache templates of the record, made of its sections.
enum RecordTemplate {
  /// Markdown with its head in YAML.
  static func markdown(in words: DocumentWording) -> String { frontMatter + body(in: words) }

  /// Markdown without its head in YAML.
  static func body(in words: DocumentWording) -> String {
    MarkdownTemplate.head(in: words) + MarkdownTemplate(RecordSection.all.layouts, in: words).text
  }

  /// HTML, between the first and the last tag.
  static func html(in words: DocumentWording) -> String {
    HtmlTemplate.head + HtmlTemplate(RecordSection.all.layouts, in: words).text
  }

  /// YAML, whose values ``RecordPage`` has quoted.
  private static let frontMatter = """
    ---
    parley: 1
    session: {{{session}}}
    title: {{{quotedTitle}}}
    status: {{{status}}}
    kind: {{{kind}}}
    started: {{{started}}}
    ended: {{{ended}}}
    facilitator: {{{facilitator}}}
    note-taker: {{{noteTaker}}}
    ---


    """
}

extension [RecordSection] {
  /// Sections that are laid out alike, one after the other, are rows of one layout.
  var layouts: [RecordLayout] {
    compactMap(\.layout).reduce(into: []) { layouts, next in
      if layouts.last != next { layouts.append(next) }
    }
  }
}
