import Testing

@testable import ParleyDocuments

@Suite("A Mustache template, as the specification has it")
struct TemplateFillingTests {
  private struct Page {
    var title = "A & B"
    var count = 7
    var isOpen = true
    var isShut = false
    var nobody: String?
    var names = ["Ada", "Ben"]
    var none: [String] = []
    var goal = Goal()
    var goals = [Goal(name: "one"), Goal(name: "two", metrics: [])]
  }

  private struct Goal {
    var name = "churn"
    var metrics = ["m1", "m2"]
  }

  private func filled(_ template: String) throws -> String {
    try Template(template).filled(with: Page()) { $0.replacing("&", with: "&amp;") }
  }

  @Test(
    "Values are made safe, unless a tag says that they stand as they are",
    arguments: [
      ("{{title}}|{{ title }}|{{{title}}}|{{&title}}|{{& title }}", "A &amp; B|A &amp; B|A & B|A & B|A & B"),
      ("{{count}} {{isOpen}} {{nobody}}{{unknown}}{{}}.", "7 true ."), ("{{names}}", "Ada, Ben"),
      ("{{goal.name}} {{goal.nothing}}{{nothing.name}}{{goal.name.more}}.", "churn ."),
      ("{ {{title}} } }}{", "{ A &amp; B } }}{"), ("  {{title}}\n", "  A &amp; B\n"),
    ])
  func values(template: String, text: String) throws { #expect(try filled(template) == text) }

  @Test(
    "Sections stand once for each value, and inverted ones where there is none",
    arguments: [
      ("{{#names}}<{{.}}>{{/names}}{{^names}}none{{/names}}", "<Ada><Ben>"),
      ("{{#none}}x{{/none}}{{^none}}none{{/none}}", "none"),
      ("{{#isOpen}}open{{/isOpen}}{{#isShut}}shut{{/isShut}}{{^isShut}}!{{/isShut}}", "open!"),
      ("{{#nobody}}x{{/nobody}}{{^nobody}}nobody{{/nobody}}{{^unknown}}?{{/unknown}}", "nobody?"),
      ("{{#goals}}{{name}}:{{#metrics}}{{.}},{{/metrics}}{{title}};{{/goals}}", "one:m1,m2,A &amp; B;two:A &amp; B;"),
      ("{{#goal}}{{name}}{{.name}}{{.title}}{{title}}{{/goal}}", "churnchurnA &amp; B"),
      ("{{#goal.metrics}}{{.}}{{/goal.metrics}}", "m1m2"),
      ("{{#isOpen}}{{#isOpen}}{{/isOpen}}a{{/isOpen}}", "a"),
      ("{{$title}}stands{{/title}}{{<layout}}does not{{/layout}}{{>nowhere}}.", "stands."),
    ])
  func sections(template: String, text: String) throws { #expect(try filled(template) == text) }

  @Test(
    "A line with a tag alone is none of the text's",
    arguments: [
      ("a\n{{#isOpen}}\nb\n{{/isOpen}}\nc\n", "a\nb\nc\n"), ("  {{#isOpen}}  \n b\n\t{{/isOpen}}\n", " b\n"),
      ("a\r\n{{#isOpen}}\r\nb\r\n{{/isOpen}}\r\n", "a\r\nb\r\n"), ("a\n  {{! a remark\n over lines }}\nb", "a\nb"),
      ("{{! x }} a\n", " a\n"), ("a {{! x }}\n", "a \n"), ("a\n {{>part}}\nb", "a\nb"),
      ("{{#isOpen}}{{/isOpen}}\na", "\na"), ("#{{#isOpen}}\n/\n  {{/isOpen}}", "#\n/\n"),
      ("{{=<% %>=}}\n<%count%>", "7"),
      ("\n{{^isShut}}\n{{#isOpen}}\nx\n{{/isOpen}}\n{{/isShut}}", "\nx\n"), ("a\n{{count}}\nb", "a\n7\nb"),
    ])
  func lines(template: String, text: String) throws { #expect(try filled(template) == text) }

  @Test(
    "Delimiters may be others from there on, one character wide too",
    arguments: [
      ("{{=<% %>=}}<%count%>{{count}}", "7{{count}}"), ("{{= | | =}}|count||#isOpen|x|/isOpen|", "7x"),
      ("{{=[[ ]]=}}[[count]] [[{title}]][[=<? ?>=]]<?count?>", "7 A & B7"),
    ])
  func delimiters(template: String, text: String) throws { #expect(try filled(template) == text) }

  @Test("A section that repeats itself within itself is given up, after as many parts as are allowed")
  func endless() throws {
    let template = String(repeating: "{{#goals}}", count: 30) + "x" + String(repeating: "{{/goals}}", count: 30)
    #expect(throws: TemplateFault(line: 1, column: 1, what: "its sections repeat each other without end")) {
      try Template(template).filled(with: Page(), most: 2000) { $0 }
    }
    #expect(try Template("{{#goals}}{{name}},{{/goals}}").filled(with: Page(), most: 5) { $0 } == "one,two,")
    #expect(throws: TemplateFault.self) {
      try Template("{{#goals}}{{name}},{{/goals}}").filled(with: Page(), most: 4) { $0 }
    }
    let long = String(repeating: "words ", count: 1000)
    #expect(throws: TemplateFault.self) {
      try Template("{{#goals}}\(long){{/goals}}").filled(with: Page(), most: 100) { $0 }
    }
  }

  @Test(
    "What is no template is told with its place",
    arguments: [
      ("a\n{{#goals}}\n{{/names}}\n", 3, 1, "a section ends under another name than it began"),
      ("{{/goals}}", 1, 1, "a section ends under another name than it began"),
      ("é {{#goals}}\nx\n", 1, 3, "a section does not end"), ("{{title", 1, 8, "the text ends within a tag"),
      ("a {{{title}}\n", 1, 13, "the text ends within a tag"), ("a {{! x\n\n", 1, 8, "the text ends within a tag"),
      ("{{a b}}", 1, 3, "a name has a character that none may have"),
      ("{{upper(a)}}", 1, 3, "a name has a character that none may have"),
      ("{{=<% =}}", 1, 4, "the delimiters cannot be set so"),
      ("{{= a b c =}}", 1, 4, "the delimiters cannot be set so"),
      ("{{% x: y}}", 1, 3, "a template has no settings"), ("{{", 1, 3, "the text ends within a tag"),
    ])
  func faults(template: String, line: Int, column: Int, what: String) {
    #expect(throws: TemplateFault(line: line, column: column, what: what)) { try filled(template) }
  }
}
