import Glibc
import ParleyCore
import ParleyJournal
import ParleyPlan
import ParleyScreens

/// What may stand for an argument, by the name that its help gives to the value.
struct CompletionValues {
  typealias Word = CompletionRequest.Word

  /// The session and the plan that the line names already.
  let session: String?
  let plan: String?
  let store: String?
  /// The words that stand without an option before it.
  let given: [String]

  /// The words that are known, and which files fit.
  func all(_ name: String) -> (words: [Word], files: CompletionRequest.Files) {
    switch name {
    case "plan": ([], .files(endings: ["yaml", "yml"]))
    case "plan|session": (sessions, .files(endings: ["yaml", "yml"]))
    case "script": ([], .files(endings: ["script"]))
    case "table|session": (sessions, .files(endings: ["csv", "tsv", "json"]))
    case "mail": ([], .files(endings: ["eml", "mbox", "csv"]))
    case "key": ([], .files(endings: ["pub"]))
    case "file", "socket": ([], .files(endings: []))
    case "template": ([Word(text: "builtin", meaning: "prints the one that is used")], .files(endings: []))
    case "dir": ([], .folders)
    case "session": (sessions, .none)
    case "theme": (themes, .files(endings: ["toml"]))
    case "language": (languages, .files(endings: ["toml"]))
    case "kind": (SessionKind.allCases.map { Word(text: $0.rawValue) }, .none)
    case "who": (people + seats, .none)
    case "goal": (goals, .none)
    case "session/ref": (references, .none)
    case "session/feature": (features, .none)
    case "case": (PracticeCase.all.map { Word(text: $0.name, meaning: $0.about) }, .none)
    case "command": (commandWords, .none)
    default: ([], .none)
    }
  }

  private var languages: [Word] {
    (DocumentWording.shipped + Wordings.names.filter { !DocumentWording.shipped.contains($0) }).map { Word(text: $0) }
  }

  // MARK: What the store has

  private var option: StoreOption? { try? StoreOption.parse(store.map { ["--store", $0] } ?? []) }
  private var place: Store? { option?.known }

  private var sessions: [Word] { (place?.files() ?? []).map { Word(text: $0.id) } }

  /// The state of the session that is named; of the one that changed last where none is.
  private var state: State? {
    guard let place else { return nil }
    let file = session.flatMap { name in try? place.find(name) } ?? place.files().max { changed($0) < changed($1) }
    guard let file, let journal = try? Journal.open(file, access: .reading) else { return nil }
    defer { journal.close() }
    return (try? journal.session())?.state
  }

  /// When something was last written to it.
  private func changed(_ file: SessionFile) -> Int {
    [file.path, file.path + "-wal"].map { path in
      var status = stat()
      return stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0
    }.max() ?? 0
  }

  private var people: [Word] { stakeholders.map { Word(text: $0.id.text, meaning: $0.name) } }

  private var stakeholders: [Stakeholder] {
    if let plan { return (try? PlanFile.read(path: plan))?.plan?.stakeholders ?? [] }
    return state?.plan.stakeholders ?? []
  }

  /// The seats that belong to nobody of the plan.
  private var seats: [Word] { plan == nil ? [Word(text: "note-taker"), Word(text: "screen")] : [] }

  private var records: StoreRecords? { place.map { StoreRecords($0, telling: false) } }

  private var goals: [Word] {
    if let session, let place, let file = try? place.find(session),
      let journal = try? Journal.open(file, access: .reading)
    {
      defer { journal.close() }
      return ((try? journal.session())?.state.goals ?? []).map { Word(text: $0.id.text, meaning: $0.goal.name) }
    }
    return (records?.sessions ?? []).flatMap { kept in
      kept.record.goals.map { Word(text: $0.goal.id.text, meaning: "\($0.goal.name) (\(kept.record.id))") }
    }
  }

  /// As the second column of `parley due` has them.
  private var references: [Word] {
    guard let (records, ledger, _) = try? option?.everything() else { return [] }
    return records.owed(ledger).map { Word(text: $0.name, meaning: $0.owed.sentence) }
  }

  private var features: [Word] {
    (records?.sessions ?? []).flatMap { kept in
      kept.record.goals.flatMap(\.goal.features).map {
        Word(text: "\(kept.record.id)/\($0.id)", meaning: $0.name)
      }
    }
  }

  private var themes: [Word] { Themes.catalogue.names.map { Word(text: $0) } }

  /// The next word of a command: its verb, then what the session has of ids.
  private var commandWords: [Word] {
    let words = Array(given.dropFirst())
    guard let state else { return words.isEmpty ? verbs : [] }
    if words.isEmpty { return verbs }
    return state.plan.stakeholders.map { Word(text: $0.id.text, meaning: $0.name) }
      + state.goals.map { Word(text: $0.id.text, meaning: $0.goal.name) }
      + state.plan.timeframes.map { Word(text: $0.id.text, meaning: $0.name) }
      + state.parkingLot.map { Word(text: $0.id.text, meaning: $0.text) }
  }

  private var verbs: [Word] {
    VerbName.allCases.map { verb in
      Word(text: String(verb.rawValue.prefix { $0 != " " }), meaning: verb.grammar.does)
    }
  }
}
