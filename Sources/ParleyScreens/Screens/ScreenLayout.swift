import ParleyTerminal

/// Where the parts of the session screen are.
///
///     header   title, standing                       clock, time left, end
///     steps    done, current, ahead
///     strip    the countdown, when there is no side
///     main                                            side
///     speech   what simulated people say
///     cue      what to say now
///     message  notice, or the line being typed
///     keys
///
/// Below 60 × 16 there is only the countdown, save on a phone held upright: 46 × 24 hold all parts. A part without room is
/// an empty rectangle, into which everything can be drawn. To change the arrangement, change the rows here; no part knows
/// of another.
public struct ScreenLayout: Hashable, Sendable {
  public var header: Rect
  public var steps: Rect
  public var strip: Rect
  public var main: Rect
  public var side: Rect
  /// What simulated people say; empty in earnest.
  public var speech: Rect
  public var cue: Rect
  public var message: Rect
  public var keys: Rect
  /// Whether it is as narrow as a phone held upright, where a stakeholder's seat has a page of its own.
  public var isNarrow: Bool
  /// Whether there is room for the countdown and the step alone.
  public var isTiny: Bool

  /// - Parameters:
  ///   - isBare: whether there are neither words to say nor keys, as on a projector.
  ///   - hasSpeech: whether simulated people speak.
  ///   - isOnePage: whether nothing is timed any more, and the main part has all the room.
  public init(_ rect: Rect, isBare: Bool = false, hasSpeech: Bool = false, isOnePage: Bool = false) {
    isNarrow = rect.width < 60
    isTiny = rect.width < 46 || rect.height < (isNarrow ? 24 : 16)
    let isWide = rect.width >= 100 && rect.height >= 20 && !isOnePage
    let stripHeight = isWide || isOnePage ? 0 : rect.height >= 32 ? 4 : 1
    let cueHeight = isBare ? 0 : rect.height >= 30 ? 2 : 1
    let rows = rect.rows([
      .cells(1), .cells(1), .cells(stripHeight), .share(1),
      .cells(hasSpeech && !isTiny ? rect.height >= 30 ? 8 : 6 : 0), .cells(cueHeight), .cells(1),
      .cells(isBare ? 0 : 1),
    ])
    (header, steps, strip, speech) = (rows[0], rows[1], rows[2], rows[4])
    (cue, message, keys) = (rows[5], rows[6], rows[7])
    let sideWidth = isWide ? min(44, max(34, rect.width * 32 / 100)) : 0
    let columns = rows[3].columns([.share(1), .cells(sideWidth)])
    (main, side) = (columns[0], columns[1])
  }

  /// The main part over all others but the clock, and the lines that are typed and pressed.
  func zoomed(in rect: Rect) -> ScreenLayout {
    var zoomed = self
    let nothing = Rect(x: rect.x, y: rect.y, width: 0, height: 0)
    (zoomed.steps, zoomed.strip, zoomed.side, zoomed.speech) = (nothing, nothing, nothing, nothing)
    zoomed.cue = Rect(x: message.x, y: message.y, width: message.width, height: 0)
    zoomed.main = Rect(x: rect.x, y: header.maxY, width: rect.width, height: message.y - header.maxY)
    return zoomed
  }
}
