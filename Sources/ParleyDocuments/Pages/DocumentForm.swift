import ParleyCore

/// What kind of text a template makes, and so how what people wrote is kept from being more than words in it.
///
/// Theory: a page holds plain text, and only the form decides how it is written. So one page serves every template,
/// a template of the user's own included, and none of them can forget to escape.
enum DocumentForm {
  case markdown, html, plain, chat

  /// Fills a template. Throws where it is no Mustache template.
  func fill(_ template: String, with page: Any, most: Int = .max) throws(TemplateFault) -> String {
    try Template(template).filled(with: page, most: most, escape: escape)
  }

  private func escape(_ text: String) -> String {
    switch self {
    case .markdown: text.written({ $0.markdown }, link: markdownLink)
    case .html: text.written({ $0.html }, link: htmlLink)
    case .plain: text.written({ $0.plain }, link: plainLink)
    case .chat: text.written({ $0.chat }, link: chatLink)
    }
  }
}
