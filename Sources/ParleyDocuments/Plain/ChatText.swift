import ParleyCore

// What Slack and Teams both show well when it is pasted or posted: *bold* between single asterisks, bullets, bare addresses.
// Neither has tables, and a heading of Markdown is a line with a # before it.

extension String {
  /// The text on one line of a chat, in which nothing calls anybody: not `@name`, and not Slack's `<!channel>`. What would
  /// begin another style is a sign that looks like it.
  var chat: String {
    let looks: [Unicode.Scalar: Unicode.Scalar] = [
      "<": "\u{FF1C}", ">": "\u{FF1E}", "*": "\u{2217}", "~": "\u{223C}", "`": "\u{02CB}",
    ]
    return String(String.UnicodeScalarView(cleaned.withoutMentions.unicodeScalars.map { looks[$0] ?? $0 }))
  }
}

/// Words that lead somewhere, in a chat.
func chatLink(_ words: String, to address: String) -> String {
  if address.hasPrefix("#") { return words.chat }
  return words == address ? address.asAddress : "\(words.chat): \(address.asAddress)"
}
