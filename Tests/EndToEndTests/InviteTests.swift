import Glibc
import TerminalProbe
import TestFixtures
import Testing

@Suite("Inviting others, and seat codes on one account")
struct InviteTests {
  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm carla@laptop"

  /// A session that a host without a screen holds.
  private func hosted() throws -> (Program, Probe) {
    let program = try Program()
    let host = try program.screen("host", example("saas-q3.yaml"))
    try host.wait(for: "q3-alignment")
    return (program, host)
  }

  /// The code that `parley invite WHO --code` prints below the command.
  private func code(for who: String, _ program: Program) throws -> String {
    let invited = try program.run("invite", who, "--code")
    #expect(invited.code == 0, "\(invited.errors)")
    let lines = invited.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 2 && lines[0].hasPrefix("parley join q3-alignment") && lines[0].hasSuffix(" --code"))
    return try #require(lines.last)
  }

  @Test("The list has a command for everyone in the plan, or for one of them, and for nobody else")
  func lists() throws {
    let (program, host) = try hosted()
    let all = try program.run("invite").output
    #expect(all.contains(" --as cs-head") && all.contains("# Carla Stein") && all.contains("--role note-taker"))
    let one = try program.run("invite", "cs-head")
    #expect(
      one.output.hasPrefix("parley join q3-alignment-")
        && one.output.contains(" --store \(program.store) --as cs-head --token "))
    #expect(try program.run("invite", "cs-head").output == one.output)
    #expect(all.contains(one.output.dropLast()))
    #expect(try program.run("invite", "screen").output.contains(" --role screen --token "))
    let strange = try program.run("invite", "cs-haed")
    #expect(strange.isFault(66) && strange.errors.contains("did you mean cs-head?"))
    #expect(try program.run("invite", "cockpit").isFault(64))
    #expect(try program.run("invite", "--code").isFault(64))
    #expect(try program.run("invite", "cs-head", "--user", "no-such-user-here").isFault(66))
    #expect(try program.run("run", example("saas-q3.yaml"), "--share", "no-such-group-here").code != 0)
    host.terminate()
    _ = try host.waitForExit()
    #expect(try program.run("invite", "cs-head").isFault(69))
  }

  @Test("A key gets one line that lets it join and nothing else; anything but a public key gets none")
  func keys() throws {
    let (program, host) = try hosted()
    let file = program.scratch.write("# mine\n\n\(Self.key)\n", to: "carla.pub")
    let line = try program.run("invite", "cs-head", "--ssh-key", file)
    #expect(line.output.hasPrefix("restrict,pty,command=\"parley join q3-alignment-"), "\(line.errors)")
    #expect(line.output.contains(" --store \(program.store) --as cs-head --token "))
    #expect(line.output.hasSuffix("\" \(Self.key)\n"))
    #expect(try program.run("invite", "screen", "--ssh-key", file).output.contains(" --role screen --token "))
    let byCode = try program.run("invite", "cs-head", "--code", "--ssh-key", file).output
    #expect(byCode.contains(" --store \(program.store) --code\" ") && !byCode.contains("--token"))
    let anywhere = try program.run("invite", "cs-head", "--any-session", "--ssh-key", file).output
    #expect(anywhere.contains("parley join --any-session --store \(program.store) --as cs-head --token "))
    // As editors and shells of Windows write it.
    let marked = program.scratch.write("\u{FEFF}\(Self.key)\r\n", to: "marked.pub")
    #expect(try program.run("invite", "cs-head", "--ssh-key", marked).output == line.output)
    let blob = Self.key.split(separator: " ")[1]
    let wrong = [
      "", "# nothing\n", "\(Self.key)\n\(Self.key)\n", "-----BEGIN OPENSSH PRIVATE KEY-----\n\(blob)\n", "hello\n",
      "ssh-ed25519\n", "ssh-rsa \(blob)\n", "ssh-ed25519 AAAA\n", "ssh-dss \(blob)\n",
      "command=\"sh\" \(Self.key)\n", "no-pty \(Self.key)\n",
    ]
    for text in wrong {
      let path = program.scratch.write(text, to: "wrong.pub")
      #expect(try program.run("invite", "cs-head", "--ssh-key", path).isFault(65), "\(text)")
    }
    let sly = program.scratch.write("ssh-ed25519 \(blob) a\"b\u{1B}[2Jc $(id)\u{2028}ssh-rsa x\n", to: "sly.pub")
    let refused = try program.run("invite", "cs-head", "--ssh-key", sly)
    #expect(refused.isFault(65))
    let odd = program.scratch.write("ssh-ed25519 \(blob) a\"b\u{1B}[2Jc $(id)\n", to: "odd.pub")
    #expect(try program.run("invite", "cs-head", "--ssh-key", odd).output.hasSuffix(" \(blob) ab2Jc id\n"))
    #expect(try program.run("invite", "cs-head", "--ssh-key", program.scratch.path("none.pub")).isFault(66))
    #expect(try program.run("invite", "a b;c", "--ssh-key", file).isFault(66))
    #expect(try program.run("invite", "a b;c", "--any-session", "--ssh-key", file).isFault(64))
    host.terminate()
    _ = try host.waitForExit()
    // An invitation is for one session: without one there is none.
    let none = try program.run("invite", "cs-head", "--ssh-key", file)
    #expect(none.isFault(66) && none.errors.contains("--any-session"))
  }

  @Test("A code typed at the terminal is not shown, and gives its seat once; the facilitator hears of wrong ones")
  func codes() throws {
    let room = try SessionRoom(after: SessionRoom.toFirstGoal)
    try room.see("▶ Activation")
    let code = try code(for: "vp-eng", room.program)
    let own = try room.program.screen("join", "--code")
    try own.wait(for: "Seat code (not shown")
    try own.send("\(code.lowercased())\n")
    try own.wait(for: "Vera Engel")
    #expect(!String(decoding: own.transcript, as: UTF8.self).lowercased().contains(code.lowercased()))
    try own.send("g")
    try room.see("Vera Engel: green")
    let second = try room.program.screen("join", "--code")
    try second.wait(for: "Seat code (not shown")
    try second.send("\(code)\n")
    #expect(try second.waitForExit() == .exited(77))
    #expect(second.picture.words.contains("ask for another one"))
    try room.see("a wrong seat code from")
    // The seat outlives the host although the code is used up.
    kill(try room.program.holder(), SIGKILL)
    try own.wait(for: "the host is back")
    try room.stop()
    #expect(try own.waitForExit() == .exited(0))
    #expect(own.leftovers == [])
  }

  @Test("A code may come from the environment or standard input; without one the facilitator is asked")
  func otherWays() throws {
    let room = try SessionRoom(size: (120, 34))
    let first = try code(for: "vp-eng", room.program)
    let byVariable = try room.program.screen("join", "--code", environment: ["PARLEY_CODE": first])
    try byVariable.wait(for: "Vera Engel")
    let second = try code(for: "cs-head", room.program)
    let plain = try room.program.shell("printf '%s\\nwhere\\nquit\\n' \(second) | $parley join --code --plain")
    #expect(plain.code == 0 && plain.output.contains("Step: "), "\(plain.errors)")
    let asking = try room.program.screen("join", "--code")
    try asking.wait(for: "Seat code (not shown")
    try asking.send("\n")
    try asking.wait(for: "Waiting to be let in")
    try room.see("waits to be let in; L answers")
    try room.press("L", "Let in?")
    try room.press("4")
    try asking.wait(for: "Carla Stein")
    #expect(!asking.picture.words.contains("Waiting"))
    let given = try room.program.screen("join", "--code")
    try given.wait(for: "Seat code (not shown")
    try given.send(bytes: [3])
    #expect(try given.waitForExit() == .exited(130))
    #expect(given.leftovers == [])
    try room.stop()
  }
}
