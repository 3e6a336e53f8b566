import Glibc
import TerminalProbe
import TestFixtures
import Testing

/// Commands as another user of this machine: possible only as root, with setpriv, and where that user may run the
/// built program.
enum OtherAccount {
  static let group = "games"

  static var isPossible: Bool {
    guard getuid() == 0, getgrnam(group) != nil, let program = try? builtProgram("parley") else { return false }
    return (try? Run(command(user: 61_001, [program, "--version"])).code) == 0
  }

  static func command(user: Int, inGroup: Bool = true, _ command: [String]) -> [String] {
    let groups = inGroup ? ["--groups", group] : ["--clear-groups"]
    return ["setpriv", "--reuid", "\(user)", "--regid", "\(user)"] + groups + command
  }
}

@Suite(
  "Accounts of one machine",
  .enabled(if: OtherAccount.isPossible, "other users' commands need root, setpriv and a program that they may run"))
struct OtherAccountsTests {
  /// A live session that is open to the group, on the facilitator's screen.
  private func room() throws -> SessionRoom {
    let program = try Program()
    chmod(program.scratch.path, 0o711)
    let screen = try program.screen("host", example("saas-q3.yaml"), "--share", OtherAccount.group)
    try screen.wait(for: "q3-alignment")
    host = screen
    return try SessionRoom(resuming: program)
  }

  private final class Box { var host: Probe? }
  private let box = Box()
  private var host: Probe? {
    get { box.host }
    nonmutating set { box.host = newValue }
  }

  private func join(
    _ program: Program, user: Int, inGroup: Bool = true, at known: String? = nil, _ arguments: String...
  ) throws -> Probe {
    let socket = try known ?? self.socket(program)
    return try Probe(
      command: OtherAccount.command(
        user: user, inGroup: inGroup, [try builtProgram("parley"), "join", "--socket", socket] + arguments),
      environment: ["TMPDIR": "/tmp", "HOME": "/nonexistent"], size: (80, 24), directory: "/")
  }

