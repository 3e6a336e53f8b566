import Mustache
import ParleyCore

/// What kind of text a template makes, and so how what people wrote is kept from being more than words in it.
///
/// Theory: a page holds plain text, and only the form decides how it is written. So one page serves every template,
/// a template of the user's own included, and none of them can forget to escape.
enum DocumentForm: String, CaseIterable {
  case markdown, html, plain, chat

  /// Fills a template. Throws ``TemplateFault`` when it is no Mustache template.
  func fill(_ template: String, with page: Any) throws -> String {
    DocumentForm.areRegistered
    try TemplateCheck.check(template)
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(name)}}\n" + template).render(page)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateFault(error, in: template, prefixed: 1)
    }
  }

  private var name: String { "PARLEY-\(rawValue.uppercased())" }

  /// Mustache finds a content type by its name.
  private static let areRegistered: Void = {
    for form in allCases { MustacheContentTypes.register(Escaping(form: form), named: form.name) }
  }()

  private struct Escaping: MustacheContentType {
    let form: DocumentForm

    func escapeText(_ text: String) -> String {
      switch form {
      case .markdown: text.written({ $0.markdown }, link: markdownLink)
      case .html: text.written({ $0.html }, link: htmlLink)
      case .plain: text.written({ $0.plain }, link: plainLink)
      case .chat: text.written({ $0.chat }, link: chatLink)
      }
    }
  }
}
