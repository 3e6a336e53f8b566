extension Complaint {
  /// The problem — the remedy.
  var sentence: String { file ?? structure ?? value ?? "this cannot be read — write it as the example plan does" }

  private var file: String? {
    switch self {
    case .tooLarge: "the file is larger than 256 KiB — split it, or move long texts elsewhere"
    case .notUTF8(let bytes):
      "\(hexadecimal(bytes)) \(bytes.count == 1 ? "is" : "are") not UTF-8 — save the file as UTF-8"
    case .utf16: "the file is in UTF-16 — save it as UTF-8"
    case .strayCharacter(let scalar): "the control character \(escaped(scalar)) stands here — remove it"
    case .nothingInIt: "there is no plan in this file — `parley new FILE` writes one to fill in"
    case .syntax(let problem): problem.sentence
    case .anchor: "an anchor (&) is not allowed in a plan — write the value out where it is needed"
    case .alias: "an alias (*) is not allowed in a plan — write the value out, or put it in quotes if it is text"
    case .mergeKey: "a merge key (<<) is not allowed in a plan — write the keys out"
    case .tag: "an explicit tag (!) is not allowed in a plan — leave it out, or put the value in quotes if it is text"
    case .secondDocument: "a second document begins here — a plan file holds one; remove the rest"
    case .tooDeep: "the nesting is deeper than 16 levels — a plan needs five; flatten it"
    default: nil
    }
  }

  private var structure: String? {
    switch self {
    case .duplicateKey(let key, let line): "\(quoted(key)) stands on line \(line) already — keep one of the two"
    case .keyIsNoWord: "a key must be a single word — write `key: value`"
    case .unknownKey(let key, let owner, let near, let known): unknown(key, owner, near, known)
    case .publicKeyInPrivateFile(let key): "\(quoted(key)) is not private — keep it in the plan itself"
    case .emptyValue(let key, let isRequired):
      "\(quoted(key)) has no value — write one" + (isRequired ? "" : ", or remove the key")
    case .emptyItem: "this item of the list is empty — write it, or remove it"
    case .missingKey(let key, let owner): "\(owner) has no \(quoted(key)) — add it"
    case .metricAndMetrics: "`metric` and `metrics` stand together — keep one: a single metric, or a list of them"
    case .alsoInPrivateFile(let key, let person):
      "\(quoted(key)) of \(quoted(person)) stands in the plan too — keep it in one of the two files"
    case .notAMapping(let what): "\(what) must be keys with values — write `key: value` lines, or {key: value}"
    case .notAList(let what): "\(what) must be a list — write one item a line, each beginning with `- `"
    case .notAScalar(let what): "\(quoted(what)) takes a single value — write it on the line of the key"
    case .onePersonOnly(let what): "\(quoted(what)) takes exactly one person, not a list — choose one (M44)"
    default: nil
    }
  }

  private var value: String? {
    switch self {
    case .forbiddenCharacter(let shown, let scalar): "\(shown) contains \(name(of: scalar)) — remove it"
    case .lineBreak(let key): "\(quoted(key)) has a line break in it — write it on one line"
    case .tooLong(let key, let bytes, let limit):
      "\(quoted(key)) has \(bytes) bytes, \(limit) at most — shorten it"
    case .notANumber(let text): "\(quoted(text)) is not a number — write decimal digits, such as 8, 2.5 or 1e6"
    case .notAWholeNumber(let text, let least, let most):
      "\(quoted(text)) is not a whole number — write \(range(least, most))"
    case .outOfRange(let text, let least, let most): "\(quoted(text)) is out of range — write \(range(least, most))"
    case .notTrueOrFalse(let text): "\(quoted(text)) is neither true nor false — write `true` or `false`"
    case .notADate(let text): "\(quoted(text)) is not a date — write YYYY-MM-DD, such as 2027-06-28"
    case .noSuchDay(let text): "there is no such day as \(quoted(text)) — look at the calendar"
    case .notAWebAddress(let text): "\(quoted(text)) is no address for a browser — write https://…"
    case .noZones:
      "this machine knows no time zones — install tzdata, or leave `zone` out"
    case .noSuchZone(let text):
      "\(quoted(text)) is no time zone that this machine knows — write one such as Europe/Berlin or America/New_York"
    case .notALanguage(let text):
      "\(quoted(text)) is not the name of a language — write de, fr, or the name of a wording of your own"
    case .notAnAddress(let text): "\(quoted(text)) is not the address of a mailbox — write NAME@DOMAIN alone"
    case .notAMoment(let text): "\(quoted(text)) is not a day and a time — write YYYY-MM-DD HH:MM"
    case .noneOf(let text, let choices, let near): oneOf(text, choices, near)
    case .otherVersion(let text): "version \(quoted(text)) of the format is unknown — write `parley: 1`"
    case .badID(let text):
      "\(quoted(text)) cannot be an id — use a–z, 0–9 and hyphens, 64 at most, beginning with a letter or digit"
    case .reservedID(let id):
      "\(quoted(id)) is the name of a seat: `@\(id)` would mean both — give this person another id"
    case .duplicateID(let id, let kind, let line): "\(kind) \(quoted(id)) stands on line \(line) already — rename one"
    case .unknownID(let id, let kind, let near): dangling(id, kind, near)
    case .targetIsBaseline(let text): "the target equals the baseline, \(quoted(text)) — say what is to change"
    case .endsBeforeItBegins(let from, let to): "it ends (\(to)) before it begins (\(from)) — swap `from` and `to`"
    default: nil
    }
  }

  private func unknown(_ key: String, _ owner: String, _ near: String?, _ known: [String]) -> String {
    let remedy = near.map { "did you mean `\($0)`?" } ?? "it may have \(list(known))"
    return "\(quoted(key)) is not a key of \(owner) — \(remedy)"
  }

  private func dangling(_ id: String, _ kind: String, _ near: String?) -> String {
    let remedy = near.map { "did you mean `\($0)`?" } ?? "add it to the plan, or name one that is there"
    return "there is no \(kind) \(quoted(id)) — \(remedy)"
  }

  private func oneOf(_ text: String, _ choices: [String], _ near: String?) -> String {
    let remedy = near.map { "did you mean `\($0)`?" } ?? "choose from \(list(choices))"
    return "\(quoted(text)) is none of \(list(choices)) — \(remedy)"
  }

  private func range(_ least: Int, _ most: Int?) -> String {
    most.map { "a whole number from \(least) to \($0)" } ?? "a whole number, \(least) or more"
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
