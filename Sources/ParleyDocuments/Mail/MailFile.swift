import ParleyCore

/// The bytes of a file that may be a mail.
struct MailFile {
  /// From the first header on, lines ended as mails end them.
  let bytes: [UInt8]
  /// Whether it came out of a mailbox (mbox), which begins each mail with a line `From `.
  private let isBoxed: Bool

  init(_ file: [UInt8]) {
    var bytes = file[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop { $0 == 0x0A || $0 == 0x0D }
    isBoxed = bytes.starts(with: Array("From ".utf8))
    if isBoxed { bytes = bytes.drop { $0 != 0x0A && $0 != 0x0D }.drop { $0 == 0x0A || $0 == 0x0D } }
    // Old programs end lines with CR alone.
    self.bytes = bytes.contains(0x0A) ? Array(bytes) : bytes.map { $0 == 0x0D ? 0x0A : $0 }
  }

  /// Whether it begins as a mail does: with headers, of which one says from whom it is, or two others are mails' alone.
  var isMail: Bool {
    var names: Set<String> = []
    for line in String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t", !names.isEmpty { continue }
      let name = line.prefix { $0 != ":" }
      guard name.count < line.count, !name.isEmpty, name.allSatisfy({ $0.isASCII && !$0.isWhitespace }) else { break }
      names.insert(name.lowercased())
    }
    return names.contains("from") || names.intersection(MailFile.headers).count >= 2
  }

  /// How many mails stand in it. In a mailbox each begins with `From `, whom and when.
  var count: Int {
    guard isBoxed else { return 1 }
    let mark = Array("\nFrom ".utf8)
    var (count, index) = (1, 0)
    while let next = bytes[index...].firstIndex(of: 0x0A) {
      index = next + 1
      guard bytes[next...].starts(with: mark), next > 0, bytes[next - 1] == 0x0A || bytes[next - 1] == 0x0D else {
        continue
      }
      let line = String(decoding: bytes[index...].prefix(200), as: UTF8.self).prefix { !$0.isNewline }
      if line.contains(/^From \S+ .*\d\d:\d\d.*(19|20)\d\d/) { count += 1 }
    }
    return count
  }

  private static let headers: Set<String> = [
    "return-path", "received", "message-id", "mime-version", "content-type", "content-transfer-encoding",
    "delivered-to",
    "subject", "to", "date", "in-reply-to", "references", "auto-submitted",
  ]
}
