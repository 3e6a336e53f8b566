import ParleyCore
import ParleyScreens

// The countdown, said at five, two and one minutes, at zero, and every five minutes over it (M26).
extension PlainSession {
  /// The moment of the next announcement has come, or something happened.
  public mutating func tick(at now: Instant) -> [Effect] {
    let heard = hearStage(at: now)
    let said = heard + countDown(at: now)
    return said.isEmpty || !model.pending.isEmpty ? said : said + [.prompt(prompt)]
  }

  private mutating func countDown(at now: Instant) -> [Effect] {
    guard let state = model.state, let countdown = Countdown(foremostIn: state, at: now) else {
      announced = nil
      return []
    }
    let mark = PlainSession.mark(countdown.left)
    let last = announced
    announced = (state.step, countdown.planned, mark)
    guard let last, last.step == state.step, last.planned == countdown.planned, mark < last.mark else { return [] }
    return [.say(words(of: mark, state))]
  }

  private func words(of mark: Int, _ state: State) -> String {
    let about = state.openConflict == nil ? state.titles(of: state.step).title : "The conflict"
    if mark > 0 { return "\(about): \(mark == 60 ? "one minute" : counted(mark / 60, "minute")) left" }
    if mark < 0 { return "\(about): \(counted(-mark / 60, "minute")) over time" }
    guard model.speaker == .facilitator else { return "\(about): time is up" }
    return "\(about): time is up. “extend 5” gives more, “rebalance” spreads what is left, “park” and “next” move on; "
      + "nothing moves by itself"
  }

  /// When something is to be said next; nil while the countdown stands still.
  public func nextMoment(after now: Instant) -> Instant? {
    guard let state = model.state, let countdown = Countdown(foremostIn: state, at: now),
      let wait = countdown.untilNextSecond
    else { return nil }
    let next = PlainSession.marks.first { $0 < countdown.left } ?? PlainSession.overtime(after: countdown.left)
    return Instant(milliseconds: now.milliseconds + Int64(wait) + Int64(countdown.left - next - 1) * 1000)
  }

  private static let marks = [300, 120, 60, 0]

  /// The last mark that was passed: what has been said, or is to be.
  private static func mark(_ left: Int) -> Int {
    if left > 0 { return marks.last { $0 >= left } ?? Int.max }
    return left / 300 * 300
  }

  private static func overtime(after left: Int) -> Int { left / 300 * 300 - 300 }
}
