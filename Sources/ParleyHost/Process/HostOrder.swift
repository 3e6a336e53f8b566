import ParleyJournal
import ParleyWire

/// The session that a host process holds, and the place where it listens.
public struct HostOrder: Hashable, Sendable {
  /// An existing session.
  public var file: SessionFile
  public var place: SocketPlace
  public var patience: SessionHost.Patience
  /// Whether it goes on with a file that has lost its end.
  public var acceptsLoss: Bool
  /// Whether the user's hooks are run at its moments; not those of a demonstration.
  public var runsHooks: Bool

  public init(
    file: SessionFile, place: SocketPlace = .current, patience: SessionHost.Patience = SessionHost.Patience(),
    acceptsLoss: Bool = false, runsHooks: Bool = true
  ) {
    self.file = file
    self.place = place
    self.patience = patience
    self.acceptsLoss = acceptsLoss
    self.runsHooks = runsHooks
  }

  /// The order as the words that follow `parley host-process`.
  public var arguments: [String] {
    [
      file.path, place.directory, HostOrder.word(patience.whileOpen), HostOrder.word(patience.onceClosed),
      place.group.map { "\($0)" } ?? HostOrder.nobody,
    ] + (acceptsLoss ? [HostOrder.asItIs] : []) + (runsHooks ? [] : [HostOrder.withoutHooks])
  }

  /// Reads what ``arguments`` gives; nil for anything else.
  public init?(arguments: [String]) {
    let flags = arguments.dropFirst(5)
    (acceptsLoss, runsHooks) = (flags.contains(HostOrder.asItIs), !flags.contains(HostOrder.withoutHooks))
    guard arguments.count >= 5, flags.allSatisfy([HostOrder.asItIs, HostOrder.withoutHooks].contains),
      Set(flags).count == flags.count, let whileOpen = HostOrder.wait(arguments[2]),
      let onceClosed = HostOrder.wait(arguments[3]),
      arguments[4] == HostOrder.nobody || UInt32(arguments[4]) != nil
    else { return nil }
    file = SessionFile(path: arguments[0])
    place = SocketPlace(directory: arguments[1], group: UInt32(arguments[4]))
    patience = SessionHost.Patience(whileOpen: whileOpen, onceClosed: onceClosed)
  }

  private static let forEver = "for-ever"
  private static let nobody = "nobody"
  private static let asItIs = "as-it-is"
  private static let withoutHooks = "without-hooks"

  private static func word(_ wait: Int64?) -> String { wait.map { String($0) } ?? forEver }

  private static func wait(_ word: String) -> Int64?? {
    if word == forEver { return .some(nil) }
    guard let wait = Int64(word), wait >= 0 else { return nil }
    return .some(wait)
  }
}
