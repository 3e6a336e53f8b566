import ParleyCore
import Testing

@Suite("Who has spoken about a goal (M13, M25)")
struct VoicesTests {
  @Test("Everyone in the room is quiet until they give a dot or are marked as heard")
  func quiet() throws {
    var table = Table.at("goal:activation")
    table.must("leave vp-eng")
    #expect(Voices(table.state)?.quiet == ["cs-head", "vp-sales", "ceo"])
    table.must("heard ceo", "dot cs-head green")
    let voices = try #require(Voices(table.state))
    #expect(voices.heard == ["cs-head", "ceo"])
    #expect(voices.quiet == ["vp-sales"])
    table.must("undo")
    #expect(Voices(table.state)?.quiet == ["cs-head", "vp-sales"])
  }

  @Test("Each goal is heard anew, and nobody is awaited once it is settled")
  func anew() {
    var table = Table.at("goal:activation")
    table.must("heard ceo")
    for line in Table.greens { table.must(line) }
    table.must("confirm")
    #expect(Voices(table.state) == nil)
    table.must("next")
    #expect(Voices(table.state)?.quiet == ["cs-head", "vp-sales", "vp-eng", "ceo"])
    #expect(Voices(Table.at("context").state) == nil)
  }

  @Test(
    "A goal is led when only those who are asked late have given a dot",
    arguments: [
      (["dot ceo green"], true),
      (["dot vp-eng red layer=metric"], true),
      (["dot ceo green", "dot vp-eng green"], true),
      (["dot cs-head green"], false),
      (["dot cs-head green", "dot ceo red layer=metric"], false),
      (["dot ceo green", "dot vp-sales abstain"], false),
      (["dot ceo abstain"], false),
      (["dot ceo green", "dot ceo clear"], false),
      ([], false),
    ])
  func led(lines: [String], isLed: Bool) {
    var table = Table.at("goal:activation")
    for line in lines { table.must(line) }
    #expect(Voices(table.state)?.isLed == isLed)
  }

  @Test("Of three in the room the last to be asked leads; of one, nobody")
  func fewer() {
    var table = Table.at("goal:activation")
    table.must("leave vp-sales", "dot vp-eng green")
    #expect(Voices(table.state)?.isLed == false)
    table.must("undo", "dot ceo green")
    #expect(Voices(table.state)?.isLed == true)
    table.must("leave cs-head", "leave vp-eng")
    #expect(Voices(table.state)?.isLed == false)
  }

  @Test("A late dot first turns the cue into a quiet request to the person to ask next, without a reason")
  func cue() throws {
    var table = Table.at("goal:activation")
    table.must("dot ceo green")
    let cue = try #require(Cue(table.state, at: table.now))
    #expect(cue.card == .round)
    #expect(cue.person == "cs-head")
    #expect(cue.text.hasPrefix("Carla, "))
    for word in ["Ada", "CEO", "senior", "influence", "first dot", "boss"] { #expect(!cue.text.contains(word)) }
    table.must("dot cs-head green")
    #expect(Cue(table.state, at: table.now)?.card == .silent)
    #expect(Cue(table.state, at: table.now)?.person == "vp-sales")
  }

  @Test("The plan's own words for it go before Parley's")
  func ownWords() {
    var plan = Plan.quarter
    plan.phrases = ["round": "{name}?"]
    var table = Table.at("goal:activation", plan)
    table.must("dot ceo green")
    #expect(Cue(table.state, at: table.now)?.text == "Carla?")
  }
}
