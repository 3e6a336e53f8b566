import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire
import Testing

@testable import ParleyUI

@Suite("A silent vote at one keyboard (M19)")
struct AppVoteTests {
  /// A vote of two dots each, one at most on a goal, at the first goal.
  static func opened() -> Room {
    var room = Room(.workshop.revealing(from: 1))
    room.size = Size(columns: 80, rows: 24)
    room.press("n n n v tab")
    room.press("backspace 1 enter")
    return room
  }

  @Test("the form has what would apply, and opens the vote")
  func opening() {
    var room = Room()
    room.press("n n n v")
    #expect(room.screen.contains("Open a silent vote") && room.screen.contains("no projector"))
    room.press("enter")
    #expect(room.state.openVote == Vote(dots: 2, max: 2))
    #expect(room.screen.contains("0 of 4 have voted") && room.screen.contains("v hands the keyboard to Carla Stein"))
  }

  @Test("the keyboard is handed over by a card without a goal on it; then the ballot is empty, with every goal")
  func handOver() {
    var room = Self.opened()
    room.press("v")
    #expect(room.screen.contains("Carla Stein") && room.screen.contains("Everyone else looks away"))
    #expect(!room.screen.contains("churn") && !room.screen.contains("Improve"))
    room.press("enter")
    for goal in ["1 Improve activation rate", "2 Reduce monthly churn", "3 Accelerate deal-to-close time"] {
      #expect(room.screen.contains(goal))
    }
    #expect(room.screen.contains("Ballot of Carla Stein") && room.screen.contains("2 dots left"))
    #expect(!room.screen.contains("●"))
    for promise in ["that you have voted", "only 4 vote", "vote alike", "over your shoulder", "program's memory"] {
      #expect(room.screen.contains(promise), "\(promise)")
    }
    #expect(
      room.screen.contains("the facilitator") && room.screen.contains("ends the vote; nothing of it is in any file"))
  }

  @Test("digits, arrows, plus and minus place dots within the rules, and Enter asks before it casts")
  func placing() {
    var room = Self.opened()
    room.press("v enter 1 1")
    #expect(room.screen.contains("No more than 1 on one goal.") && room.screen.contains("1 dot left"))
    room.press("down + down +")
    #expect(room.screen.contains("All dots are placed"))
    room.press("up - enter")
    #expect(room.screen.contains("It is final. 1 dot left unused.") && room.lines.last == "vote open dots=2 max=1")
    room.press("x 3 enter enter")
    #expect(room.lines.last == "@cs-head ballot activation=1 deal-close=1")
    #expect(room.state.openVote?.turnout == [StakeholderID("cs-head")])
  }

  @Test("after the cast nothing of the ballot is left: not on the screen, in the history, in a draft or a notice")
  func nothingLeft() {
    var room = Self.opened()
    let before = room.model
    room.press("v enter 1 3 enter")
    room.effects = []
    room.press("enter")
    #expect(room.effects.contains(.wipe))
    #expect(room.screen.contains("✓ Carla Stein has voted") && room.screen.contains("1 of 4 have voted"))
    #expect(!room.screen.contains("●") && !room.screen.contains("ballot activation"))
    #expect(room.model.history == before.history && room.model.unsentDrafts.isEmpty && room.model.toldDrafts.isEmpty)
    #expect(room.model.pending.isEmpty && room.model.awaited.isEmpty)
    #expect(!"\(room.model)".contains("activation=1"))
  }

  @Test("the card of the next voter follows by itself, without a goal on it; Esc goes back to who has voted")
  func nextCard() {
    var room = Self.opened()
    room.press("v enter 1 3 enter enter")
    #expect(room.screen.contains("Vera Engel") && room.screen.contains("Everyone else looks away"))
    #expect(!room.screen.contains("churn") && !room.screen.contains("Improve"))
    room.press("enter")
    #expect(room.screen.contains("Ballot of Vera Engel") && room.screen.contains("2 dots left"))
    room.press("esc esc")
    #expect(room.screen.contains("✓ Carla Stein") && room.screen.contains("v hands the keyboard to Vera Engel"))
  }

  @Test("keys that were typed ahead of the answer to a ballot open no other one")
  func typedAhead() {
    var room = Self.opened()
    room.press("v enter 1")
    room.isHostSlow = true
    room.press("enter enter enter enter 2")
    #expect(room.model.typedAhead.count == 3)
    room.answerNext()
    #expect(room.screen.contains("Everyone else looks away") && !room.screen.contains("Ballot of"))
    #expect(room.state.openVote?.turnout == [StakeholderID("cs-head")])
  }

  @Test("a terminal that is given to the shell, or ended, shows the card and not the ballot")
  func suspended() {
    var room = Self.opened()
    room.press("v enter 1 3")
    room.effects = []
    room.press("C-z")
    #expect(room.effects.prefix(2) == [.wipe, .suspend])
    #expect(room.screen.contains("Everyone else looks away") && !room.screen.contains("●"))
    room.press("enter")
    #expect(room.screen.contains("2 dots left"))
    let wasAway = [room.model.putBallotAway(), room.model.putBallotAway()]
    #expect(wasAway == [true, false])
  }

  @Test("a vote that someone ends elsewhere takes the ballot from the screen")
  func endedElsewhere() throws {
    var room = Self.opened()
    room.press("v enter 1 3")
    room.effects = []
    try room.hearElsewhere("vote cancel")
    #expect(room.effects == [.wipe] && room.model.overlays.isEmpty && !room.screen.contains("●"))
    #expect(room.screen.contains("ends without a result"))
  }

  @Test("the reveal shows on every screen at once, until the session goes on")
  func revealedElsewhere() throws {
    var room = Self.opened()
    room.press("v enter 1 3 enter enter esc 2")
    try room.hearElsewhere("vote reveal")
    #expect(room.screen.contains("1=  Improve") && room.screen.contains("1 voted"))
    room.press("x")
    #expect(!room.screen.contains("1=  Improve"))
    try room.hearElsewhere("vote open")
    room.press("f")
    try room.hearElsewhere("ballot churn=1", by: .stakeholder(StakeholderID("ceo")))
    try room.hearElsewhere("vote reveal")
    #expect(!room.screen.contains("order is proposed"), "it takes no keys from words that are being typed")
    room.press("esc")
    try room.hearElsewhere("vote open")
    try room.hearElsewhere("ballot churn=1", by: .stakeholder(StakeholderID("ceo")))
    try room.hearElsewhere("vote reveal")
    #expect(room.screen.contains("order is proposed"))
    try room.hearElsewhere("back")
    #expect(!room.screen.contains("order is proposed"))
  }

  @Test("a stakeholder's own terminal takes their ballot alone, once, and hands it to nobody")
  func ownTerminal() {
    var room = Room(speaker: .stakeholder(StakeholderID("vp-eng")))
    room.size = Size(columns: 80, rows: 24)
    for line in ["next", "next", "next", "vote open"] { try? room.hearElsewhere(line) }
    #expect(room.screen.contains("v opens your ballot"))
    room.effects = []
    room.press("v")
    #expect(room.effects == [.closeMemory] && room.screen.contains("Ballot of Vera Engel"))
    room.press("2 esc")
    #expect(room.effects.last == .wipe && room.model.overlays.isEmpty)
    room.press("v 1 enter enter")
    #expect(room.lines == ["ballot activation=1"] && room.model.overlays.isEmpty)
    #expect(room.screen.contains("Your ballot is in.") && !room.screen.contains("●"))
    room.press("v")
    #expect(room.screen.contains("you have voted, and a ballot is final"))
  }

  @Test("the card passes over whoever voted at their own terminal meanwhile")
  func votedElsewhere() throws {
    var room = Self.opened()
    room.press("v")
    try room.hearElsewhere("ballot churn=1", by: .stakeholder(StakeholderID("cs-head")))
    #expect(room.screen.contains("Everyone else looks away") && room.screen.contains("Vera Engel"))
    #expect(room.screen.contains("✓ Carla Stein has voted"))
  }

  @Test("on any screen the ballot takes dots, and a small one scrolls to the goal that is chosen")
  func anySize() {
    for size in [(1, 1), (12, 4), (20, 6), (34, 9), (40, 10), (60, 16), (200, 60)] {
      var room = Self.opened()
      room.size = Size(columns: size.0, rows: size.1)
      room.press("v enter down down +")
      if size.0 >= 20 { #expect(room.screen.contains("3 Accel"), "\(size)") }
      room.press("enter enter")
      #expect(room.lines.last == "@cs-head ballot deal-close=1", "\(size)")
    }
  }

  @Test("Esc drops the dots and shows the card again; the next ballot is empty")
  func goingBack() {
    var room = Self.opened()
    room.press("v enter 1 3")
    room.effects = []
    room.press("esc")
    #expect(room.effects.contains(.wipe) && room.screen.contains("Everyone else looks away"))
    room.press("enter")
    #expect(room.screen.contains("2 dots left") && !room.screen.contains("●"))
    room.press("esc esc")
    #expect(room.model.overlays.isEmpty && room.state.openVote?.turnout == [])
  }

  @Test("the arrows, or a number, choose another voter; nobody votes twice")
  func otherVoter() {
    var room = Self.opened()
    room.press("v right right")
    #expect(room.screen.contains("Victor Sand"))
    room.press("4")
    #expect(room.screen.contains("Ada Obi"))
    room.press("enter 1 enter enter left")
    #expect(room.screen.contains("Victor Sand"))
    room.press("right")
    #expect(room.screen.contains("Carla Stein"))
  }

  @Test("on a full disk the notice names no dot, and the ballot counts once when the disk is back")
  func fullDisk() throws {
    var room = Self.opened()
    room.isDiskFull = true
    room.press("v enter 1 enter enter")
    #expect(room.screen.contains("not saved") && !room.screen.contains("activation="))
    #expect(room.screen.contains("not saved: the disk is full; 1 kept and tried again"))
    room.press("v")
    #expect(room.screen.contains("Vera Engel"))
    room.press("esc")
    room.isDiskFull = false
    room.answerNext()
    #expect(room.state.openVote?.turnout == [StakeholderID("cs-head")])
    try room.hearElsewhere("vote reveal")
    #expect(room.state.votes.last?.tally == [GoalID("activation"): 1])
  }

  @Test("a ballot on the : line is masked while it is typed, and is neither kept nor repeated when it is refused")
  func onTheLine() {
    var room = Self.opened()
    room.press(":")
    room.type("@ceo ballot churn=7")
    #expect(room.screen.contains("@ceo ballot *******") && !room.screen.contains("churn=7"))
    room.press("enter")
    #expect(room.screen.contains("more dots than there are") && !room.screen.contains("churn=7"))
    #expect(!room.screen.contains("7 "))
    room.press(": up")
    #expect(!room.screen.contains("churn="))
    room.press("esc")
    room.give("@ceo ballot churn=1")
    #expect(room.state.openVote?.turnout == [StakeholderID("ceo")])
    #expect(room.model.history.isEmpty && !room.screen.contains("churn="))
    room.press(":")
    room.type("@vp-eng 'ballot' churn=1")
    room.press("esc :")
    #expect(!room.screen.contains("churn=") && room.model.unsentDrafts.isEmpty)
  }

  @Test("when everyone has voted the reveal is offered, and comes only when asked for; ties are shown as ties")
  func reveal() {
    var room = Self.opened()
    room.press("v")
    for keys in ["1 2", "2 1", "3", "3"] { room.press("enter \(keys) enter enter") }
    #expect(room.screen.contains("Everyone here has voted.") && room.state.voteIsOpen)
    room.press("v")
    #expect(room.screen.contains("Reveal the votes?"))
    room.press("r")
    #expect(room.state.votes.last?.tally?.count == 3)
    for words in [
      "1=  Improve", "1=  Reduce", "1=  Accelerate", "is proposed", "Voted  Ada Obi, Victor Sand", "kept nowhere",
    ] {
      #expect(room.screen.contains(words), "\(words)")
    }
    room.press("x")
    #expect(!room.screen.contains("1=  Improve"))
  }

  @Test("a vote can be ended without a result before all have voted")
  func cancel() {
    var room = Self.opened()
    room.press("v enter 1 enter enter esc V")
    #expect(room.screen.contains("Not voted yet: Vera Engel"))
    room.press("c")
    #expect(!room.state.voteIsOpen && room.state.votes.isEmpty)
    room.press("v")
    #expect(!room.screen.contains("stands as it is"))
    room.size = Size(columns: 120, rows: 34)
    room.press("esc f8")
    #expect(room.screen.contains("ended without a result; voted: Carla Stein"))
  }

  @Test("before few ballots are revealed it is said what that shows")
  func fewBallots() {
    var room = Self.opened()
    room.press("V")
    #expect(room.screen.contains("Nobody has voted.") && !room.screen.contains("Reveal the votes?"))
    room.press("esc v enter 1 enter enter esc V")
    #expect(room.screen.contains("ballot would be seen as it is"))
    room.press("esc v enter 1 enter enter esc V")
    #expect(room.screen.contains("With 2 ballots"))
    room.press("r esc v")
    #expect(room.screen.contains("The vote before stands as it is"))
  }

  @Test("with fewer ballots than may be revealed, the reveal is not offered, and it is said why")
  func tooFewBallots() {
    var room = Room()
    room.press("n n n v enter")
    room.press("v enter 1 1 enter enter enter 1 1 enter enter esc V")
    #expect(room.screen.contains("3 are the fewest that are revealed"))
    room.press("r")
    #expect(room.state.voteIsOpen)
    room.press("esc v enter 1 1 enter enter esc V r")
    #expect(!room.state.voteIsOpen && room.screen.contains("All voted alike"), "\(room.screen)")
  }

  @Test("the session does not go on over an open vote: n asks for its end")
  func goingOn() {
    var room = Self.opened()
    room.press("v enter 1 enter enter esc n")
    #expect(room.screen.contains("Not yet: the vote is open.") && room.lines.last?.hasSuffix("activation=1") == true)
    room.press("c n")
    #expect(room.lines.suffix(2) == ["vote cancel", "next from=goal:activation"])
  }

  @Test("who left after voting counts on, and who leaves before is not waited for")
  func leaving() throws {
    var room = Self.opened()
    room.press("v enter 1 enter enter esc")
    try room.hearElsewhere("leave cs-head", "leave ceo")
    #expect(room.screen.contains("1 of 3 have voted") && room.screen.contains("✓ Carla Stein"))
    #expect(!room.screen.contains("· Ada Obi"))
  }

  @Test("what was voted stands under the priorities, which begin in that order")
  func priorities() throws {
    var room = Self.opened()
    room.press("v")
    for keys in ["3 1", "3 2", "3", "3 2"] { room.press("enter \(keys) enter enter") }
    room.press("V r esc")
    try room.hearElsewhere(
      "skip activation because=x", "next", "dot ceo green", "dot vp-sales green", "dot vp-eng green",
      "dot cs-head green", "confirm", "next", "dot ceo green", "dot vp-sales green", "dot vp-eng green",
      "dot cs-head green", "confirm", "next")
    #expect(room.state.step == .priorities && room.state.order.first == GoalID("deal-close"))
    #expect(room.screen.contains("Accelerate deal-to-close time 4, Reduce monthly churn 2,"))
  }

  @Test("from seven people the cue proposes the vote, once and quietly")
  func proposal() {
    var plan = Plan.workshop
    plan.stakeholders += (1...3).map { Stakeholder(id: StakeholderID("p\($0)"), name: "Person \($0)") }
    var room = Room(plan)
    room.press("n n n")
    #expect(room.screen.contains("vote in silence first") && room.screen.contains("v silent vote"))
    room.press("g")
    #expect(!room.screen.contains("vote in silence first"))
    var few = Room()
    few.press("n n n")
    #expect(!few.screen.contains("vote in silence first"))
  }

  @Test("at the read-back v is the caveat still")
  func caveat() throws {
    let room = try #require(AppActionTests.moments().first { $0.state.step == .readBack && $0.model.pane == .session })
    #expect(room.model.keymap.action(for: .character("v"), in: room.model) == .caveat)
    #expect(Room().model.keymap.action(for: .character("v"), in: Room().model) == .vote)
  }
}
