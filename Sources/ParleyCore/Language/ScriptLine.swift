/// A line of a script: time that passes, who speaks, and the command.
public struct ScriptLine: Hashable, Sendable {
  /// Seconds that pass before the command; they pass even if it is refused.
  public var wait = 0
  /// Nil is the facilitator.
  public var speaker: Speaker?
  /// The command; empty on a line that is blank or holds only a comment.
  public var line = ""
  /// Why the line cannot be read.
  public var fault: Refusal?

  public init(_ text: String) {
    var rest = Substring(text).drop(while: \.isWhitespace)
    if rest.first == "+" {
      let word = rest.prefix { !$0.isWhitespace }
      guard let seconds = Self.seconds(word.dropFirst()) else {
        fault = .badArgument(.badTime(String(word).cleaned))
        return
      }
      wait = seconds
      rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
    }
    if rest.first == "@" {
      let word = rest.prefix { !$0.isWhitespace }
      speaker = Speaker(String(word.dropFirst()))
      rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
    }
    do {
      if try !ShellWords(String(rest)).words.isEmpty { line = String(rest) }
    } catch { fault = error }
    if speaker != nil, line.isEmpty, fault == nil { fault = .badArgument(.noCommand) }
  }

  private static func seconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      let minutes = Int(parts[0]), let seconds = Int(parts[1]), seconds < 60, minutes <= 10_000_000
    else { return nil }
    return minutes * 60 + seconds
  }
}
