import ParleyCore
import ParleyWire

/// What onlookers of one sort are told, entry by entry.
///
/// Theory: a terminal folds each entry onto what it has. Under a veil that may come to something else than the session
/// under the veil: a goal was presented, features are shown, a step was taken back. So each entry is tried here, on what
/// these terminals have; where it does not come to the same, they are told the session anew with it. Nothing here needs
/// to know which command uncovers what.
struct RedactedFeed {
  private let onlooker: Onlooker
  /// What a terminal has that was told everything.
  private(set) var snapshot: Snapshot
  /// What was told, from the entry with the number ``first`` on.
  private var told: [EncodedMessage<HostMessage>] = []
  private var first: Int
  private var veil: Veil

  init(_ session: Session, to onlooker: Onlooker) {
    self.onlooker = onlooker
    veil = Veil(session.state, for: onlooker)
    snapshot = veil.covering(session.snapshot)
    first = session.nextNumber
  }

  /// The number of the entry that is to be told next.
  var next: Int { snapshot.nextNumber }

  /// Takes in what has happened. Where that is more than one entry, only after the last of them have these terminals
  /// what they are to have.
  mutating func follow(_ session: Session) {
    guard next < session.nextNumber else { return }
    veil = Veil(session.state, for: onlooker)
    let after = veil.covering(session.snapshot)
    let entries = session.entries[next...].map(veil.covering)
    told += entries.dropLast().map { EncodedMessage(.entry($0)) }
    if let last = entries.last {
      told.append(EncodedMessage(comes(to: after, entries) ? .entry(last) : .entryAnew(last, after)))
    }
    snapshot = after
  }

  /// Whether terminals that fold these entries have what they are to have.
  private func comes(to after: Snapshot, _ entries: [Entry]) -> Bool {
    // What is taken back may be from before some of them came.
    guard entries.allSatisfy(\.takenBack.isEmpty) else { return false }
    var session = Session(snapshot)
    for entry in entries { session.append(entry) }
    return session.snapshot == after
  }

  /// What is told of the entry with this number.
  func message(_ number: Int) -> EncodedMessage<HostMessage>? {
    told.indices.contains(number - first) ? told[number - first] : nil
  }

  /// An entry of before, as it may be told now.
  func past(_ entry: Entry) -> Entry { veil.covering(entry) }

  /// Forgets what everyone has been told.
  mutating func forget(before number: Int) {
    let count = min(told.count, max(0, number - first))
    told.removeFirst(count)
    first += count
  }
}
