import ParleyCore
import ParleyPlan
import ParleyScreens
import ParleyUI

/// The lists of the program, arranged to be read.
enum Reference {
  typealias Block = ManualPage.Block
  typealias Term = ManualPage.Term

  // MARK: Plan

  static let plan: [Block] =
    [
      .paragraph(
        """
        A plan is a YAML file. `parley new FILE` writes one with every key explained, `parley check FILE` tells \
        what is missing or wrong. Text is text: no, 10:30 and 1e3 stay as they are written. A scalar may stand \
        where a list may. Anchors, aliases, tags and merge keys are refused; a file has at most 256 KiB.
        """),
      .paragraph(
        """
        What only the facilitator may read may stand in FILE.private.yaml beside FILE.yaml, keyed by the ids of \
        stakeholders.
        """),
    ]
    + mappings(from: PlanFormat.plan).flatMap { mapping -> [Block] in
      [.heading(mapping.name.heading), .terms(mapping.keys.map(term))]
    }

  private static func term(_ key: PlanKey) -> Term {
    let parts = [key.does.sentence, key.value.written.sentence, key.isRequired ? "Required." : nil]
    return Term(key.name, parts.compactMap { $0 }.joined(separator: " "))
  }

  /// The mapping and all that stand below it, each once.
  private static func mappings(from outermost: PlanMapping) -> [PlanMapping] {
    var found = [outermost]
    var next = 0
    while next < found.count {
      for inner in found[next].keys.compactMap(\.value.inner) where !found.contains(where: { $0.name == inner.name }) {
        found.append(inner)
      }
      next += 1
    }
    return found
  }

  // MARK: Keys

  static func keys(_ keymap: Keymap) -> [Block] {
    [
      .paragraph(
        """
        `?` shows the keys that count at the moment, and why others do not. In brackets stands the name by which \
        [keys] in config.toml binds other keys to it, and whose key it is where it is not everyone's. A screen that only \
        shows has the keys that look, and none that say something.
        """)
    ]
      + KeyReference.all(keymap).flatMap { place -> [Block] in
        [.heading(place.heading), .terms(place.entries.map(term))]
      }
  }

  private static func term(_ entry: KeyReference.Entry) -> Term {
    let who = entry.roles.isEmpty ? nil : entry.roles.joined(separator: ", ")
    let remark = [entry.name, who].compactMap { $0 }.joined(separator: "; ")
    return Term(entry.keys, entry.does.sentence, remark: remark.isEmpty ? nil : remark)
  }

  // MARK: Commands

  static let commands: [Block] =
    [
      .code(["[+MM:SS] [@WHO] VERB ARGUMENT… key=value…"]),
      .paragraph(
        """
        Words are as in a shell: quotes keep spaces, # begins a comment. @WHO says who speaks, +MM:SS lets that \
        time pass first; both are for scripts and hosts. WHO is a stakeholder's id, GOAL a goal's, TF a \
        timeframe's. DATE is 2027-07-05 or +7d. What stands in brackets may be left out.
        """),
      .heading("Verbs"),
      .terms(CommandGrammar.all.map(term)),
      .heading("Refusals"),
      .paragraph("A refused command changes nothing, and says what is missing: refused: CODE: a sentence."),
      .terms(Refusal.Code.allCases.map { Term($0.rawValue, $0.meaning.sentence) }),
    ]

  private static func term(_ grammar: CommandGrammar) -> Term {
    let givers =
      switch grammar.verb.givers {
      case .facilitator: "The facilitator's."
      case .noteTaker: "The facilitator's and the note-taker's."
      case .everyone: "Everyone's, for themselves."
      }
    let phase = grammar.verb.phase == .commentWindow ? "Once the session is closed." : nil
    let parts = [grammar.does.sentence, givers, phase, "Example: \(grammar.example)"]
    return Term(grammar.usage, parts.compactMap { $0 }.joined(separator: " "), remark: grammar.rule)
  }

  // MARK: Settings

  static let config: [Block] =
    [
      .paragraph(
        """
        The settings are in $XDG_CONFIG_HOME/parley/config.toml, else ~/.config/parley/config.toml. `parley \
        config --write` puts a commented file there; `parley doctor` tells what is set, and what is wrong.
        """)
    ] + tables(SettingsKey.all, in: nil)

  private static func tables(_ keys: [SettingsKey], in table: String?) -> [Block] {
    let own = keys.filter { if case .table = $0.value { false } else { true } }
    let head: [Block] = own.isEmpty ? [] : [.heading(table.map { "[\($0)]" } ?? "At the top"), .terms(own.map(term))]
    return head
      + keys.flatMap { key in if case .table(let inner) = key.value { tables(inner, in: key.name) } else { [Block]() } }
  }

  private static func term(_ key: SettingsKey) -> Term {
    Term(key.name, "\(key.does.sentence) As in: \(key.name) = \(key.example)")
  }

  // MARK: Import

  static let importing: [Block] =
    [
      .paragraph(
        """
        `parley new FILE --from TABLE` reads a .csv or .tsv file, as Jira, Linear, Asana, Productboard, Aha!, \
        Trello, Notion, GitHub, Azure DevOps, ClickUp, Monday, Airtable and usual sheets export it, or a board of \
        Trello as .json. Headings are known in English, German and French, whatever their case. For others, `--columns FILE` names a table of your own with the columns `column` \
        and `means`, in which `means` is one of the words below.
        """),
      .subheading("What a column can mean"),
      .terms(
        CsvColumns.Field.allCases.map { field in
          Term(field.rawValue, "\(field.does.sentence) Headings: \(field.headings.joined(separator: ", ")).")
        }),
    ]

  // MARK: Environment and exit codes

  static let environment: [Block] = [.terms(EnvironmentVariable.allCases.map { Term($0.rawValue, $0.does.sentence) })]

  static let exitCodes: [Block] = [
    .terms(Sysexit.allCases.map { Term("\($0.rawValue)", $0.meaning.sentence) }),
    .paragraph("`parley due` ends with 1 when something is overdue."),
    .paragraph(
      """
      Every error is one line on standard error: parley: WHERE: WHAT — WHAT TO DO. Nothing but the asked-for \
      output is on standard output.
      """),
  ]
}

extension String {
  /// The name of a mapping as a heading: `a goal` and "`context`" without what a sentence needs.
  fileprivate var heading: String {
    let bare = filter { $0 != "`" }
    let article = ["a ", "an ", "the "].first(where: bare.hasPrefix)
    return bare.dropFirst(article?.count ?? 0).sentenceHead
  }
}

extension StringProtocol {
  fileprivate var sentenceHead: String { prefix(1).uppercased() + dropFirst() }
}
