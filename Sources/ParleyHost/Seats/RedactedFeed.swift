import ParleyCore
import ParleyWire

/// What viewers of one sort receive, entry by entry.
///
/// Theory: a terminal folds each entry onto what it has. Under redaction that may differ from the redacted session: a
/// goal was presented, features are shown, a step was taken back. So each entry is tried here first, on what these
/// terminals have. When the result differs, they receive the whole session again with the entry. Nothing here needs to
/// know which command reveals what.
struct RedactedFeed {
  private let viewer: Viewer
  /// What a terminal has that received everything.
  private(set) var snapshot: Snapshot
  /// What was sent, from the entry with the number ``first`` on.
  private var told: [EncodedMessage<HostMessage>] = []
  private var first: Int
  private var redaction: Redaction

  init(_ session: Session, to viewer: Viewer) {
    self.viewer = viewer
    redaction = Redaction(session.state, for: viewer)
    snapshot = redaction.redacted(session.snapshot)
    first = session.nextNumber
  }

  /// The number of the entry that comes next.
  var next: Int { snapshot.nextNumber }

  /// Takes in what has happened: these entries. When they are several, these terminals match the redacted session only
  /// after the last of them.
  mutating func follow(_ session: Session, _ entries: [Entry]) {
    guard next < session.nextNumber else { return }
    redaction = Redaction(session.state, for: viewer)
    let after = redaction.redacted(session.snapshot)
    let entries = entries.map(redaction.redacted)
    told += entries.dropLast().map { EncodedMessage(.entry($0)) }
    if let last = entries.last {
      told.append(EncodedMessage(comes(to: after, entries) ? .entry(last) : .entryAnew(last, after)))
    }
    snapshot = after
  }

  /// Whether terminals that fold these entries match the redacted session.
  private func comes(to after: Snapshot, _ entries: [Entry]) -> Bool {
    // A command that is taken back may be older than what some of them have.
    guard entries.allSatisfy(\.takenBack.isEmpty) else { return false }
    var session = Session(snapshot)
    for entry in entries { session.append(entry) }
    return session.snapshot == after
  }

  /// The message for the entry with this number.
  func message(_ number: Int) -> EncodedMessage<HostMessage>? {
    told.indices.contains(number - first) ? told[number - first] : nil
  }

  /// An earlier entry, as it may be shown now.
  func past(_ entry: Entry) -> Entry { redaction.redacted(entry) }

  /// Forgets what everyone has received.
  mutating func forget(before number: Int) {
    let count = min(told.count, max(0, number - first))
    told.removeFirst(count)
    first += count
  }
}
