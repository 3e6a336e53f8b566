import ParleyCore
import ParleyWire

// A form as the host keeps it (M16): what was entered since it was opened, and where the cursor stands.
extension Form {
  /// What this form's draft is about: the command and what it is given.
  var place: Draft.Place { .form(verb, about: fixed) }

  /// Its words as a draft; nil while it has none.
  func draft(isOpen: Bool) -> Draft? {
    guard holdsWords else { return nil }
    let words = fields.compactMap { field in field.entered.map { (field.name, $0) } }
    let focused = fields.indices.contains(focus) ? fields[focus] : nil
    return Draft(
      id: draftID, place: place, words: Dictionary(words, uniquingKeysWith: { first, _ in first }),
      focus: focused?.name, cursor: focused?.cursor ?? 0, isOpen: isOpen, command: command)
  }

  /// The same form filled with a draft.
  func filled(with draft: Draft, in state: State?) -> Form {
    var form = self
    for (name, text) in draft.words.sorted(by: { $0.key < $1.key }) {
      if let state, !form.fields.contains(where: { $0.name == name }) { form.ask(for: name, in: state) }
      if let index = form.fields.firstIndex(where: { $0.name == name }) { form.fields[index].restore(text) }
    }
    if let focus = draft.focus {
      form.focus(on: focus)
      if form.fields.indices.contains(form.focus) { form.fields[form.focus].cursor = draft.cursor }
    }
    return form
  }
}

extension Draft {
  /// The words alone, as one can read them: `“We should not carry this”`.
  var quoted: String {
    // The cursor may stand in a list, whose choice is no words.
    let said = words.filter { name, _ in takesWords(name) }
    let text = focus.flatMap { said[$0] } ?? (said.isEmpty ? words : said).values.max { $0.count < $1.count }
    let shown = (text ?? "").trimmed
    return "“\(shown.count > 40 ? shown.prefix(40) + "…" : shown[...])”"
  }

  private func takesWords(_ name: String) -> Bool {
    guard case .form(let verb, _) = place else { return true }
    return switch verb.grammar.argument(named: name)?.kind {
    case .text, .name, .options: true
    default: false
    }
  }
}
