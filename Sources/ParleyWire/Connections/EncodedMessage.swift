/// A message for many lines. It is encoded once, and only if a line takes bytes.
public final class EncodedMessage<Message: WireMessage> {
  public let message: Message
  /// The message's ``WireMessage/payload``.
  public private(set) lazy var payload = message.payload

  public init(_ message: Message) { self.message = message }
}
