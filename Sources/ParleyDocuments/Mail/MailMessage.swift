import CMail

/// A mail as it came in (RFC 5322, MIME), read by GMime.
final class MailMessage {
  private let mail: OpaquePointer

  /// Nil for what is no mail. Throws `noReader` without GMime.
  init?(_ bytes: [UInt8]) throws(CommentFault) {
    guard parley_mail_load() else { throw .noReader(of: "a mail", package: MailLibraries.gmime.package) }
    guard let mail = parley_mail_read(bytes, bytes.count) else { return nil }
    self.mail = mail
  }

  deinit { parley_mail_close(mail) }

  /// The first header with a name, decoded; nil without one, and for one that says nothing.
  func header(_ name: String) -> String? {
    parley_mail_header(mail, name).map { MailCharset.mended(String(cString: $0)).cleaned }.flatMap {
      $0.isEmpty ? nil : $0
    }
  }

  /// Who `From` names.
  var from: [Mailbox] { mailboxes(replyTo: false) }

  /// Who `Reply-To` names.
  var replyTo: [Mailbox] { mailboxes(replyTo: true) }

  /// The outermost part; what it refers to ends with the mail.
  var root: MailPart? { parley_mail_root(mail).map { MailPart(part: $0, of: self) } }

  private func mailboxes(replyTo: Bool) -> [Mailbox] {
    var found: [Mailbox] = []
    var (name, address): (UnsafePointer<CChar>?, UnsafePointer<CChar>?)
    while found.count < 100, parley_mail_address(mail, replyTo, Int32(found.count), &name, &address) {
      found.append(Mailbox(name: MailMessage.text(name), address: MailMessage.text(address)))
    }
    return found
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { MailCharset.mended(String(cString: $0)).cleaned } ?? ""
  }
}

/// Someone who sends mail: either may be empty.
struct Mailbox: Hashable {
  var name: String
  var address: String

  /// As a message says it.
  var shown: String { name.isEmpty ? address : address.isEmpty ? name : "\(name) <\(address)>" }
}

/// A part of a mail.
struct MailPart {
  private let part: UnsafeMutableRawPointer
  /// Keeps what `part` points to.
  private let mail: MailMessage

  fileprivate init(part: UnsafeMutableRawPointer, of mail: MailMessage) { (self.part, self.mail) = (part, mail) }

  /// `text/plain`, in small letters.
  var type: String {
    guard let owned = parley_mail_part_type(part) else { return "text/plain" }
    defer { parley_mail_free(owned) }
    return String(cString: owned).lowercased()
  }

  var isLeaf: Bool { parley_mail_part_kind(part) == PARLEY_MAIL_LEAF }
  var isAttachment: Bool {
    parley_mail_part_disposition(part).map { String(cString: $0).lowercased() == "attachment" } ?? false
  }

  /// The parts of a multipart.
  var parts: [MailPart] {
    guard parley_mail_part_kind(part) == PARLEY_MAIL_MULTIPART else { return [] }
    return (0..<parley_mail_part_count(part)).compactMap { index in
      parley_mail_part_at(part, index).map { MailPart(part: $0, of: mail) }
    }
  }

  /// A parameter of its type, in small letters: `charset`, `format`.
  func parameter(_ name: String) -> String? {
    parley_mail_part_parameter(part, name).map { String(cString: $0).lowercased() }
  }

  /// The content of a leaf, without its transfer encoding.
  var content: [UInt8] {
    var count = 0
    guard let owned = parley_mail_part_content(part, &count) else { return [] }
    defer { parley_mail_free(owned) }
    return Array(UnsafeBufferPointer(start: owned, count: count))
  }
}
