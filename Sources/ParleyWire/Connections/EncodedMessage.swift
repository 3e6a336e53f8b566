/// A message that goes to many: it becomes bytes once, and only where a line takes bytes.
public final class EncodedMessage<Message: WireMessage> {
  public let message: Message
  /// The message as ``WireMessage/payload`` gives it.
  public private(set) lazy var payload = message.payload

  public init(_ message: Message) { self.message = message }
}
