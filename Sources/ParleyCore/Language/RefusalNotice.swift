/// A refusal as it reaches who gave the command: what it is, which argument is wrong, and the words.
public struct RefusalNotice: Hashable, Sendable {
  public var code: Refusal.Code
  /// The argument to give anew, by its name in the grammar; nil when none would help.
  public var argument: String?
  public var sentence: String

  public init(code: Refusal.Code, argument: String? = nil, sentence: String) {
    self.code = code
    self.argument = argument
    self.sentence = sentence
  }
}

extension Refusal {
  public var notice: RefusalNotice { RefusalNotice(code: code, argument: argument, sentence: sentence) }
}

extension RefusalNotice: CustomStringConvertible {
  /// `refused: CODE: sentence`.
  public var description: String { "refused: \(code.rawValue): \(sentence)" }
}
