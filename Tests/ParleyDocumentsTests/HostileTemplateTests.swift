import ParleyCore
import ParleyDocuments
import TestFixtures
import Testing

@Suite("A template that somebody made up")
struct HostileTemplateTests {
  private static let record = PlayedSession.whole().record

  private func refusal(of template: String) -> TemplateFault? {
    do {
      _ = try RecordDocument.filled(template, asHtml: false, Self.record)
      return nil
    } catch { return error as? TemplateFault }
  }

  @Test(
    "Sections within sections are refused beyond a depth, however their tags are written",
    arguments: [
      "{{#goals}}", "{{^x}}", "{{$x}}", "{{<x}}", "{{#}}", "{{=<% %>=}}<%={{ }}=%>{{#a}}",
      "{{=<< }}=}}<<#a}}<<={{ }}=}}", "{{! }{{/a}} }}{{#a}}", "{{=[[ ]x=}}[[! ]]x [[#a]x[[={{ }}=]x",
      "{{=| |=}}|#a||={{ }}=|",
    ])
  func depth(tag: String) throws {
    let template = "\n" + String(repeating: tag, count: 3000)
    let fault = try #require(refusal(of: template))
    #expect(fault.what == "sections nest deeper than 32")
    #expect(fault.line == 2)
  }

  @Test("Thirty sections within each other are filled")
  func nested() throws {
    let template = String(repeating: "{{#goals}}", count: 30) + "x" + String(repeating: "{{/goals}}", count: 30)
    #expect(refusal(of: template.replacing("goals", with: "nothing")) == nil)
  }

  @Test("A template longer than any that somebody writes is refused")
  func long() {
    #expect(refusal(of: String(repeating: "x", count: 300 * 1024))?.what == "it is larger than 256 KiB")
  }

  @Test("No change to a template ends the program", arguments: 0..<4)
  func changed(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let parts = [
      "{{", "}}", "{{{", "#", "/", "^", "=", "goals", "(", ")", ".", " ", "\n", "<", ">", "$", "!", "%", "e\u{301}",
    ]
    let original = Array(RecordDocument.template(asHtml: false))
    for _ in 0..<Sweep.runs(6, whole: 1000) {
      var template = original
      for _ in 0...chance.next(4) {
        let place = chance.next(template.count)
        template.replaceSubrange(
          place..<min(template.count, place + chance.next(6)), with: Array(chance.one(of: parts)))
      }
      let text = String(template)
      let filled = try? RecordDocument.filled(text, asHtml: false, Self.record)
      #expect(filled != nil || refusal(of: text) != nil)
    }
    for _ in 0..<Sweep.runs(100, whole: 20_000) {
      let text = (0..<chance.next(20)).map { _ in chance.one(of: parts) }.joined()
      let filled = try? RecordDocument.filled(text, asHtml: false, Self.record)
      #expect(filled != nil || refusal(of: text) != nil)
    }
  }
}
