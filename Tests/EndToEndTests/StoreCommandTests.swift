import TerminalProbe
import TestFixtures
import Testing

@Suite("Sessions on disk: sessions, record, journal, verify")
struct StoreCommandTests {
  private let id = "q3-alignment-2027-06-28"

  @Test("A played session is kept, listed, found by a beginning or a title, and gives the same record")
  func kept() throws {
    let program = try Program()
    let played = try program.playExample()
    #expect(try program.run("sessions").output.hasPrefix("\(id)  "))
    for name in [id, "q3", "Q3 alignment", "store/\(id).parley"] {
      #expect(try program.run("record", name).output == played.output, "\(name)")
    }
    _ = try program.playExample()
    #expect(try program.run("record", "q3-").isFault(66))
    #expect(try program.run("record", "\(id)-2").code == 0)
  }

  @Test("The config may name the store; PARLEY_STORE and --store come first, and its faults are reported")
  func configuredStore() throws {
    let program = try Program()
    _ = try program.playExample()
    let list = "XDG_CONFIG_HOME=$PWD/settings PARLEY_STORE= $parley sessions"
    let told = try program.shell(
      "mkdir -p settings/parley && printf '[defaults]\\nstore = \"~/store\"\\n' > settings/parley/config.toml; HOME=$PWD \(list)"
    )
    #expect(told.output.hasPrefix("\(id)  "), "\(told.errors)")
    #expect(try !program.shell("HOME=$PWD \(list) --store $PWD/none").output.contains(id))
    #expect(
      try !program.shell("HOME=$PWD PARLEY_STORE=$PWD/none XDG_CONFIG_HOME=$PWD/settings $parley sessions").output
        .contains(id))
    let fault = try program.shell("printf '[defaults]\\nstores = 1\\n' > settings/parley/config.toml; \(list)")
    #expect(fault.code == 78)
    #expect(fault.errors.contains("config.toml:2:1: there is no “stores” — did you mean store?"))
  }

  @Test("The list as JSON has every session with its standing")
  func json() throws {
    let program = try Program()
    _ = try program.playExample()
    let list = try program.run("sessions", "--json").output
    let session = try members(String(list.dropFirst(2).dropLast(3)))
    #expect(session["id"] as? String == id)
    #expect(session["status"] as? String == "open-for-comment")
    #expect(session["live"] as? Bool == false)
    #expect(try program.run("sessions", "--store", program.scratch.path("none"), "--json").output == "[]\n")
  }

  @Test("The journal is one JSON object a line, and holds nothing private and no ballot")
  func journal() throws {
    let program = try Program()
    _ = try program.playExample()
    let lines = try program.run("journal", "q3").output.split(separator: "\n")
    #expect(lines.count > 50)
    for line in lines { #expect(try members(String(line))["event"] != nil) }
    for secret in ["Tech debt eats the quarter", "misaligned", "activation=1", "reliability=2"] {
      #expect(!lines.contains { $0.contains(secret) }, "\(secret)")
    }
  }

  @Test("A record goes to a new file whole, and replaces one only when told to")
  func output() throws {
    let program = try Program()
    let played = try program.playExample()
    let run = try program.run("record", "q3", "-o", "r.md")
    #expect(run.code == 0 && run.output.isEmpty && run.errors.isEmpty)
    #expect(program.scratch.read("r.md") == played.output)
    program.scratch.write("mine", to: "r.md")
    #expect(try program.run("record", "q3", "-o", "r.md").isFault(73))
    #expect(program.scratch.read("r.md") == "mine")
    #expect(try program.run("record", "q3", "-o", "r.md", "--force").code == 0)
    #expect(program.scratch.read("r.md") == played.output)
    #expect(try program.run("record", "q3", "-o", "no/such/r.md").isFault(73))
    #expect(try program.shell("ls -A | grep -c 'r.md'").output == "1\n")
  }

  @Test("A reader that goes away early is no fault, a full disk is")
  func pipes() throws {
    let program = try Program()
    _ = try program.playExample()
    let early = try program.shell("\"$parley\" record q3 | head -n 1")
    #expect(early.output == "---\n" && early.errors.isEmpty)
    #expect(try program.shell("\"$parley\" record q3 > /dev/full").isFault(74))
  }

  @Test("verify reports whole sessions, and names damaged ones with 65")
  func verify() throws {
    let program = try Program()
    _ = try program.playExample()
    #expect(try program.run("verify").output.hasPrefix("\(id): "))
    #expect(try program.run("verify", "nothing").isFault(66))
    program.scratch.write("no database at all, but long enough to be looked at", to: "store/broken.parley")
    let run = try program.run("verify")
    #expect(run.code == 65)
    #expect(run.output.hasPrefix("\(id): ") && run.errors.contains("broken.parley"))
    #expect(try program.run("verify", "broken").isFault(65))
    #expect(try program.run("record", "broken").isFault(65))
    let list = try program.run("sessions")
    #expect(list.code == 0 && list.output.hasPrefix(id) && list.errors.contains("broken.parley"))
  }

  @Test("A missing session is 66", arguments: ["record", "journal", "verify"])
  func missing(command: String) throws {
    #expect(try Program().run(command, "nothing").isFault(66))
  }

  @Test("A store that cannot be made is 73")
  func noStore() throws {
    let program = try Program()
    program.scratch.write("", to: "file")
    let run = try program.run(
      "play", example("saas-q3.yaml"), example("saas-q3.script"), "--store", "file/store")
    #expect(run.isFault(73))
  }

  @Test("doctor reports the store's abilities, and an unusable store is 74")
  func doctor() throws {
    let program = try Program()
    let run = try program.run("doctor")
    #expect(run.code == 0)
    #expect(run.output.contains("ok    durable: "))
    #expect(try program.run("doctor", "--store", "/proc/none").code == 74)
    #expect(try program.shell("ls -A \"$PARLEY_STORE\" 2>/dev/null").output.isEmpty)
  }
}
