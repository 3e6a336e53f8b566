import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("Editing a line")
struct AppEditorTests {
  private func edited(_ text: String, _ keys: String) -> LineEditor {
    var editor = LineEditor(text)
    for name in keys.split(separator: " ") {
      if let key = Key(name: String(name)) { _ = editor.handle(key) }
    }
    return editor
  }

  @Test(
    "Emacs keys move and cut",
    arguments: [
      ("one two", "C-a x", "xone two"), ("one two", "C-a C-e x", "one twox"), ("one two", "C-w", "one "),
      ("one two", "C-u", ""), ("one two", "C-a C-k", ""), ("one two", "C-a C-k C-y C-y", "one twoone two"),
      ("one two", "M-b M-d", "one "), ("one two", "M-b M-b M-f C-k", "one"), ("one", "C-b C-d", "on"),
      ("one", "left left backspace", "ne"), ("one", "home delete", "ne"), ("", "backspace delete C-w C-u C-y", ""),
    ])
  func emacs(text: String, keys: String, expected: String) {
    #expect(edited(text, keys).text == expected)
  }

  @Test("A wide or an accented character is one step")
  func wide() {
    var editor = LineEditor("日本e\u{301}")
    #expect(editor.characters.count == 3)
    _ = editor.handle(.backspace)
    #expect(editor.text == "日本")
    _ = editor.handle(.left)
    _ = editor.handle(.character("x"))
    #expect(editor.text == "日x本")
  }

  @Test("A mark typed after its letter joins it")
  func marks() {
    var editor = LineEditor("e")
    _ = editor.handle(.character("\u{301}"))
    #expect(editor.characters == ["é"])
    #expect(editor.cursor == 1)
  }

  @Test("The cursor is always in sight, also among wide characters", arguments: 1...12)
  func window(columns: Int) {
    var editor = LineEditor("ab日本語cd e\u{301}f")
    while editor.cursor > 0 {
      let (text, cursor) = editor.window(columns: columns)
      #expect(Text.displayWidth(text) <= columns)
      #expect(cursor < columns)
      _ = editor.handle(.left)
    }
    #expect(editor.window(columns: columns).cursor == 0)
  }

  @Test("Text beyond the limit is left out, never cut inside a character")
  func limit() {
    #expect(LineEditor("日本語", limit: 7).text == "日本")
  }
}
