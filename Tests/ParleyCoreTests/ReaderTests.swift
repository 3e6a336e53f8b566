import ParleyCore
import Testing

@Suite("Those who get the record and were not asked")
struct ReaderTests {
  private var closed: Table {
    var plan = Plan.quarter
    plan.inform = [
      Recipient(name: "Ann Board", email: "ann@example.org"), Recipient(id: "jo", name: "Jo Quiet"),
      Recipient(name: "王"), Recipient(name: "CEO"),
    ]
    var table = Table(plan)
    table.must("close early because=late")
    return table
  }

  @Test("may comment in the window, by their id or by one made of their name, and are called by their name")
  func comment() {
    var table = closed
    #expect(table.state.plan.readers.map(\.id) == ["ann-board", "jo", "reader", "ceo-2"])
    table.must("comment ann-board \"Add the budget\"", "comment jo Fine", "comment ceo-2 Mine", "comment ceo Seen")
    #expect(table.state.comments.map(\.who) == ["ann-board", "jo", "ceo-2", "ceo"])
    #expect(table.refusal("comment nobody x") == "unknown-id")
    let entry = table.session.entries.dropLast(3).last
    #expect(entry?.sentence(in: table.state) == "C1 Ann Board: Add the budget")
    let record = Record(of: table.session)
    #expect(record.name(of: "jo") == "Jo Quiet" && RecordNames(record).of(StakeholderID("ann-board")) == "Ann Board")
    #expect(record.json["comments"]?.list?.map { $0["who"]?.text } == ["ann-board", "jo", "ceo-2", "ceo"])
  }

  @Test("have no dot and own nothing")
  func nothingElse() {
    var table = Table.at("goal:activation", closed.state.plan)
    for line in ["dot jo green", "arrive jo", "follow-up x owner=jo due=+1d", "heard jo"] {
      #expect(table.refusal(line) == "unknown-id", "\(line)")
    }
    #expect(closed.state.plan.commenters.map(\.name).suffix(4) == ["Ann Board", "Jo Quiet", "王", "CEO"])
  }
}
