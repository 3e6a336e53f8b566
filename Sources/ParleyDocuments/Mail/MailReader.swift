import ParleyCore

// Written by hand: what is needed of a mail is who sent it and the words above what they quote, and the libraries that
// read mail carry a network with them.
/// A mail as it came in (RFC 5322, MIME): the sender and the plain text, nothing else of it.
struct MailReader {
  /// The display name, or the part before the @ of an address.
  let sender: String?
  /// What was written, without what it answers to and without a signature.
  let words: String

  /// Nil for what is no mail: without a `From` among its first lines.
  init?(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    let part = MailPart(lines[...])
    guard let from = part.header("from") else { return nil }
    sender = MailReader.name(in: MailWords.decoded(from))
    words = MailReader.own(part.plainText ?? "")
  }

  private static func name(in from: String) -> String? {
    let name = from.split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)[0]
      .filter { $0 != "\"" }.cleaned
    if !name.isEmpty, !name.contains("@") { return name }
    let address = from.split(separator: "<").last.map { $0.filter { $0 != ">" } } ?? from
    return address.split(separator: "@").first.map { String($0).cleaned }
  }

  /// Without quoted lines, the line that announces them, and a signature.
  private static func own(_ text: String) -> String {
    var kept: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "-- " || line == "--" || line.hasPrefix("-----Original") { break }
      if line.hasPrefix(">") {
        if let last = kept.last(where: { !$0.allSatisfy(\.isWhitespace) }), last.hasSuffix(":") {
          while let end = kept.popLast(), end != last {}
        }
        continue
      }
      kept.append(line)
    }
    return kept.joined(separator: " ").split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}

/// A part of a mail: its headers, unfolded, and what is under them.
private struct MailPart {
  private var headers: [(name: String, value: String)] = []
  private let body: ArraySlice<String>

  init(_ lines: ArraySlice<String>) {
    var rest = lines
    while let line = rest.first, !line.isEmpty {
      if line.first?.isWhitespace == true, !headers.isEmpty {
        headers[headers.count - 1].value += " " + line.drop(while: \.isWhitespace)
      } else {
        let cut = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard cut.count == 2, cut[0].allSatisfy({ $0.isASCII && !$0.isWhitespace }) else { break }
        headers.append((cut[0].lowercased(), String(cut[1].drop(while: \.isWhitespace))))
      }
      rest = rest.dropFirst()
    }
    body = rest.dropFirst()
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The first plain text in it, however deep.
  var plainText: String? {
    let type = header("content-type")?.lowercased() ?? "text/plain"
    if type.hasPrefix("multipart/") {
      return boundary.flatMap { parts($0).lazy.compactMap(\.plainText).first }
    }
    guard type.hasPrefix("text/plain") else { return nil }
    let text = body.joined(separator: "\n")
    switch header("content-transfer-encoding")?.lowercased() {
    case "quoted-printable": return MailWords.quotedPrintable(text)
    case "base64": return MailWords.base64(text)
    default: return text
    }
  }

  private var boundary: String? {
    guard let type = header("content-type"), let key = type.lowercased().firstRange(of: "boundary=") else { return nil }
    let value = type[key.upperBound...]
    return value.hasPrefix("\"")
      ? value.dropFirst().split(separator: "\"", maxSplits: 1).first.map(String.init)
      : value.split(separator: ";").first.map(String.init)
  }

  private func parts(_ boundary: String) -> [MailPart] {
    body.split(omittingEmptySubsequences: false) { $0 == "--\(boundary)" || $0 == "--\(boundary)--" }
      .dropFirst().map { MailPart($0) }
  }
}
