/// A line of the command language that has been read.
///
/// Text is read once, where it comes in; inside the program the command travels typed, and its text beside it for the
/// journal.
public struct CommandLine: Hashable, Sendable {
  /// As it was given.
  public private(set) var text: String
  public private(set) var command: any Verb

  /// Reads a command. `speaker` stands for the WHO that a stakeholder leaves out.
  ///
  /// Throws `unknown-verb` or `bad-argument`; whether ids exist is for ``Session/decide(_:on:)`` to say.
  public init(_ text: String, by speaker: Speaker) throws(Refusal) {
    let (name, rest) = try CommandLine.verb(in: try ShellWords(text).words)
    self.init(text, try name.verb.read(rest, speaker))
  }

  private init(_ text: String, _ command: any Verb) {
    self.text = text
    self.command = command
  }

  /// The command as its own line.
  public init(_ command: some Verb) { self.init(command.line, command) }

  public static func == (a: Self, b: Self) -> Bool {
    a.text == b.text && AnyHashable(a.command) == AnyHashable(b.command)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The verb that a line begins with, so far as it is written; nil when there is none.
  public static func verb(in line: String) -> VerbName? {
    guard let words = try? ShellWords(line).words else { return nil }
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

  private static func verb(in words: [ShellWords.Word]) throws(Refusal) -> (VerbName, ArraySlice<ShellWords.Word>) {
    guard let first = words.first else { throw .badArgument(.noCommand) }
    let verb = first.key ?? first.text
    let second = words.count > 1 && words[1].key == nil ? words[1].text : nil
    if let found = VerbName.leading(verb, second), first.key == nil || found.words == 2 {
      return (found.name, words.dropFirst(found.words))
    }
    let names = VerbName.allCases.map(\.rawValue)
    let seconds = names.filter { $0.hasPrefix("\(verb) ") }.map { $0.dropFirst(verb.count + 1) }
    if !seconds.isEmpty {
      throw .badArgument(
        .notOneOf(verb, value: words.count > 1 ? words[1].text : "", choices: seconds.map(String.init), near: nil))
    }
    throw .unknownVerb(verb.cleaned, near: nearName(to: verb, among: names))
  }

  /// What each word of a line stands for, by the grammar of its verb; nil for the verb itself and for what is no argument.
  static func kinds(of words: [ShellWords.Word]) -> [ArgumentKind?] {
    guard let (name, rest) = try? verb(in: words) else { return words.map { _ in nil } }
    let grammar = name.grammar
    // A person who speaks for themselves leaves the first place out.
    let places = rest.count { $0.key == nil }
    let missing = grammar.speakerIsWho ? max(0, grammar.arguments.count - places) : 0
    var arguments = grammar.arguments.dropFirst(missing)
    return words.indices.map { index in
      guard index >= rest.startIndex else { return nil }
      if let key = words[index].key { return grammar.keys.first { $0.name == key }?.kind }
      return arguments.popFirst()?.kind
    }
  }

  /// The line with the ids that have become others under their names of now.
  static func naming(_ text: String, _ anew: (String) -> String) throws(Refusal) -> String {
    let words = try ShellWords(text).words
    var isChanged = false
    let named = zip(words, kinds(of: words)).map { word, kind in
      let key = word.key.map { "\($0)=" } ?? ""
      guard let kind, kind.isGiven else { return key + quoted(word.text) }
      let ids = word.text.split(separator: ",", omittingEmptySubsequences: false).map { anew(String($0)) }
      isChanged = isChanged || ids.joined(separator: ",") != word.text
      return key + quoted(ids.joined(separator: ","))
    }
    return isChanged ? named.joined(separator: " ") : text
  }
}

extension Verb {
  fileprivate static func read(_ words: ArraySlice<ShellWords.Word>, _ speaker: Speaker) throws(Refusal) -> Self {
    let command = try syntax.read(Arguments(syntax.grammar, words, speaker))
    try command.check()
    return command
  }
}
