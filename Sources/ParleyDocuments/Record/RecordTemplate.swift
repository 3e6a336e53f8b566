import ParleyCore

/// The Mustache templates of the record, made of its sections.
enum RecordTemplate {
  /// Markdown with its head in YAML.
  static let markdown = frontMatter + body

  /// Markdown without its head in YAML.
  static let body = MarkdownTemplate.head + MarkdownTemplate(RecordSection.all.layouts).text

  /// HTML, between the first and the last tag.
  static let html = HtmlTemplate.head + HtmlTemplate(RecordSection.all.layouts).text

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
