/// A moment of a live session at which its host can run a command of the user's.
public enum HookMoment: String, Hashable, Sendable, CaseIterable {
  case onStart = "on-start"
  case onStep = "on-step"
  case onClose = "on-close"
  case onFinal = "on-final"

  /// So long may a command take.
  public static let limitSeconds = 30

  /// When it comes, in a line.
  public var does: String {
    switch self {
    case .onStart: "once the session leaves the lobby"
    case .onStep: "at every step, the first one too; PARLEY_STEP is its name"
    case .onClose: "once the session is closed, and its record is there to be sent"
    case .onFinal: "once the comments are over, and the record is final"
    }
  }

  /// A command that makes sense then.
  public var example: String {
    switch self {
    case .onStart: "makoctl mode -a do-not-disturb"
    case .onStep: "printf '%s' \"$PARLEY_STEP\" > ~/.cache/parley-step"
    case .onClose: "parley record \"$PARLEY_SESSION\" --format html -o ~/records/\"$PARLEY_SESSION\".html"
    case .onFinal: "parley update --format chat | ~/bin/post-to-chat"
    }
  }

  /// Where a session stands, as far as hooks follow it.
  public struct Place: Hashable, Sendable {
    var step: Step
    var isClosed: Bool
    var isFinal: Bool

    public init(_ state: State) {
      (step, isClosed, isFinal) = (state.step, state.ended != nil, state.status == .final)
    }
  }

  /// The moments that lie between two places, in their order. Steps that were passed over have none.
  public static func passed(from before: Place, to after: Place) -> [HookMoment] {
    var moments: [HookMoment] = []
    if before.step != after.step, !after.isClosed {
      if before.step == .lobby { moments.append(.onStart) }
      moments.append(.onStep)
    }
    if !before.isClosed, after.isClosed { moments.append(.onClose) }
    if !before.isFinal, after.isFinal { moments.append(.onFinal) }
    return moments
  }
}
