/// A fault in the bytes that came from the other side.
public enum WireFault: Error, Hashable, Sendable {
  /// A frame does not begin as frames of this version do.
  case notAFrame
  /// A message is longer than `limit` bytes.
  case tooLong(limit: Int)
  /// A frame announces nothing.
  case empty
  case notJSON
  case unknownMessage(Int)
  /// A member is missing, or has no meaning in that message.
  case badMember(String)

  /// The fault as the end of a sentence.
  public var sentence: String {
    switch self {
    case .notAFrame: "the bytes are no frame of version \(wireVersion)"
    case .tooLong(let limit): "a message is longer than \(limit) bytes"
    case .empty: "a message is empty"
    case .notJSON: "a message is not JSON"
    case .unknownMessage(let number): "there is no message \(number)"
    case .badMember(let key): "a message has no good member “\(key)”"
    }
  }
}
