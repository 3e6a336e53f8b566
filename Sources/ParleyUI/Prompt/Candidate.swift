import ParleyCore
import ParleyScreens

/// One way to go on with a command line, and what it means.
public struct Candidate: Hashable, Sendable {
  /// The word as it goes into the line.
  public var word: String
  public var meaning: String
  /// Whether the word is whole, so that a space follows it. `layer=` goes on.
  public var isWhole: Bool

  init(_ word: String, _ meaning: String = "", isWhole: Bool = true) {
    self.word = word
    self.meaning = meaning
    self.isWhole = isWhole
  }
}

/// What may follow at the end of a half-typed command line: verbs, ids, names of arguments, fixed words.
///
/// It reads the grammar and the session; so it offers nothing that the session does not have, and no goal that is
/// not on the table yet (M12).
struct Completion {
  let candidates: [Candidate]
  /// Characters at the end of the line that a candidate replaces.
  let replaced: Int

  init(of line: String, in state: State?, for speaker: Speaker = .facilitator) {
    let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let last = line.hasSuffix(" ") || line.isEmpty ? "" : words.last ?? ""
    let isFirst = words.isEmpty || (words.count == 1 && !last.isEmpty)
    if isFirst {
      replaced = last.count
      candidates = Completion.verbs(beginning: last, for: speaker)
    } else if CommandLine.pieces(of: line).endsInQuote {
      replaced = 0
      candidates = []
    } else if let two = Completion.secondWords(of: words[0], for: speaker, typing: words.count <= 2 ? last : nil) {
      replaced = last.count
      candidates = two
    } else {
      let source = CompletionSource(state: state, line: line, last: last)
      (candidates, replaced) = source.answer
    }
  }

  private static func verbs(beginning typed: String, for speaker: Speaker) -> [Candidate] {
    let verbs = VerbName.allCases.filter { speaker.mayGive($0) }
    let named = verbs.filter { $0.rawValue.hasPrefix(typed) }
    // What is not called so may do so: `minute` finds `extend`.
    let found = typed.count < 3 ? [] : verbs.filter { !named.contains($0) && $0.grammar.does.contains(typed) }
    return (named + found).map { Candidate($0.rawValue, $0.grammar.does) }
  }

  /// The second words of `vote`, which means nothing alone, and of `close`; nil where none fits.
  private static func secondWords(
    of verb: String, for speaker: Speaker, typing typed: String?
  ) -> [Candidate]? {
    guard let typed else { return nil }
    let words = VerbName.allCases.compactMap { name -> Candidate? in
      guard name.rawValue.hasPrefix("\(verb) "), speaker.mayGive(name) else { return nil }
      let second = String(name.rawValue.dropFirst(verb.count + 1))
      return second.hasPrefix(typed) && second != typed ? Candidate(second, name.grammar.does) : nil
    }
    return words.isEmpty ? nil : words
  }
}

extension CommandLine {
  /// The words of a line as they are written, quoted ones as one, and whether it ends inside a quoted text, where
  /// nothing is to be completed.
  static func pieces(of line: String) -> (words: [String], endsInQuote: Bool) {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isEscaped = false
    for character in line {
      if character == " ", quote == nil, !isEscaped {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      word.append(character)
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if quote == character {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
    }
    return (word.isEmpty ? words : words + [word], quote != nil)
  }

  /// The grammar of the verb that a half-typed line begins with.
  static func grammar(inUnfinished line: String) -> CommandGrammar? {
    let words = pieces(of: line).words.prefix(2)
    return verb(in: words.filter { !$0.contains("\"") && !$0.contains("'") }.joined(separator: " "))?.grammar
  }
}
