/// What may stand in place of the word that is being typed.
struct CompletionRequest {
  /// What a shell makes of it besides the words that are listed.
  enum Files: Hashable {
    case none
    case folders
    /// Files, those with these endings first.
    case files(endings: [String])
  }

  /// A word, and what it means.
  struct Word: Hashable {
    var text: String
    var meaning = ""
  }

  private(set) var words: [Word] = []
  private(set) var files = Files.none

  private let typed: String
  private var command: CommandTree
  private var given: [String] = []
  private var options: [(name: String, value: String)] = []
  private var takesOptions = true
  /// The option whose value comes next.
  private var waiting: CommandTree.Argument?

  /// - Parameter line: the words after the program's name; the last is the one being typed.
  init(_ line: [String], in tree: CommandTree) {
    typed = line.last ?? ""
    command = tree
    let before = line.dropLast()
    if before.first == "help" {
      complete(help: before.count)
      return
    }
    for word in before { pass(word) }
    complete()
  }

  /// The lines for a shell: what to do about files, then a word a line, with what it means after a tab.
  var lines: [String] {
    let first =
      switch files {
      case .none: ":words"
      case .folders: ":folders"
      case .files(let endings): ([":files"] + endings).joined(separator: " ")
      }
    return [first] + words.map { $0.meaning.isEmpty ? oneLine($0.text) : "\(oneLine($0.text))\t\(oneLine($0.meaning))" }
  }

  private mutating func pass(_ word: String) {
    if let option = waiting {
      options.append((option.written.last ?? "", word))
      waiting = nil
    } else if takesOptions, word == "--" {
      takesOptions = false
    } else if takesOptions, word.hasPrefix("-"), word.count > 1 {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let option = command.option(parts[0])
      if parts.count == 1, option?.kind == .option { waiting = option }
      options.append((option?.written.last ?? parts[0], parts.count > 1 ? parts[1] : ""))
    } else if given.isEmpty, let inner = command.subcommand(word) {
      command = inner
    } else {
      if given.isEmpty, let inner = command.defaultSubcommand.flatMap(command.subcommand) { command = inner }
      given.append(word)
    }
  }

  private mutating func complete() {
    if let option = waiting { return take(values(of: option), typed) }
    if takesOptions, typed.hasPrefix("-"), let equals = typed.firstIndex(of: "=") {
      let name = String(typed[..<equals])
      guard let option = command.option(name) else { return }
      return take(values(of: option), String(typed[typed.index(after: equals)...]), after: "\(name)=")
    }
    if takesOptions, typed.hasPrefix("-") { return take((optionWords, .none), typed) }
    if given.isEmpty, !command.subcommands.isEmpty {
      let names = command.subcommands.map { Word(text: $0.commandName, meaning: $0.abstract ?? "") }
      let inner = command.defaultSubcommand.flatMap(command.subcommand)?.positionals.first
      let values = inner.map(values) ?? ([], .none)
      let help = command.commandName == "parley" ? [Word(text: "help", meaning: "Explains a command or a topic.")] : []
      return take((names + help + values.words, values.files), typed)
    }
    let places = command.positionals
    let further = places.last.flatMap { $0.isRepeating ? $0 : nil }
    guard let place = given.count < places.count ? places[given.count] : further else { return }
    take(values(of: place), typed)
  }

  private mutating func complete(help words: Int) {
    guard words == 1 else { return }
    let commands = command.subcommands.map { Word(text: $0.commandName, meaning: $0.abstract ?? "") }
    take((HelpTopic.allCases.map { Word(text: $0.rawValue, meaning: $0.about) } + commands, .none), typed)
  }

  /// The options that are not there yet; flags and values that may be repeated stay.
  private var optionWords: [Word] {
    command.arguments.filter { argument in
      argument.kind != .positional && (argument.isRepeating || !options.contains { argument.written.contains($0.name) })
    }.compactMap { argument in
      argument.written.last.map { Word(text: $0, meaning: argument.abstract ?? "") }
    }
  }

  private func values(of argument: CommandTree.Argument) -> (words: [Word], files: Files) {
    if let all = argument.allValues, !all.isEmpty { return (all.map { Word(text: $0) }, .none) }
    let values = CompletionValues(
      session: options.last { $0.name == "--session" }?.value ?? named("session"),
      plan: named("plan"), store: options.last { $0.name == "--store" }?.value, given: given)
    return values.all(argument.valueName ?? "")
  }

  /// What stands at the place of this name.
  private func named(_ name: String) -> String? {
    zip(command.positionals, given).first { place, _ in
      (place.valueName ?? "").split(separator: "|").map(String.init).contains(name)
    }?.1
  }

  private mutating func take(_ values: (words: [Word], files: Files), _ beginning: String, after prefix: String = "") {
    var seen: Set<String> = []
    words = values.words.filter { $0.text.hasPrefix(beginning) && seen.insert($0.text).inserted }
      .map { Word(text: prefix + $0.text, meaning: $0.meaning) }
    files = values.files
  }
}
