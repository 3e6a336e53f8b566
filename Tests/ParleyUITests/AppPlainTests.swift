import ParleyCore
import ParleyScreens
import ParleyUI
import ParleyWire
import Testing

@Suite("Line by line")
struct AppPlainTests {
  /// A host in memory and a terminal without a screen.
  struct Talk {
    var host = Session(opening: .workshop, id: "q3", at: Instant(CalendarDate("2027-06-28")!, hour: 14))
    var now = Instant(CalendarDate("2027-06-28")!, hour: 14)
    var plain = PlainSession(commandPrefix: CommandID("p")!)
    var transcript: [String] = []
    var prompts = 0
    var reason: ExitReason?

    init() {
      hear(.welcome(Welcome(session: "q3", role: .facilitator, now: now, boottimeMs: 0)))
      hear(.snapshot(host.snapshot))
    }

    mutating func hear(_ message: HostMessage) { carryOut(plain.handle(message: message, at: now)) }

    mutating func type(_ lines: String...) {
      for line in lines {
        transcript.append("> \(line)")
        carryOut(plain.handle(line: line, at: now))
        carryOut(plain.tick(at: now))
      }
    }

    mutating func wait(_ seconds: Int) -> Int {
      let end = now.adding(seconds: seconds)
      var wakeUps = 0
      while let next = plain.nextMoment(after: now), next <= end {
        now = next
        wakeUps += 1
        carryOut(plain.tick(at: now))
      }
      now = end
      return wakeUps
    }

    mutating func carryOut(_ effects: [PlainSession.Effect]) {
      for effect in effects {
        switch effect {
        case .say(let text): transcript.append(text)
        case .prompt: prompts += 1
        case .leave(let reason): self.reason = reason
        case .send(.command(let id, let line, _)):
          do throws(Refusal) {
            let proposal = try host.proposal(for: line, by: .facilitator, at: now, box: BallotBox())
            host.append(proposal.entry)
            hear(.entry(proposal.entry))
            hear(.accepted(id: id, entry: proposal.entry.number))
          } catch { hear(.refused(id: id, error.notice)) }
        case .send: break
        }
      }
    }

    var text: String { transcript.joined(separator: "\n") }
  }

  @Test("A goal is presented, dotted and settled in sentences")
  func transcript() {
    var talk = Talk()
    #expect(talk.text.hasPrefix("Q3 alignment\nStep: Lobby."))
    talk.type("next", "next", "next")
    #expect(talk.text.contains("now: Improve activation rate, 10 minutes"))
    #expect(
      talk.text.contains("Goal activation: Improve activation rate, Q3 2027; Measure of activation from 25 to 40 %."))
    #expect(talk.text.contains("Ask next: Carla Stein."))
    talk.transcript = []
    talk.type("g", "dot vp-eng yellow layer=metric note=\"Too much\"", "confirm")
    #expect(
      talk.transcript.prefix(2) == [
        "> g", "Carla Stein: green on Improve activation rate",
      ])
    #expect(talk.text.contains("Vera Engel: yellow on Improve activation rate, about the metric target: “Too much”"))
    #expect(talk.text.contains("refused: silent: Victor Sand and Ada Obi are silent"))
    talk.type("g", "g", "c")
    #expect(talk.text.contains("Improve activation rate: confirmed"))
    talk.type("u")
    #expect(talk.text.contains("took back what the facilitator gave: “Improve activation rate: confirmed"))
    #expect(!talk.text.contains("\u{1b}"))
  }

  @Test("The countdown is said at five, two and one minutes and at zero, without a wake-up between")
  func countdown() {
    var talk = Talk()
    talk.type("next", "next", "next")
    talk.transcript = []
    let wakeUps = talk.wait(1000)
    #expect(
      talk.transcript == [
        "5 minutes left", "2 minutes left", "one minute left",
        "time is up: “extend 5” gives more, “park” and “next” move on; nothing moves by itself", "5 minutes over time",
      ])
    #expect(wakeUps == 5)
  }

  @Test("Help, where, people and the parking lot answer at any time")
  func questions() {
    var talk = Talk()
    talk.type("help dot", "where", "people", "parking", "goals", "help", "nonsense")
    #expect(talk.text.contains("Example: dot vp-eng red"))
    #expect(talk.text.contains("cs-head: Carla Stein, here"))
    #expect(talk.text.contains("P1 parked: Push notifications"))
    #expect(talk.text.contains("No goal has been presented yet."))
    #expect(talk.text.contains("refused: unknown-verb"))
    for grammar in CommandGrammar.all { #expect(talk.text.contains("\(grammar.verb.rawValue): \(grammar.does)")) }
  }

  @Test("The end of the input leaves the session running, after every line was answered")
  func endOfInput() {
    var talk = Talk()
    talk.carryOut(talk.plain.handle(line: "next", at: talk.now))
    talk.carryOut(talk.plain.end(at: talk.now))
    #expect(talk.host.state.step == .boundary)
    #expect(talk.reason == .detached)
  }

  @Test("stop ends the session, quit leaves it")
  func endings() {
    var talk = Talk()
    talk.type("stop")
    #expect(talk.reason == .stopped)
    talk = Talk()
    talk.type("quit")
    #expect(talk.reason == .detached)
  }
}
