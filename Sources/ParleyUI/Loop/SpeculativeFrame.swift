import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

// Theory: between a command and its answer a terminal waits for the host and its disk, and a frame takes about as long
// to draw as they do. The replica can say what the command will come to. So the frame is drawn meanwhile, and is shown
// only once the host has said, in these very words, that this is what came of it. Any other word, a key, a new size or
// another second on the clock, and it is thrown away: nothing is ever shown before it is on disk.

/// The frame after the answer that is most likely to come.
///
/// It is worth its lines: a command is painted 1.6 ms after its key, and 2.2 ms without it (medians of six alternating
/// runs of `parley-bench --stages keys` on two busy cores).
struct SpeculativeFrame: Sendable {
  let frame: Frame
  let footer: Footer?
  private let entry: Entry
  private let size: Size
  /// From then on the countdown reads otherwise; nil when nothing runs.
  private let end: Instant?
  private var progress = Progress.nothingHeard

  private enum Progress { case nothingHeard, entryHeard, answered }

  fileprivate init(_ entry: Entry, of model: TerminalModel, size: Size, at now: Instant, _ frame: Frame) {
    self.frame = frame
    self.entry = entry
    self.size = size
    footer = model.footer
    end = model.nextMoment(after: now)
  }

  /// Hears what the host says next; false when that is another answer.
  mutating func hear(_ message: HostMessage) -> Bool {
    switch (message, progress) {
    case (.pong, _): return true
    case (.entry(let heard), .nothingHeard):
      progress = .entryHeard
      return heard.says(as: entry)
    case (.accepted(_, let number), .entryHeard):
      progress = .answered
      return number == entry.number
    default: return false
    }
  }

  /// Whether this is the frame to show now.
  func holds(at now: Instant, size: Size) -> Bool {
    progress == .answered && size == self.size && end.map { now < $0 } != false
  }
}

extension TerminalModel {
  /// What the screen will show once the host has carried out the one command that was sent; nil where that cannot be
  /// said. A ballot is never guessed (M19).
  func speculativeFrame(at now: Instant, size: Size, depth: ColorDepth, showsUnicode: Bool) -> SpeculativeFrame? {
    guard stage == nil, link == .live, let session, pending.count == 1, let command = pending.last, !isBallot(command),
      let proposal = try? session.proposal(
        for: command.line, by: speaker, at: max(now, session.entries.last?.at ?? now), box: BallotBox()),
      proposal.ballot == nil
    else { return nil }
    var next = self
    _ = next.handle(message: .entry(proposal.entry), at: now)
    _ = next.handle(message: .accepted(id: command.id, entry: proposal.entry.number), at: now)
    _ = next.tick(at: now, size: size)
    let frame = next.frame(size: size, at: now, depth: depth, showsUnicode: showsUnicode)
    return SpeculativeFrame(proposal.entry, of: next, size: size, at: now, frame)
  }
}

extension Entry {
  /// Whether it says the same, though at another moment.
  fileprivate func says(as other: Entry) -> Bool {
    number == other.number && by == other.by && line == other.line && events == other.events
  }
}
