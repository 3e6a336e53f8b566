import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import Testing

@testable import ParleyHost

/// A terminal that keeps every byte its host sends.
private final class ByteTap {
  private let socket: Int32
  private(set) var bytes: [UInt8] = []
  private var count = 0

  init(_ house: House, _ path: String, _ role: ParleyWire.Role) throws {
    socket = try house.raw(path)
    say(.hello(.init(role: role)))
  }

  deinit { close(socket) }

  func give(_ line: String) {
    count += 1
    if let id = CommandID("tap.\(count)") { say(.command(id: id, line: line)) }
  }

  private func say(_ message: TerminalMessage) {
    var frame: [UInt8] = []
    FrameWriter.append(message.payload, to: &frame)
    _ = send(socket, frame, frame.count, 0)
  }

  func listen() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let got = recv(socket, &buffer, buffer.count, 0), got > 0 { bytes += buffer[..<got] }
  }
}

@Suite("The traces of a silent vote")
struct VoteSecrecyTests {
  let house: House

  init() throws { house = try House(VoteOfEight.opening) }

  @Test("from its opening to its reveal no file and no line holds a ballot, a partial sum or a link to a person")
  func everyByte() throws {
    let process = try house.host()
    let facilitator = try ByteTap(house, process.socketPath, .facilitator)
    let screen = try ByteTap(house, process.socketPath, .screen)
    func give(_ line: String) throws {
      facilitator.give(line)
      try process.settled()
      for tap in [facilitator, screen] { tap.listen() }
    }
    try give("next")
    try give(VoteOfEight.open)
    let secrets = Spellings(VoteOfEight.secrets + [VoteOfEight.tally()])
    var halves: [[UInt8]] = []
    for person in VoteOfEight.people.indices {
      try give(VoteOfEight.line(person))
      let files = house.files()
      #expect(files.keys.contains { $0.hasSuffix("-wal") } && files.keys.contains { $0.contains("memory/") })
      for (name, bytes) in files.merging(
        ["to facilitator": facilitator.bytes, "to screen": screen.bytes], uniquingKeysWith: { $1 })
      {
        #expect(secrets.found(in: bytes) == 0, "\(name) after \(person + 1)")
      }
      halves += files.filter { $0.key.contains(".pad.") || $0.key.contains(".ballots.") }.values
    }
    #expect(halves.count == 16 && Set(halves).count == 16 && Set(halves.map(\.count)).count == 1)
    try give("vote reveal")
    #expect(process.host.live.session.state.votes.last?.tally == VoteOfEight.tally())
    process.end()
    for (name, bytes) in house.files() {
      #expect(Spellings(VoteOfEight.lasting).found(in: bytes) == 0, "\(name)")
      #expect(!name.contains(".pad.") && !name.contains(".ballots."), "\(name)")
    }
    #expect(Spellings(VoteOfEight.lasting).found(in: facilitator.bytes + screen.bytes) == 0)
    #expect(Spellings([VoteOfEight.tally()]).found(in: screen.bytes) > 0)
    #expect(try house.entries().count { $0 == "ballot" } == 8)
  }

  @Test("the same search finds the ballots once both halves are put together")
  func searchWorks() throws {
    let process = try house.host()
    process.host.give("next", by: .facilitator)
    process.host.give(VoteOfEight.open, by: .facilitator)
    process.host.give(String(VoteOfEight.line(0).drop { $0 != "b" }), by: .stakeholder(VoteOfEight.people[0]))
    let halves = house.files().filter { $0.key.contains(".pad.") || $0.key.contains(".ballots.") }.map(\.value)
    try #require(halves.count == 2)
    let whole = zip(halves[0], halves[1]).map { $0 ^ $1 }
    #expect(Spellings([VoteOfEight.ballot(0)]).found(in: whole) == 2)
    for needle in Spellings.of(VoteOfEight.ballot(0)) {
      #expect(Spellings([VoteOfEight.ballot(0)]).found(in: [7] + needle + [7]) > 0)
    }
    process.end()
  }

  @Test("the stored bytes are the same in whatever order the ballots came")
  func noOrder() {
    let orders = [Array(0..<8), Array((0..<8).reversed()), [3, 1, 7, 0, 2, 6, 5, 4]]
    let kept = orders.map { order in
      let box = order.reduce(into: BallotBox()) { $0.add(VoteOfEight.ballot($1)) }
      return BallotSums(vote: "v", goals: VoteOfEight.goals, current: box, next: box).encoded()
    }
    #expect(kept[0] == kept[1] && kept[1] == kept[2])
  }

  // Two known ballots come in one order or the other. A spy who reads one half after every cast learns from 100 votes
  // how the bytes lean, and guesses 100 more. The guess is right half the time, as without reading.
  @Test("reading either half after every cast tells the order of arrival no better than chance", arguments: [0, 1])
  func arrival(half: Int) throws {
    let files = SplitBallots(padPath: house.path + "/pad", sumsPath: house.path + "/sums")
    let ballots = [VoteOfEight.ballot(0), VoteOfEight.ballot(4)]
    func seen(swapped: Bool) -> [UInt8] {
      var box = BallotBox()
      var seen: [UInt8] = []
      for ballot in swapped ? ballots.reversed() : ballots {
        box.add(ballot)
        files.keep(BallotSums(vote: "v", goals: VoteOfEight.goals, current: box, next: box))
        let halves = house.files().filter { $0.key.hasPrefix(half == 0 ? "pad" : "sums") }
        seen += halves.values.joined().dropFirst(8).prefix(400)
      }
      return seen
    }
    var lean = [Double](repeating: 0, count: 800)
    for turn in 0..<100 {
      for (index, byte) in seen(swapped: turn % 2 == 1).enumerated() {
        lean[index] += (turn % 2 == 1 ? -1 : 1) * (Double(byte) - 127.5)
      }
    }
    var right = 0
    for _ in 0..<100 {
      let isSwapped = Bool.random()
      let score = zip(seen(swapped: isSwapped), lean).reduce(0) { $0 + (Double($1.0) - 127.5) * $1.1 }
      if (score < 0) == isSwapped { right += 1 }
    }
    // 4.6 standard deviations: a fair guess falls outside once in 250,000 runs.
    #expect((27...73).contains(right), "\(right) of 100")
  }
}
