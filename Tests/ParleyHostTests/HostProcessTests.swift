import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import Testing

@testable import ParleyHost

@Suite("A host process")
struct HostProcessTests {
  let house: House

  init() throws { house = try House() }

  @Test("terminals on its socket give commands, and everyone hears of them")
  func serves() throws {
    let process = try house.host()
    let (first, second) = (try process.link(), try process.link(.screen))
    try process.settled()
    #expect(first.receive().endWithJoining && second.receive().endWithJoining)
    let id = first.give("note hello")
    try process.settled()
    let told = first.receive()
    #expect(told.lines == ["note hello"])
    #expect(told.rest.last == .accepted(id: id, entry: 1))
    #expect(second.receive().lines == ["note hello"])
    process.end()
    _ = second.receive()
    #expect(second.disconnectReason == .stopped)
    #expect(try house.entries() == ["open", "note hello"])
  }

  @Test("of a long session it has the last entries in memory, and the others for whoever asks for them")
  func long() throws {
    let journal = try Journal.open(house.file, access: .holder)
    _ = try journal.entries()
    for number in 1...3000 {
      let entry = Entry(
        number: number, at: Table.at, by: .facilitator, line: "heard ana",
        events: [Heard(who: StakeholderID("ana")).event])
      try journal.append(entry, commandID: "c\(number)", clock: .now())
    }
    journal.close()
    let process = try house.host()
    let live = process.host.live
    #expect(live.session.nextNumber == 3001 && live.session.entries.count <= 2048)
    #expect(live.session.entry(700) == nil && live.entry(700)?.number == 700)
    #expect(try live.allEntries().map(\.number) == Array(0...3000))
    let link = try process.link()
    try process.settled()
    #expect(link.receive().endWithJoining)
    link.give("undo")
    // A command of long ago that is given again is not carried out again, and whoever gives it hears what came of it.
    let again = link.give("heard ben", id: try #require(CommandID("c10")))
    try process.settled()
    let told = link.receive()
    #expect(told.contains(.accepted(id: again, entry: 10)) && told.lines == ["undo", "heard ana"])
    #expect(live.session.nextNumber == 3002 && live.session.undoable?.number == 2999)
    process.end()
    #expect(try house.entries().count == 3002)
  }

  @Test("what was given long ago can be taken back all the way, and after a restart and the loss of the file too")
  func longAgo() throws {
    var journal = try Journal.open(house.file, access: .holder)
    func live() throws -> LiveSession {
      LiveSession(
        try journal.session(knowing: 8), journal: journal, time: VirtualTime(start: Table.at), knowing: 8)
    }
    var host = try live()
    func give(_ line: String) -> Bool {
      for case .outcome(_, .accepted) in host.submit(.random(), line, by: .facilitator) { return true }
      return false
    }
    for number in 0..<150 { #expect(give("park \"\(number)\"")) }
    host.rest()
    #expect(host.session.entries.count <= 16)
    for _ in 0..<50 { #expect(give("undo")) }
    unlink(house.file.path)
    for _ in 0..<50 { #expect(give("undo")) }
    #expect(journal.file.id == "q3-rescued")
    journal.close()
    journal = try Journal.open(journal.file, access: .holder)
    host = try live()
    for _ in 0..<50 { #expect(give("undo")) }
    #expect(host.session.undoable == nil && host.session.state.parkingLot.isEmpty)
    for _ in 0..<150 { #expect(give("redo")) }
    #expect(host.session.state.parkingLot.map(\.text) == (0..<150).map(String.init))
    journal.close()
  }

  @Test("the session's time follows the machine's, and a terminal can compute it")
  func time() throws {
    let process = try house.host()
    let link = try process.link()
    try process.settled()
    _ = link.receive()
    let now = try #require(link.now())
    let passed = now.seconds(since: Table.at)
    #expect(passed >= 0 && passed < 60)
    process.end()
  }

  @Test("it leaves neither socket nor lock, and a file that stands alone")
  func leavesNothing() throws {
    let process = try house.host()
    #expect(Holder.current(lockPath: house.file.lockPath)?.socket == process.socketPath)
    #expect(access(process.socketPath, F_OK) == 0)
    process.end()
    for path in [process.socketPath, house.file.lockPath, house.file.path + "-wal", house.file.path + "-shm"] {
      #expect(access(path, F_OK) != 0)
    }
  }

  @Test("once the session is closed its file stands alone, and still takes comments")
  func closed() throws {
    let process = try house.host()
    let link = try process.link()
    link.give("note hello")
    try process.settled()
    #expect(access(house.file.path + "-wal", F_OK) == 0)
    for line in ["close early because=late", "comment ana thanks"] {
      link.give(line)
      try process.settled()
      #expect(access(house.file.path + "-wal", F_OK) != 0)
    }
    #expect(try house.entries() == ["open", "note hello", "close early because=late", "comment ana thanks"])
    process.end()
  }

  @Test("a host that cannot begin reports why in one line, and ends with that exit code")
  func cannotBegin() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let path = house.path + "/store/none.parley"
    #expect(HostProcess.main(HostOrder(file: SessionFile(path: path), place: house.place), readiness: ends[1]) == 66)
    var buffer = [UInt8](repeating: 0, count: 1000)
    let count = read(ends[0], &buffer, buffer.count)
    let text = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    #expect(text == "failed 66 \(path): no such session — parley sessions lists what there is\n")
    close(ends[0])
    close(ends[1])
  }

  @Test("a second host of the same session finds it busy, and does the first no harm")
  func busy() throws {
    let process = try house.host()
    do {
      _ = try HostProcess(house.order)
      Issue.record("a second host")
    } catch { #expect(error.exitCode == 75) }
    let link = try process.link()
    try process.settled()
    #expect(link.receive().endWithJoining)
    process.end()
  }

  @Test(
    "garbage ends its own line, with the reason, and no other",
    arguments: [
      "GET / HTTP/1.1\r\n\r\n", "\0\0\0\0", "\0\u{7F}\u{7F}\u{7F}", "\0\0\0\u{2}{}", "\0\0\0\u{7}{\"m\":9}",
    ])
  func garbage(text: String) throws {
    let process = try house.host()
    let good = try process.link()
    let bad = try house.raw(process.socketPath)
    _ = text.withCString { send(bad, $0, text.utf8.count, 0) }
    try process.settled()
    var messages: [HostMessage] = []
    let end = SocketConnection<TerminalMessage, HostMessage>(taking: bad)
    messages = end.receive()
    guard case .ended(.badMessage)? = messages.last else {
      Issue.record("\(messages)")
      return
    }
    _ = end.receive()
    #expect(!end.isOpen)
    good.give("note still-here")
    try process.settled()
    #expect(good.receive().lines == ["note still-here"])
    process.end()
  }

  @Test("a message over the limit ends its line as soon as it is announced")
  func tooLong() throws {
    let process = try house.host()
    let bad = try house.raw(process.socketPath)
    let link = TerminalLink(
      over: SocketConnection<TerminalMessage, HostMessage>(taking: bad), hello: .init(role: .facilitator))
    link.give(String(repeating: "x", count: 70_000))
    try process.settled()
    _ = link.receive()
    #expect(link.disconnectReason == .badMessage("a message is longer than 65536 bytes"))
    process.end()
  }

  @Test("a terminal that does not read costs little and loses nothing")
  func slow() throws {
    let process = try house.host()
    let (slow, quick) = (try process.link(), try process.link())
    let text = String(repeating: "long ", count: 600)
    var lines: [String] = []
    var told: [HostMessage] = []
    for number in 0..<400 {
      lines.append("note \"\(number) \(text)\"")
      quick.give(lines[number])
      try process.settled()
      told += quick.receive()
    }
    #expect(told.lines == lines)
    #expect(process.host.seats.allSatisfy { $0.line.unsentBytes < 200_000 })
    #expect(process.host.seats.contains { $0.line.unsentBytes > 0 })
    var late: [HostMessage] = []
    for _ in 0..<4000 where late.lines.count < lines.count {
      late += slow.receive()
      try process.settled()
    }
    #expect(late.lines == lines)
    // The log may have been due to be folded into the file just now.
    try process.settled()
    #expect(try process.turn(withinMs: 0) == false)
    process.end()
  }

  @Test("a terminal that asks much and reads nothing is not heard until it reads; every answer comes")
  func flood() throws {
    let process = try house.host()
    let link = try process.link()
    var ids: [CommandID] = []
    for _ in 0..<8000 {
      ids.append(link.give("nonsense"))
      if link.unsentBytes > 0 { try process.settled() }
    }
    #expect(process.host.seats.allSatisfy { $0.line.unsentBytes < 4 << 20 })
    var answered: [CommandID] = []
    for _ in 0..<10_000 where answered.count < ids.count && link.isOpen {
      link.flush()
      try process.settled()
      answered += link.receive().compactMap { if case .refused(let id, _) = $0 { id } else { nil } }
    }
    #expect(answered.count == ids.count && answered == ids)
    process.end()
  }

  @Test("a terminal that went away is forgotten, and costs no wake-up")
  func gone() throws {
    let process = try house.host()
    let stays = try process.link()
    do {
      let goes = try process.link()
      try process.settled()
      #expect(process.host.seats.count == 2)
      goes.close()
    }
    try process.settled()
    #expect(process.host.seats.count == 1)
    #expect(try process.rests())
    stays.close()
    process.end()
  }

  @Test("the sixty-fifth terminal hears that there is no room, and the next one comes in as soon as there is")
  func crowd() throws {
    let process = try house.host()
    var links: [TerminalLink] = []
    for _ in 0..<64 { links.append(try process.link()) }
    try process.settled()
    let late = try process.link()
    try process.settled()
    _ = late.receive()
    guard case .full? = late.disconnectReason else {
      Issue.record("\(late.disconnectReason as Any)")
      return
    }
    #expect(process.host.seats.count == 64 && links.allSatisfy { $0.receive().endWithJoining })
    #expect(try process.rests())
    links[0].close()
    try process.settled()
    let next = try process.link()
    try process.settled()
    #expect(next.receive().endWithJoining)
    process.end()
  }

  @Test("after a host that was killed the next one goes on, and the terminal's last command counts once")
  func killed() throws {
    var process: HostProcess? = try house.host()
    let path = try #require(process?.socketPath)
    let link = try TerminalLink(to: path, hello: .init(role: .facilitator))
    let id = link.give("note hello")
    try process?.settled()
    // What the kernel does at the end of a process: every descriptor is closed, nothing is tidied up.
    process = nil
    #expect(access(path, F_OK) == 0)
    _ = link.receive()
    #expect(!link.isOpen || link.receive().isEmpty && link.ending == .left)
    let next = try house.host()
    let again = try TerminalLink(to: path, hello: .init(role: .facilitator))
    again.give("note hello", id: id)
    try next.settled()
    let told = again.receive()
    #expect(told.lines == ["note hello"])
    #expect(told.rest.last == .accepted(id: id, entry: 1))
    next.end()
  }

  @Test("it listens in no directory that is a link")
  func link() throws {
    symlink(house.path, house.place.directory)
    do {
      _ = try HostProcess(house.order)
      Issue.record("it listens")
    } catch {
      #expect(error == .socket(.unsafeDirectory(house.place.directory, .link)))
      #expect(error.exitCode == 77)
    }
    #expect(Holder.current(lockPath: house.file.lockPath) == nil)
    unlink(house.place.directory)
  }

  @Test("a host needs a session")
  func noFile() throws {
    let order = HostOrder(file: SessionFile(path: house.path + "/store/none.parley"), place: house.place)
    do {
      _ = try HostProcess(order)
      Issue.record("it holds nothing")
    } catch { #expect(error.exitCode == 66) }
  }
}

@Suite("Starting a host")
final class HostLauncherTests {
  private var started: [Int32] = []

  /// Children that nobody waits for stay in the tests' process, and it is those that the library which waits for a test's
  /// own process (`SoakTests`) then finds again and again, for ever.
  deinit {
    for child in started {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
  }

  @Test(
    "an order survives its way through the arguments of a process",
    arguments: [
      SessionHost.Patience(), .init(whileOpen: nil, onceClosed: 0), .init(whileOpen: 5, onceClosed: nil),
    ])
  func arguments(patience: SessionHost.Patience) {
    let order = HostOrder(
      file: SessionFile(path: "/a store/q3.parley"), place: SocketPlace(directory: "/tmp/parley-7"), patience: patience)
    var shared = order
    shared.place = SocketPlace(directory: "/tmp/parley-7-g50", group: 50)
    #expect(HostOrder(arguments: shared.arguments) == shared)
    #expect(HostOrder(arguments: order.arguments) == order)
    #expect(HostOrder(arguments: order.arguments + ["x"]) == nil)
    #expect(HostOrder(arguments: ["/a", "/b", "soon", "5"]) == nil)
  }

  @Test("the caller learns where the host listens")
  func ready() throws {
    let launcher = try start("echo ready /tmp/parley-7/a b.sock")
    #expect(try launcher.wait() == "/tmp/parley-7/a b.sock")
  }

  @Test("the caller learns why there is no host, with its exit code")
  func failed() throws {
    let launcher = try start("echo failed 75 /store/q3.parley: is held by process 9 — parley join enters it; sleep 60")
    #expect(
      throws: HostFault.told(
        exitCode: 75, line: "/store/q3.parley: is held by process 9 — parley join enters it")
    ) { try launcher.wait() }
  }

  @Test(
    "a process that ends without a word, or talks nonsense, is no host",
    arguments: ["exit 3", "echo hello", "printf ready"])
  func silent(script: String) throws {
    let launcher = try start(script)
    #expect(throws: HostFault.silent) { try launcher.wait() }
  }

  @Test("nobody waits for ever for a host that says nothing")
  func slow() throws {
    let launcher = try start("exec sleep 60")
    #expect(throws: HostFault.silent) { try launcher.wait(atMostMs: 30) }
  }

  @Test("the fault names a program that does not exist")
  func missing() {
    #expect(throws: HostFault.cannotStart(path: "/no/such/parley", errno: ENOENT)) {
      try HostLauncher.start(executable: "/no/such/parley", arguments: [])
    }
  }

  @Test("a host is the leader of a session of its own, without terminal")
  func ownSession() throws {
    let launcher = try start("echo ready $(ps -o sid= -p $$) $(test -t 0 || echo none)")
    #expect(try launcher.wait().split(separator: " ") == ["\(launcher.pid)", "none"])
  }

  private func start(_ script: String) throws -> HostLauncher {
    let launcher = try HostLauncher.start(executable: "/bin/sh", arguments: ["-c", script])
    started.append(launcher.pid)
    return launcher
  }
}
