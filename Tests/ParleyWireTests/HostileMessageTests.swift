import ParleyCore
import ParleyWire
import TestFixtures
import Testing

@Suite("Messages that somebody forged")
struct HostileMessageTests {
  @Test("Each is read or is a fault, and a session that was read can be looked at", arguments: 0..<4)
  func forged(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    for _ in 0..<Sweep.runs(25, whole: 5000) {
      for message in MessageTests.fromHosts {
        let json = message.json.damaged(&chance)
        guard let read = try? HostMessage(payload: Array(json.line.utf8)) else { continue }
        guard case .snapshot(let snapshot) = read else { continue }
        let session = Session(snapshot)
        #expect(SessionTime(session.state, at: MessageTests.entry.at) != nil || session.state.ended != nil)
        _ = Countdown(foremostIn: session.state, at: MessageTests.entry.at)
        #expect(!RecordedText(session).text.isEmpty)
      }
      for message in MessageTests.fromTerminals {
        let json = message.json.damaged(&chance)
        let read = try? TerminalMessage(payload: Array(json.line.utf8))
        #expect(read != nil || JSON(Array(json.line.utf8)) != nil)
      }
    }
  }

  @Test("A welcome may say any time", arguments: [Int.max, .min, 1 << 50, -(1 << 50)])
  func welcome(time: Int) {
    let text = "{\"m\":21,\"version\":6,\"session\":\"x\",\"role\":\"screen\",\"now\":\(time),\"boottime\":\(time)}"
    #expect(throws: WireFault.self) { try HostMessage(payload: Array(text.utf8)) }
  }
}

/// What a terminal would tell of a session.
private struct RecordedText {
  let text: String

  init(_ session: Session) {
    text =
      Record(of: session).json.line + AgendaView(session.state, at: MessageTests.entry.at).rows.map(\.title).joined()
  }
}
