import ArgumentParser
import ParleyCore
import ParleyDocuments
import ParleyJournal
import ParleyPlan

struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays a script of commands on a virtual clock, and prints the record.",
    discussion: example("parley play q3.yaml q3.script --format json"))

  @Argument(help: "The plan.")
  var file: String

  @Argument(help: "The script, one command a line.")
  var script: String

  @Option(help: ArgumentHelp("Keep the played session in this store.", valueName: "dir"))
  var store: String?

  @Option(help: "How to print the record: md or json.")
  var format: RecordFormat = .md

  @Flag(help: "Exit with 65 when a line was refused.")
  var strict = false

  func run() throws {
    let (plan, map) = try requirePlan(file)
    let lines = try Script(path: script).lines
    let opening = plan.starts ?? Play.usualStart
    let kept = try store.map { try KeptSession(plan, map, opening, in: Store(directory: $0)) }
    defer { kept?.close() }
    let id = Store.usualID(title: plan.title, date: opening.date)
    var player = Player(kept?.session ?? Session(opening: plan, id: id, at: opening))
    let wasRefused = try play(lines, &player, kept)
    try Output.write(try format.text(of: Record(of: player.session)))
    if strict, wasRefused { throw Failure.reported(.input) }
  }

  private func play(_ lines: [String], _ player: inout Player, _ kept: KeptSession?) throws(Failure) -> Bool {
    var wasRefused = false
    for (index, line) in lines.enumerated() {
      let refusal = try player.play(line) { entry throws(Failure) in try kept?.append(entry) }
      guard let refusal else { continue }
      wasRefused = true
      Output.complain("\(oneLine(script)):\(index + 1): \(oneLine(refusal.description))")
    }
    return wasRefused
  }

  /// When a session begins whose plan does not say: 2000-01-01 09:00.
  private static let usualStart = Instant(milliseconds: 946_717_200_000)
}

/// A played session on disk.
private struct KeptSession {
  let session: Session
  private let journal: Journal

  init(_ plan: Plan, _ map: StakeholderMap, _ opening: Instant, in store: Store) throws(Failure) {
    let id = store.newID(title: plan.title, date: opening.date)
    let session = Session(opening: plan, id: id, at: opening)
    guard let first = session.entries.first else { throw .unexpected("a session without an opening") }
    journal = try Failure.journal { () throws(JournalFault) in
      let journal = try Journal.create(in: store, id: id, opening: first, commandID: "play-0", clock: .now())
      if !map.entries.isEmpty { try journal.file.write(map) }
      return journal
    }
    self.session = session
  }

  func append(_ entry: Entry) throws(Failure) {
    try Failure.journal { () throws(JournalFault) in
      _ = try journal.append(entry, commandID: "play-\(entry.number)", clock: .now())
    }
  }

  func close() { journal.close() }
}
