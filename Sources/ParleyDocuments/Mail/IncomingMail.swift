import ParleyCore

/// An answer by mail: whose it is, and what it says.
struct IncomingMail {
  /// The comments that it makes: more than one where it is longer than a comment may be.
  let comments: [GivenComment]
  let notices: [String]

  /// - Parameter who: whose it is, where the sender does not count.
  /// - Throws: `CommentFault` for an automatic reply, for one that says nothing, and for one that is nobody's.
  init(_ file: MailFile, of who: String?, people: [Stakeholder]) throws(CommentFault) {
    if file.count > 1 { throw .severalMails(file.count) }
    guard let mail = try MailMessage(file.bytes) else { throw .nothingSaid }
    if let sign = AutomaticReply.sign(of: mail) { throw .automatic(sign) }
    let sender: String
    if let who { sender = who } else { sender = try MailSender(people: people).person(of: mail).id.text }
    let said = try IncomingMail.words(mail)
    if said.text.isEmpty { throw .nothingSaid }
    guard said.text.utf8.count <= IncomingMail.longest else { throw .tooLong(bytes: said.text.utf8.count) }
    let id = mail.header("Message-ID")
    comments = IncomingMail.parts(of: said.text).map { GivenComment(who: sender, text: $0, mail: id) }
    notices = said.notices
  }

  /// The plain text, or the page where that has no words of the writer's.
  private static func words(_ mail: MailMessage) throws(CommentFault) -> OwnWords {
    let facts = OwnWords.Facts(
      subject: mail.header("Subject"), sender: mail.from.first?.name ?? "", isFromList: MailSender.isFromList(mail))
    let plain = try OwnWords(in: try MailText.lines(of: mail, .plain), of: facts)
    return plain.text.isEmpty ? try OwnWords(in: try MailText.lines(of: mail, .page), of: facts) : plain
  }

  private static let longest = 1 << 16

  /// As many parts as comments are needed; none is cut within a word that fits.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    for word in text.split(separator: " ") {
      if let last = parts.last, last.utf8.count + 1 + word.utf8.count <= GivenComment.longest {
        parts[parts.count - 1] += " " + word
      } else {
        parts += pieces(of: word)
      }
    }
    return parts
  }

  private static func pieces(of word: Substring) -> [String] {
    guard word.utf8.count > GivenComment.longest else { return [String(word)] }
    var pieces = [""]
    for scalar in word.unicodeScalars {
      if pieces[pieces.count - 1].utf8.count + 4 > GivenComment.longest { pieces.append("") }
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
    }
    return pieces
  }
}
