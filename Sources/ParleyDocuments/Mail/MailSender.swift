import ParleyCore

// Theory: an address is one person's, a name may be several people's. A list sends in its own name, and says in `Reply-To`
// whose words they are. Whoever cannot be told from others is asked for, never guessed.
/// Which of the people a mail is from.
struct MailSender {
  let people: [Stakeholder]

  /// Throws `unknownSender` and `ambiguous`.
  func person(of mail: MailMessage) throws(CommentFault) -> Stakeholder {
    let candidates = MailSender.candidates(mail)
    for mailbox in candidates {
      let found = persons(mailbox)
      if found.count > 1 { throw .ambiguous(mailbox.shown, people: found) }
      if let one = found.first { return one }
    }
    throw .unknownSender((candidates.first ?? Mailbox(name: "", address: "")).shown, known: people.map(\.id.text))
  }

  static func isFromList(_ mail: MailMessage) -> Bool {
    ["List-Id", "List-Post", "Mailing-List", "X-Mailman-Version"].contains { mail.header($0) != nil }
      || mail.header("Precedence")?.lowercased() == "list"
  }

  private static func candidates(_ mail: MailMessage) -> [Mailbox] {
    let own = mail.from.map { Mailbox(name: withoutList($0.name), address: $0.address) }
    guard isFromList(mail) else { return own }
    let post = mail.header("List-Post")?.lowercased() ?? ""
    let behind = (mail.replyTo + original(mail)).filter {
      $0.address.isEmpty || !post.contains($0.address.lowercased())
    }
    let isListsOwn = mail.from.contains { sender in
      !sender.address.isEmpty && post.contains(sender.address.lowercased()) || withoutList(sender.name) != sender.name
    }
    return isListsOwn ? behind + own : own + behind
  }

  private static func original(_ mail: MailMessage) -> [Mailbox] {
    guard let text = mail.header("X-Original-From") else { return [] }
    let parts = text.split(separator: "<", maxSplits: 1)
    let address = parts.last.map { $0.prefix { $0 != ">" } } ?? ""
    let name = parts.count == 2 ? parts[0].filter { $0 != "\"" }.trimmed : ""
    return [Mailbox(name: name, address: String(address).trimmed)]
  }

  /// `Kai Moor via Product` is Kai Moor.
  private static func withoutList(_ name: String) -> String {
    name.firstRange(of: " via ").map { String(name[..<$0.lowerBound]).trimmed } ?? name
  }

  /// Everyone whom a mailbox may mean.
  private func persons(_ mailbox: Mailbox) -> [Stakeholder] {
    let address = mailbox.address.lowercased()
    let owners = people.filter { $0.email.map { $0.lowercased() == address } ?? false }
    let named = people.named(mailbox.name.isEmpty ? String(address.prefix { $0 != "@" }) : mailbox.name)
    if owners.count <= 1 { return owners.isEmpty ? told(named, by: address) : owners }
    // An address that several share: the name says whose it is.
    let both = owners.filter(named.contains)
    return both.isEmpty ? owners : both
  }

  /// Of several with one first name, the address may name the other.
  private func told(_ named: [Stakeholder], by address: String) -> [Stakeholder] {
    guard named.count > 1 else { return named }
    let exact = named.filter { $0.name.nameWords == String(address.prefix { $0 != "@" }).nameWords }
    return exact.count == 1 ? exact : named
  }
}

extension [Stakeholder] {
  /// Everyone with a name, in either order of its words (`Moor, Kai`); else who has it as id; else as first name.
  func named(_ name: String) -> [Stakeholder] {
    let words = name.nameWords
    guard !words.isEmpty else { return [] }
    let whole = filter { $0.name.nameWords == words }
    if !whole.isEmpty { return whole }
    let text = name.trimmed.lowercased()
    if let known = first(where: { $0.id.text == text }) { return [known] }
    return filter { $0.name.lowercased().split(separator: " ").first.map(String.init) == text }
  }
}

extension String {
  /// The words of a name without what stands in brackets, in an order of their own.
  fileprivate var nameWords: [String] {
    var depth = 0
    let bare = lowercased().filter { character in
      if "([".contains(character) { depth += 1 }
      defer { if ")]".contains(character) { depth -= 1 } }
      return depth <= 0
    }
    return bare.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init).sorted()
  }
}
