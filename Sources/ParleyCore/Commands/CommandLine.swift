/// The language of commands, read and written.
public enum CommandLine {
  /// Reads a command. `speaker` stands for the WHO that a stakeholder leaves out.
  ///
  /// Throws `unknown-verb` or `bad-argument`; whether ids exist is for ``Session/decide(_:by:at:box:)`` to say.
  public static func read(_ line: String, by speaker: Speaker) throws(Refusal) -> Command {
    let words = try Words(line).words
    let (grammar, rest) = try verb(in: words)
    let arguments = try Arguments(grammar, rest, speaker)
    return try arguments.command()
  }

  /// The grammar of the verb that a line begins with, so far as it is written; nil when there is none.
  public static func grammar(in line: String) -> CommandGrammar? {
    guard let words = try? Words(line).words else { return nil }
    return (try? verb(in: words))?.0
  }

  /// The text as one word of a line.
  public static func quoted(_ text: String) -> String {
    if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
    var out = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { out += "\\" }
      out.unicodeScalars.append(character)
    }
    return out + "\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static func verb(in words: [Words.Word]) throws(Refusal) -> (CommandGrammar, ArraySlice<Words.Word>) {
    guard let first = words.first else { throw .badArgument(.noCommand) }
    let verb = first.key ?? first.text
    if words.count > 1, words[1].key == nil, let two = CommandGrammar.of("\(verb) \(words[1].text)") {
      return (two, words.dropFirst(2))
    }
    if first.key == nil, let one = CommandGrammar.of(verb) { return (one, words.dropFirst()) }
    let second = CommandGrammar.all.map(\.verb).filter { $0.hasPrefix("\(verb) ") }.map { $0.dropFirst(verb.count + 1) }
    if !second.isEmpty {
      throw .badArgument(
        .notOneOf(verb, value: words.count > 1 ? words[1].text : "", choices: second.map(String.init), near: nil))
    }
    throw .unknownVerb(verb.cleaned, near: nearName(to: verb, among: CommandGrammar.all.map(\.verb)))
  }
}

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
      if try !Words(String(rest)).words.isEmpty { line = String(rest) }
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
