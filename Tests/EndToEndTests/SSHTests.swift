import Glibc
import TerminalProbe
import TestFixtures
import Testing

/// A real sshd on this machine's loopback, for one test.
final class LoopbackSSH {
  private let program: Program
  private let server: Probe
  private let port: UInt16
  private let user: String

  static let path = "/usr/sbin/sshd"

  static var isInstalled: Bool {
    access(path, X_OK) == 0 && (try? Run(["sh", "-c", "command -v ssh ssh-keygen"]).code) == 0
  }

  /// Lets in the key of `key`, by the line that `parley invite` printed for it.
  init(_ program: Program, authorizedKeys line: String) throws {
    self.program = program
    (port, user) = (try LoopbackSSH.freePort(), String(cString: getpwuid(geteuid()).pointee.pw_name))
    // As root, sshd gives up its rights in this folder.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    let scratch = program.scratch
    _ = try Run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", scratch.path("host_key")])
    let keys = scratch.write(line, to: "authorized_keys")
    let binaries = try builtProgram("parley").split(separator: "/").dropLast().joined(separator: "/")
    let config = """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(scratch.path("host_key"))
      AuthorizedKeysFile \(keys)
      PidFile none
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      PermitRootLogin prohibit-password
      Subsystem sftp internal-sftp
      SetEnv PATH=/\(binaries):/usr/bin:/bin PARLEY_STORE=\(program.store) TMPDIR=\(scratch.path) XDG_CONFIG_HOME=\(scratch.path)

      """
    server = try Probe(
      command: [LoopbackSSH.path, "-D", "-e", "-f", scratch.write(config, to: "sshd_config")], size: (200, 30))
    try server.wait(for: "Server listening")
  }

  deinit { server.terminate(SIGTERM) }

  func command(_ options: [String], _ words: String...) -> [String] {
    ["ssh", "-p", "\(port)", "-i", program.scratch.path("key"), "-F", "none"]
      + [
        "UserKnownHostsFile=/dev/null", "StrictHostKeyChecking=no", "IdentitiesOnly=yes", "BatchMode=yes",
        "LogLevel=ERROR",
      ].flatMap { ["-o", $0] } + options + ["\(user)@127.0.0.1"] + words
  }

  private static func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let done = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    try #require(done)
    return UInt16(bigEndian: address.sin_port)
  }
}

@Suite(
  "Over SSH with a forced command",
  .enabled(if: LoopbackSSH.isInstalled, "there is no sshd here: install openssh-server to try it"))
struct SSHTests {
  @Test("The key's line opens the seat in a real terminal, whatever is asked for, and nothing else")
  func forced() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let key = room.program.scratch.path("key")
    _ = try Run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "carla@laptop", "-f", key])
    let invited = try room.program.run("invite", "cs-head", "--ssh-key", "\(key).pub")
    #expect(invited.output.contains(" --as cs-head --token "))
    let ssh = try LoopbackSSH(room.program, authorizedKeys: invited.output)

    let own = try Probe(command: ssh.command(["-tt"]), directory: room.program.scratch.path)
    try own.wait(for: "Your dot on this goal")
    #expect(own.picture.words.contains("Carla Stein"))
    try own.send("g")
    try room.see("Carla Stein: green")
    // Neither a key that would leave the program nor the asked-for command gives a shell.
    try own.send(bytes: [0x1A])
    try own.send("?")
    try own.wait(for: "Enter does it")
    try own.key(.escape)
    try own.wait(for: "Your dot on this goal")
    let asked = try Probe(
      command: ssh.command(["-tt"], "sh", "-c", "'echo I am in; id'"), directory: room.program.scratch.path)
    try asked.wait(for: "Carla Stein")
    #expect(!String(decoding: asked.transcript, as: UTF8.self).contains("I am in"))
    asked.hangUp()
    for (options, words) in [([], "cat /etc/passwd"), (["-s"], "sftp"), (["-W", "127.0.0.1:22"], "")] {
      let run = try Run(ssh.command(["-T"] + options, words), directory: room.program.scratch.path)
      #expect(run.code != 0 && !run.output.contains("root:"), "\(words): \(run.output) \(run.errors)")
    }
    // A line that breaks costs nobody anything; the same key comes back to the same seat.
    own.hangUp()
    let again = try Probe(command: ssh.command(["-tt"]), directory: room.program.scratch.path)
    try again.wait(for: "Your dot on this goal is green")
    #expect(try room.program.commands().filter { $0.contains("dot") }.count == 1)
    try room.stop()
    #expect(try again.waitForExit() == .exited(0))
  }

  @Test("A key opens the session for which it was given, and no other of the account; after the close, its record")
  func oneSession() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let key = room.program.scratch.path("key")
    _ = try Run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "carla@laptop", "-f", key])
    let invited = try room.program.run("invite", "cs-head", "--ssh-key", "\(key).pub")
    let ssh = try LoopbackSSH(room.program, authorizedKeys: invited.output)
    try room.command("close early because=\"The train goes\"", "closed")
    try room.stop()

    // The facilitator has gone home, and holds another session, which was never shared.
    let other = try room.program.screen("host", example("q3-review.yaml"))
    try other.wait(for: "review")
    let own = try Probe(command: ssh.command(["-tt"]), directory: room.program.scratch.path)
    try own.wait(for: "Q3 alignment")
    try own.send(":comment \"I would have liked to say more\"\n")
    try own.wait(for: "you: I would have liked to say more")
    try own.send("q")
    try own.wait(for: "The session goes on without this terminal.")
    try own.send("l")
    #expect(try own.waitForExit() == .exited(0))
    let record = try room.program.run("record", "q3-alignment", "--format", "json")
    #expect(record.output.contains("I would have liked to say more"))

    // What was taken back opens nothing any more.
    #expect(
      try room.program.run("seats", "q3-alignment", "--withdraw", "cs-head").output
        == "cs-head: 1 invitation taken back\n")
    let late = try Probe(command: ssh.command(["-tt"]), directory: room.program.scratch.path)
    #expect(try late.waitForExit() == .exited(77))
    #expect(late.picture.words.contains("was taken back"))

    // A line of before names no session: it is good only for one that has invited whoever comes.
    let before = "restrict,pty,command=\"parley join --as cs-head\" "
    let old = try LoopbackSSH(
      room.program, authorizedKeys: before + (try Run(["cat", "\(key).pub"]).output))
    let stranger = try Probe(command: old.command(["-tt"]), directory: room.program.scratch.path)
    #expect(try stranger.waitForExit() == .exited(77))
    #expect(stranger.picture.words.contains("invited nobody of that name"), "\(stranger.picture)")
    // Neither is a line that names a session and shows nothing of an invitation to it.
    let bare = "restrict,pty,command=\"parley join q2-review-and-q3-goals --as cs-head\" "
    let named = try LoopbackSSH(room.program, authorizedKeys: bare + (try Run(["cat", "\(key).pub"]).output))
    let uninvited = try Probe(command: named.command(["-tt"]), directory: room.program.scratch.path)
    #expect(try uninvited.waitForExit() == .exited(77))
    #expect(uninvited.picture.words.contains("this invitation is not for"), "\(uninvited.picture)")
    other.terminate()
    _ = try other.waitForExit()
  }
}
