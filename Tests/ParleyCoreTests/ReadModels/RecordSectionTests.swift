import ParleyCore
import Testing

@Suite("The sections of the record")
struct RecordSectionTests {
  @Test("Each order holds every section, once")
  func orders() {
    let names = RecordSection.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(RecordSection.onScreen.map(\.name).sorted() == names.sorted())
  }

  @Test("No key of the record in JSON is there twice")
  func keys() {
    guard case .object(let members) = Record(of: Table().session).json else {
      Issue.record("the record is no object")
      return
    }
    #expect(Set(members.map(\.key)).count == members.count)
  }

  @Test("What a section says on the screen gives away no goal that was not presented (M12)")
  func hidden() {
    var table = Table.given(.quarter, "next", "next", "next")
    table.must("impact ceo gives=Calm goal=churn")
    let record = Record(of: table.session)
    let signs = RecordPhrasing.Signs(separator: "/", openQuote: "<", closeQuote: ">")
    let phrasing = RecordPhrasing(record, of: table.state, signs: signs)
    let blocks = RecordSection.onScreen.flatMap { section -> [ScreenBlock] in
      guard case .blocks(_, let blocks) = section.screen else { return [] }
      return blocks(record, phrasing)
    }
    #expect(
      blocks.contains { if case .paragraph(let text, _, _, _) = $0 { text.hasSuffix("/ gains Calm") } else { false } })
    #expect(!blocks.contains { "\($0)".contains("churn") })
  }
}
