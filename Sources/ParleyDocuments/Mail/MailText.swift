// Theory: a mail says the same thing in several forms (multipart/alternative), or one thing in several parts
// (multipart/mixed, where Apple cuts the text at each picture). The plain form is taken where it has words; what is
// attached is nobody's answer. Mails are foreign, so nothing is followed deeper than people nest parts.
/// What a mail says, in lines.
struct MailText {
  /// Which form of it is preferred.
  enum Form { case plain, page }

  let form: Form

  private static let deepest = 40

  /// The lines that a mail shows to its reader.
  static func lines(of mail: MailMessage, _ form: Form) throws(CommentFault) -> [MailLine] {
    guard let root = mail.root else { return [] }
    return try MailText(form: form).lines(root, depth: 0) ?? []
  }

  /// Nil for what is no text.
  private func lines(_ part: MailPart, depth: Int) throws(CommentFault) -> [MailLine]? {
    if depth > MailText.deepest || part.isAttachment { return nil }
    let type = part.type
    switch type {
    case "multipart/alternative": return try preferred(part.parts, depth)
    case "multipart/related", "multipart/signed", "multipart/report", "multipart/appledouble":
      return try part.parts.first.map { first throws(CommentFault) in try lines(first, depth: depth + 1) } ?? nil
    case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime": throw .sealed
    case "text/plain", "text": return try plain(part)
    case "text/html", "application/xhtml+xml": return try HTMLLines.of(page(part))
    default: return try type.hasPrefix("multipart/") ? all(part.parts, depth) : nil
    }
  }

  private func all(_ parts: [MailPart], _ depth: Int) throws(CommentFault) -> [MailLine]? {
    var found: [MailLine]?
    for part in parts {
      guard let lines = try lines(part, depth: depth + 1) else { continue }
      found = (found ?? []) + lines
    }
    return found
  }

  private func preferred(_ parts: [MailPart], _ depth: Int) throws(CommentFault) -> [MailLine]? {
    var best: [MailLine]?
    for part in form == .plain ? parts : parts.reversed() {
      guard let lines = try lines(part, depth: depth + 1) else { continue }
      if lines.contains(where: { !$0.isBlank && !$0.isRule }) { return lines }
      best = best ?? lines
    }
    return best
  }

  private func plain(_ part: MailPart) throws(CommentFault) -> [MailLine] {
    let text = MailCharset.text(part.content, declared: part.parameter("charset"))
    if text.contains("-----BEGIN PGP MESSAGE-----") { throw .sealed }
    return MailLine.plain(
      text, isFlowed: part.parameter("format") == "flowed", deletesSpace: part.parameter("delsp") == "yes")
  }

  /// A page that declares no charset in its part may do so in its head.
  private func page(_ part: MailPart) -> String {
    let content = part.content
    let head = String(decoding: content.prefix(2048), as: UTF8.self).lowercased()
    let inHead = head.firstRange(of: "charset=").map { range in
      String(head[range.upperBound...].drop { "\"' ".contains($0) }.prefix { !"\"'; />".contains($0) })
    }
    return MailCharset.text(content, declared: part.parameter("charset") ?? inHead)
  }
}
