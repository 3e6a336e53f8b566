import ParleyCore

// Theory: a mail that a person looks at and sends. An address is one that a plan gave, or there is none: people without
// one stand in an empty group (RFC 5322, 3.4; RFC 6854 for `From`), which carries their names in front of the reader's
// eyes and reaches nobody. `X-Unsent` makes programs open it as a draft. Each header is one line of clean text before it
// is encoded, so nothing in a name can begin another header; bodies are quoted-printable, whose lines cannot hold the
// boundary.
/// A mail that has been written and not sent (RFC 5322, MIME).
struct Mail {
  let subject: String
  let from: Person
  let to: [Person]
  /// What stands in place of nobody to write to.
  let nobody: String
  /// Without one, sending gives it.
  let date: Moment?
  /// Names the mail; the same for the same content.
  let id: String
  let plain: String
  let html: String
  /// An invitation to nothing: what is to be done, as an attachment.
  var calendar: String?

  /// A moment in UTC, or in the local time of a zone that is not known.
  struct Moment {
    let at: Instant
    let isUTC: Bool

    init(_ local: Instant, _ zone: ZoneTimes?) { (at, isUTC) = (zone?.utc(local) ?? local, zone != nil) }
  }

  /// Someone in a header.
  struct Person {
    var name: String
    var address: String?
  }

  private static let alternatives = "=_parley_alternatives"
  private static let parts = "=_parley_parts"

  var text: String { (headers + body).joined(separator: "\r\n") + "\r\n" }

  private var headers: [String] {
    [
      MailHeader.people("From", [from]),
      MailHeader.people("To", to.isEmpty ? [Person(name: nobody)] : to),
      MailHeader.words("Subject", subject),
    ] + (date.map { ["Date: \($0.at.mailDate) \($0.isUTC ? "+0000" : "-0000")"] } ?? []) + [
      "Message-ID: <\(id.cleaned.filter(MailHeader.isPlain))@parley.invalid>", "X-Unsent: 1", "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=\"\(Mail.parts)\"", "",
    ]
  }

  private var body: [String] {
    var lines = ["--\(Mail.parts)", "Content-Type: multipart/alternative; boundary=\"\(Mail.alternatives)\"", ""]
    lines += part(Mail.alternatives, "text/plain", plain) + part(Mail.alternatives, "text/html", html)
    lines += ["--\(Mail.alternatives)--", ""]
    if let calendar {
      lines += part(
        Mail.parts, "text/calendar", calendar, more: ["Content-Disposition: attachment; filename=\"parley.ics\""])
    }
    return lines + ["--\(Mail.parts)--"]
  }

  private func part(_ boundary: String, _ type: String, _ content: String, more: [String] = []) -> [String] {
    ["--\(boundary)", "Content-Type: \(type); charset=utf-8"] + more
      + ["Content-Transfer-Encoding: quoted-printable", "", content.quotedPrintable, ""]
  }
}

extension Instant {
  /// `Mon, 28 Jun 2027 15:30:00`. RFC 5322 writes `-0000` after it where the zone is not known.
  fileprivate var mailDate: String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let weekday = days[((date.daysSince1970 % 7) + 7) % 7]
    let time = description.split(separator: "T").last ?? ""
    return "\(weekday), \(date.day) \(months[date.month - 1]) \(date.description.prefix(4)) \(time)"
  }
}

extension Mail.Person {
  /// Whoever leads a session, at the alias where there is one.
  init(leading name: String?, _ mailboxes: Mailboxes, _ words: DocumentWording) {
    self.init(name: name ?? words["mail.facilitator"], address: mailboxes.sendFrom ?? mailboxes.facilitator)
  }
}
