import CMail

// Theory: what a mail declares is what its program believed. Those that declare ISO 8859-1 mean Windows 1252, of which it
// is a part; the same holds for a few others (WHATWG, Encoding). What is declared wrongly, or not at all, is UTF-8 where
// it can be, since hardly anything else looks like it.
/// The text of bytes that came in a mail.
enum MailCharset {
  static func text(_ bytes: [UInt8], declared: String?) -> String {
    let name = meant(declared)
    if let name, name != "utf-8", let text = converted(bytes, name) { return mended(text) }
    return mended(unicode(bytes) ?? converted(bytes, "windows-1252") ?? "")
  }

  /// Windows 1252 where ISO 8859-1 left control characters that nobody writes.
  static func mended(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let index = Int(scalar.value) - 0x80
      out.append(windows.indices.contains(index) ? windows[index] : scalar)
    }
    return String(out)
  }

  /// Windows 1252 from 0x80 to 0x9F.
  private static let windows = Array(
    "\u{20AC}\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  /// Nil for none, and for what declares plain ASCII.
  private static func meant(_ declared: String?) -> String? {
    switch declared {
    case nil, "", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "binary", "8bit", "default": nil
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "cp1252": "windows-1252"
    case "utf8", "unicode-1-1-utf-8", "utf-8": "utf-8"
    case "iso-8859-9": "windows-1254"
    case "iso-8859-11", "tis-620": "windows-874"
    case "shift_jis", "shift-jis", "x-sjis", "sjis", "ms_kanji": "cp932"
    case "gb2312", "gb_2312-80", "gbk", "x-gbk": "gb18030"
    case "ks_c_5601-1987", "euc-kr", "ks_c_5601": "cp949"
    case let name?: name
    }
  }

  /// UTF-8, with a character of replacement for each fault where most of it is; nil where it is something else.
  private static func unicode(_ bytes: [UInt8]) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let text = String(decoding: bytes, as: UTF8.self)
    let foreign = text.unicodeScalars.reduce(into: (whole: 0, broken: 0)) { count, scalar in
      if scalar.value == 0xFFFD { count.broken += 1 } else if scalar.value >= 0x80 { count.whole += 1 }
    }
    return foreign.whole > foreign.broken ? text : nil
  }

  private static func converted(_ bytes: [UInt8], _ charset: String) -> String? {
    var length = 0
    guard let owned = parley_mail_utf8(charset, bytes, bytes.count, &length) else { return nil }
    defer { parley_mail_free(owned) }
    return owned.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
  }
}
