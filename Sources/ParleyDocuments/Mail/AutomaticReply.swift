/// Whether a program answered in a person's place (RFC 3834), and by what it is known.
enum AutomaticReply {
  /// The header that says so; nil for a person's mail.
  static func sign(of mail: MailMessage) -> String? {
    let says = { (name: String) in mail.header(name).map { (name: name, value: $0.lowercased()) } }
    if let auto = says("Auto-Submitted"), !auto.value.hasPrefix("no") { return "Auto-Submitted: \(auto.value)" }
    for name in ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Failed-Recipients"] {
      if let found = says(name), found.value != "no" { return "\(name): \(found.value)" }
    }
    if let precedence = says("Precedence"), ["auto_reply", "auto-reply"].contains(precedence.value) {
      return "Precedence: \(precedence.value)"
    }
    // Some lists put others of its values into every mail; `All` stands in answers of programs.
    if let asks = says("X-Auto-Response-Suppress"),
      asks.value.split(separator: ",").contains(where: { $0.trimmed == "all" })
    {
      return "X-Auto-Response-Suppress: \(asks.value)"
    }
    if mail.header("Return-Path")?.filter({ $0 != " " }) == "<>" { return "Return-Path: <>" }
    if let report = report(mail) { return report }
    return subject(mail)
  }

  private static func report(_ mail: MailMessage) -> String? {
    if mail.root?.type == "multipart/report" { return "a report on a mail's delivery" }
    let senders = mail.from.compactMap { $0.address.split(separator: "@").first?.lowercased() }
    return senders.first { ["mailer-daemon", "postmaster"].contains($0) }.map { "From: \($0)" }
  }

  private static func subject(_ mail: MailMessage) -> String? {
    guard let subject = mail.header("Subject") else { return nil }
    let begin = subject.lowercased()
    return beginnings.contains(where: begin.hasPrefix) ? "Subject: \(subject)" : nil
  }

  /// As mail programs begin the subject of such an answer; `Re:` before it is a person's.
  private static let beginnings = [
    "automatic reply", "auto reply", "auto-reply", "autoreply", "auto:", "out of office", "out-of-office", "vacation:",
    "automatische antwort", "abwesenheitsnotiz", "abwesend:", "réponse automatique", "absence du bureau",
    "respuesta automática", "fuera de la oficina", "risposta automatica", "fuori sede", "automatisch antwoord",
    "afwezig", "resposta automática", "autosvar", "automatiskt svar", "automatisk svar", "automaattinen vastaus",
    "automatyczna odpowiedź", "odpowiedź automatyczna", "automatická odpověď", "автоматический ответ", "автоответ",
    "автоматична відповідь", "otomatik yanıt", "automatikus válasz", "răspuns automat", "αυτόματη απάντηση",
    "自動応答", "自動返信", "自动答复", "自动回复", "자동 회신",
  ]
}
