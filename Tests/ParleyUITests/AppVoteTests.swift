import ParleyCore
import ParleyTerminal
import ParleyWire
import Testing

@testable import ParleyUI

@Suite("A silent vote at one keyboard (M19)")
struct AppVoteTests {
  /// A vote of two dots each, one at most on a goal, at the first goal.
  static func opened() -> Room {
    var room = Room()
    room.size = Size(columns: 80, rows: 24)
    room.press("n n n v tab")
    room.press("backspace 1 enter")
    return room
  }

  @Test("the form has what would apply, and opens the vote")
  func opening() {
    var room = Room()
    room.press("n n n v")
    #expect(room.screen.contains("Open a silent vote") && room.screen.contains("no sum is seen before the"))
    room.press("enter")
    #expect(room.state.openVote == Vote(dots: 2, max: 2))
    #expect(room.screen.contains("0 of 4 have voted") && room.screen.contains("v hands the keyboard to Carla Stein"))
  }

  @Test("the keyboard is handed over by a card without a goal on it; then the ballot is empty, with every goal")
  func handOver() {
    var room = Self.opened()
    room.press("v")
    #expect(room.screen.contains("Carla Stein") && room.screen.contains("Everyone else looks away."))
    #expect(!room.screen.contains("churn") && !room.screen.contains("Improve"))
    room.press("enter")
    for goal in ["1 Improve activation rate", "2 Reduce monthly churn", "3 Accelerate deal-to-close time"] {
      #expect(room.screen.contains(goal))
    }
    #expect(room.screen.contains("Ballot of Carla Stein") && room.screen.contains("2 dots left"))
    #expect(!room.screen.contains("●"))
    for promise in ["that you voted", "Only 4 vote", "vote alike", "over your shoulder", "program's memory"] {
      #expect(room.screen.contains(promise), "\(promise)")
    }
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
    #expect(room.effects.contains(.repaint))
    #expect(room.screen.contains("Carla Stein has voted") && room.screen.contains("1 of 4 have voted"))
    #expect(!room.screen.contains("●") && !room.screen.contains("ballot activation"))
    #expect(room.model.history == before.history && room.model.drafts.isEmpty && room.model.unsentLine.isEmpty)
    #expect(room.model.pending.isEmpty && room.model.awaited.isEmpty && room.model.overlays.isEmpty)
    #expect(!"\(room.model)".contains("activation=1"))
    room.press("v")
    #expect(room.screen.contains("Vera Engel"))
    room.press("enter")
    #expect(room.screen.contains("2 dots left"))
  }

  @Test("Esc drops the dots and shows the card again; the next ballot is empty")
  func goingBack() {
    var room = Self.opened()
    room.press("v enter 1 3")
    room.effects = []
    room.press("esc")
    #expect(room.effects.contains(.repaint) && room.screen.contains("Everyone else looks away."))
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
    room.press("enter 1 enter enter v left")
    #expect(room.screen.contains("Victor Sand"))
    room.press("right")
    #expect(room.screen.contains("Carla Stein"))
  }

  @Test("on a full disk the notice names no dot, and the ballot counts once when the disk is back")
  func fullDisk() {
    var room = Self.opened()
    room.diskFault = "the disk is full"
    room.press("v enter 1 enter enter")
    #expect(room.screen.contains("not saved") && !room.screen.contains("activation="))
    #expect(room.screen.contains("not saved: the disk is full; 1 kept and tried again"))
    room.press("v")
    #expect(room.screen.contains("Vera Engel"))
    room.press("esc")
    room.diskFault = nil
    room.answerNext()
    #expect(room.state.openVote?.turnout == [StakeholderID("cs-head")] && room.box.ballots == 1)
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
    #expect(!room.screen.contains("churn=") && room.model.unsentLine.isEmpty)
  }

  @Test("when everyone has voted the reveal is offered, and comes only when asked for; ties are shown as ties")
  func reveal() {
    var room = Self.opened()
    for keys in ["1 2", "2 1", "3", "3"] { room.press("v enter \(keys) enter enter") }
    #expect(room.screen.contains("Everyone here has voted.") && room.state.voteIsOpen)
    room.press("v")
    #expect(room.screen.contains("Reveal the votes?"))
    room.press("r")
    #expect(room.state.votes.last?.tally?.count == 3)
    for words in ["1=  Improve", "1=  Reduce", "1=  Accelerate", "is proposed", "Voted: "] {
      #expect(room.screen.contains(words), "\(words)")
    }
    room.press("x")
    #expect(!room.screen.contains("1=  Improve"))
  }

  @Test("a vote can be ended without a result before all have voted")
  func cancel() {
    var room = Self.opened()
    room.press("v enter 1 enter enter V")
    #expect(room.screen.contains("Not voted yet: Vera Engel"))
    room.press("c")
    #expect(!room.state.voteIsOpen && room.state.votes.isEmpty)
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