  private func socket(_ program: Program) throws -> String {
    let invited = try program.run("invite", "cs-head")
    #expect(invited.code == 0, "\(invited.errors)")
    let words = invited.output.split(separator: " ")
    return String(try #require(words.firstIndex(of: "--socket").map { words[$0 + 1] }))
  }

  @Test("A guest who comes and goes without end keeps neither the facilitator's commands out nor a second screen")
  func comesAndGoes() throws {
    let room = try room()
    let loop = """
      use Socket; my $end = time + 60; while (time < $end) {
      for (1..200) { socket(my $s, PF_UNIX, SOCK_STREAM, 0); connect($s, sockaddr_un($ARGV[0])) and close $s } }
      """
    let guests = try (61_001...61_002).map { user in
      try Probe(
        command: OtherAccount.command(user: user, ["perl", "-e", loop, try socket(room.program)]), environment: [:],
        size: (20, 5), directory: "/")
    }
    for number in 1...10 { #expect(try room.program.run("send", "q3", "note", "number \(number)").code == 0) }
    let second = try room.program.terminal("resume", "q3")
    try second.wait(for: "Q3 alignment")
    withExtendedLifetime(guests) {}
    #expect(try room.program.commands().count { $0.contains("number") } == 10)
  }

  @Test("An invited account has its seat, and no other; the group may come in, and nobody else")
  func invited() throws {
    let room = try room()
    let given = try room.program.run("invite", "cs-head", "--user", "61001")
    #expect(given.code == 0 && given.errors.contains("no account of this machine has the number 61001"))
    #expect(try room.program.run("invite", "ceo", "--user", "root").isFault(64))
    // Known to this machine, and in no group but its own.
    let outsider = try room.program.run("invite", "ceo", "--user", "daemon")
    #expect(outsider.code == 0 && outsider.errors.contains("daemon is not in the group \(OtherAccount.group)"))
    #expect(given.output.hasPrefix("parley join --socket ") && !given.output.contains("--as"))
    let own = try join(room.program, user: 61_001)
    try own.wait(for: "Carla Stein")
    try own.send(":request \"From my account\"\n")
    try room.screen.wait(until: "the request on the shared screen") {
      $0.words.contains("parked: From my account") || $0.words.contains("P2 From my")
    }
    #expect(try room.program.commands().contains { $0.contains("From my account") })
    for line in ["next"] {
      try own.send(":\(line)\n")
      try own.wait(until: "a refusal of \(line)") { $0.words.contains("not yours to give") }
      try own.key(.escape)
      try own.wait(until: "the : line to go") { !$0.words.contains(":\(line)") }
    }
    let other = try join(room.program, user: 61_001, "--as", "ceo")
    #expect(try other.waitForExit() == .exited(77))
    #expect(other.picture.words.contains("this account was invited as cs-head"))
    let outside = try join(room.program, user: 61_002, inGroup: false)
    #expect(try outside.waitForExit() == .exited(77))
    #expect(try room.program.commands().filter { $0.contains("request") }.count == 1)
    try room.stop()
    #expect(try own.waitForExit() == .exited(0))
  }

  @Test("After the close an invited account reads the record and comments, though everyone has gone; others do not")
  func afterClose() throws {
    let room = try room()
    #expect(try room.program.run("invite", "cs-head", "--user", "61001").code == 0)
    let socket = try socket(room.program)
    try room.command("close early because=\"The train goes\"", "closed")
    try room.press("q", "Leave?")
    try room.screen.send("l")
    #expect(try room.screen.waitForExit() == .exited(0))
    // A session that nobody else can reach would be put away within two seconds.
    #expect(throws: (any Error).self) { try host?.waitForExit(timeout: 3) }
    let own = try join(room.program, user: 61_001, at: socket)
    try own.wait(for: "Q3 alignment")
    try own.send(":comment \"I would have liked to say more\"\n")
    try own.wait(for: "you: I would have liked to say more")
    own.hangUp()
    let outsider = try join(room.program, user: 61_002, inGroup: false, at: socket)
    #expect(try outsider.waitForExit() == .exited(77))
    #expect(try room.program.run("sessions", "--stop", "q3").code == 0)
    let late = try join(room.program, user: 61_001, at: socket)
    #expect(try late.waitForExit() == .exited(69))
    #expect(late.picture.words.contains("whoever led it can open it again"))
    // Whoever holds the session opens it again with one command, for those for whom it was open.
    let again = try room.program.screen("host", "q3-alignment")
    try again.wait(for: "q3-alignment")
    let back = try join(room.program, user: 61_001, at: socket)
    try back.wait(for: "Q3 alignment")
    #expect(try room.program.run("sessions", "--stop", "q3").code == 0)
    #expect(try back.waitForExit() == .exited(0))
    let alone = try room.program.screen("host", "q3-alignment", "--share", "none")
    try alone.wait(for: "q3-alignment")
    #expect(try join(room.program, user: 61_001, at: socket).waitForExit() == .exited(69))
    #expect(
      try room.program.run("record", "q3", "--format", "json").output.contains("I would have liked to say more"))
  }

  @Test("A stranger waits until the facilitator says yes, and hears when it is no")
  func unknown() throws {
    let room = try room()
    let unknown = try join(room.program, user: 61_002, "--as", "vp-eng")
    try unknown.wait(for: "Waiting to be let in")
    try room.see("uid 61002 waits to be let in as vp-eng; L answers")
    #expect(!unknown.picture.words.contains("In the room"))
    try room.press("L", "yes, as Vera Engel")
    try room.screen.send("y")
    try unknown.wait(for: "Vera Engel")
    try room.see("Vera Engel (uid 61002) joined")
    let other = try join(room.program, user: 61_003)
    try other.wait(for: "Waiting to be let in")
    try room.press("L", "turn them away")
    try room.screen.send("x")
    #expect(try other.waitForExit() == .exited(77))
    #expect(other.picture.words.contains("the facilitator did not let this terminal in"))
    try room.stop()
  }

  @Test(
    "Only the socket is open: the folder does not list, the journal and the seats are closed, and so is a session that is not shared"
  )
  func closed() throws {
    let room = try room()
    let socket = try socket(room.program)
    let folder = socket.prefix(upTo: try #require(socket.lastIndex(of: "/")))
    for command in [
      "ls \(folder)", "cat \(room.program.store)/*.parley", "ls \(room.program.store)", "rm \(socket)",
      "touch \(folder)/x",
    ] {
      #expect(try Run(OtherAccount.command(user: 61_001, ["sh", "-c", command])).code != 0, "\(command)")
    }
    var found = stat()
    #expect(lstat(socket, &found) == 0 && found.st_mode & 0o777 == 0o660)
    #expect(lstat(String(folder), &found) == 0 && found.st_mode & 0o777 == 0o710)
    try room.stop()
    let alone = try SessionRoom(in: try Program())
    chmod(alone.program.scratch.path, 0o711)
    #expect(try alone.program.run("resume", "q3", "--share", OtherAccount.group, "--plain").code == 75)
    #expect(try alone.program.run("invite", "cs-head").output.contains("--socket") == false)
    try alone.stop()
  }

  @Test("A folder that someone else put in the socket's place is refused, and so is their host")
  func foreign() throws {
    let program = try Program()
    let gid = try #require(getgrnam(OtherAccount.group)).pointee.gr_gid
    let trap = program.scratch.path("parley-0-g\(gid)")
    mkdir(trap, 0o710)
    chown(trap, 61_003, gid)
    let refused = try program.run("host", example("saas-q3.yaml"), "--share", OtherAccount.group)
    #expect(refused.code == 77 && refused.errors.contains("is another user's"))
    #expect(lstatOwner(trap) == 61_003)
    rmdir(trap)
    symlink("/tmp", trap)
    #expect(try program.run("host", example("saas-q3.yaml"), "--share", OtherAccount.group).code == 77)
    unlink(trap)
  }

  private func lstatOwner(_ path: String) -> UInt32 {
    var found = stat()
    return lstat(path, &found) == 0 ? found.st_uid : .max
  }
}
