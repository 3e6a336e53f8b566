#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A public key as OpenSSH writes it: its kind, its bytes, and a comment.
struct SSHKey {
  private let kind: String
  private let blob: String
  private let comment: String

  /// Why a file holds no usable key.
  enum Fault: Error {
    case privateKey, none, several
    case notAKey(line: Int)
    case oldKind(String)

    var what: String {
      switch self {
      case .privateKey: "this is a private key, which nobody else should see"
      case .none: "there is no key in it"
      case .several: "there are several keys in it"
      case .notAKey(let line): "line \(line) is no public key of OpenSSH"
      case .oldKind(let kind): "a key of the kind \(kind) is not accepted any more"
      }
    }

    var remedy: String {
      switch self {
      case .privateKey: "ask for the file that ends in .pub"
      case .none, .notAKey: "ask for the file that ends in .pub, as ssh-keygen wrote it"
      case .several: "put each into a file of its own"
      case .oldKind: "ask for one made by: ssh-keygen -t ed25519"
      }
    }
  }

  private static let kinds = [
    "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa",
    "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
  ]

  /// Reads a file with one key; blank lines and comments may surround it, and editors of Windows may have put a
  /// byte-order mark before it.
  init(file text: String) throws(Fault) {
    let text = text.trimmingPrefix("\u{FEFF}")
    if text.contains("PRIVATE KEY") { throw .privateKey }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { (number: $0 + 1, text: $1.trimmingPrefix(while: \.isWhitespace)) }
      .filter { !$0.text.isEmpty && $0.text.first != "#" }
    guard let line = lines.first else { throw .none }
    guard lines.count == 1 else { throw .several }
    let words = line.text.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    if words[0] == "ssh-dss" { throw .oldKind(words[0]) }
    guard words.count >= 2, SSHKey.kinds.contains(words[0]), SSHKey.holds(words[1], kind: words[0]) else {
      throw .notAKey(line: line.number)
    }
    (kind, blob) = (words[0], words[1])
    comment = words.count > 2 ? SSHKey.plain(words[2]) : ""
  }

  /// The line for `authorized_keys` that lets this key do nothing but run the command, in a terminal.
  func line(running command: String) -> String {
    let quoted = command.replacing("\"", with: "\\\"")
    return "restrict,pty,command=\"\(quoted)\" \(kind) \(blob)" + (comment.isEmpty ? "" : " \(comment)")
  }

  /// A key's bytes begin with its kind, so text that only looks like base 64 is no key.
  private static func holds(_ blob: String, kind: String) -> Bool {
    guard let bytes = Data(base64Encoded: blob) else { return false }
    let head = [0, 0, 0, UInt8(kind.utf8.count)] + Array(kind.utf8)
    return bytes.count > head.count && Array(bytes.prefix(head.count)) == head
  }

  /// Anyone may have written the comment: only characters that mean nothing to a shell or a terminal stay.
  private static func plain(_ text: String) -> String {
    let kept = text.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "@._-+ ".unicodeScalars.contains($0))
    }
    return String(String.UnicodeScalarView(kept).prefix(100))
  }
}
