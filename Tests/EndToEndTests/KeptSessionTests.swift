import Foundation
import ParleyCore
import TerminalProbe
import Testing

@Suite("Sessions that earlier programs kept")
struct KeptSessionTests {
  /// A copy, so that reading leaves nothing beside the original.
  private func copied(_ kept: KeptSession) throws -> Program {
    let program = try Program()
    try FileManager.default.copyItem(
      atPath: kept.path("session.parley"), toPath: program.scratch.path("session.parley"))
    return program
  }

  @Test("are there: of every kind, and live ones")
  func areThere() throws {
    #expect(KeptSession.played.count >= 17)
    #expect(KeptSession.all.count > KeptSession.played.count)
    let plans = try KeptSession.played.map { try $0.text("plan.yaml") }
    for kind in SessionKind.allCases where kind != .alignment {
      #expect(plans.contains { $0.contains("\nkind: \(kind.rawValue)\n") }, "none of kind \(kind.rawValue)")
    }
  }

  @Test(
    "verify, and print the same journal and record, save for keys that came last and cells that were empty",
    arguments: KeptSession.all)
  func same(kept: KeptSession) throws {
    let program = try copied(kept)
    let verified = try program.run("verify", "session.parley")
    #expect(verified.output == (try kept.text("verify.txt")) && verified.errors.isEmpty && verified.code == 0)
    let journal = try program.run("journal", "session.parley").output
    #expect(journal == (try kept.text("journal.jsonl")))
    // Those that were played take comments from then on, by the machine's clock.
    let markdown = try program.run("record", "session.parley", "--format", "md", environment: ["TZ": "UTC"]).output
    #expect(markdown.breach(ofDocument: try kept.textAnew("record.md")) == nil)
    let record = try program.run("record", "session.parley", "--format", "json").output
    let (now, then) = (try #require(JSON(record.utf8)), try #require(JSON(kept.text("record.json").utf8)))
    #expect(now.breach(of: then) == nil)
  }

  @Test("played anew, give the same journal, the same refusals and the same private map")
  func playedAnew() throws {
    let program = try Program()
    for kept in KeptSession.played {
      let before = Set(try sessions(in: program.store))
      let folder = program.scratch.path(kept.name)
      try kept.copyScript(to: folder)
      let run = try Run(
        [try builtProgram("parley"), "play", "plan.yaml", "script", "--store", program.store, "--format", "json"],
        environment: program.environment, directory: folder)
      #expect(run.code == 0, "\(kept.name): \(run.errors)")
      // The usage of `dot` offered then what nobody has to write.
      let refusals = try kept.textAnew("refusals.txt").replacing("how=spoken|own|", with: "how=spoken|")
      #expect(run.errors == refusals, "\(kept.name)")
      let made = Set(try sessions(in: program.store)).subtracting(before)
      let path = "\(program.store)/\(try #require(made.first, "\(kept.name)"))"
      let journal = try program.run("journal", path).output
      #expect(journal.breach(ofJournal: try kept.textAnew("journal.jsonl")) == nil, "\(kept.name)")
      let map = try String(contentsOfFile: path.dropLast(6) + "private", encoding: .utf8)
      let (now, then) = (try #require(JSON(map.utf8)), try #require(JSON(kept.text("session.private").utf8)))
      #expect(now.breach(of: then, at: "map") == nil, "\(kept.name)")
    }
  }

  private func sessions(in store: String) throws -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: store)
    return (names ?? []).filter { $0.hasSuffix(".parley") }
  }

  @Test("that were left open go on where they were", arguments: ["13-left-open", "21-live-left-open"])
  func goesOn(name: String) throws {
    let kept = try #require(KeptSession.all.first { $0.name == name })
    let program = try copied(kept)
    let host = try program.screen("host", "session.parley")
    try host.wait(for: "session")
    #expect(try program.run("send", "session.parley", "note \"And on\"").code == 0)
    host.terminate(SIGTERM)
    #expect(try host.waitForExit() == .exited(0))
    let (before, after) = (try kept.text("journal.jsonl"), try program.run("journal", "session.parley").output)
    #expect(after.hasPrefix(before))
    #expect(after.dropFirst(before.count).contains(#""event":{"event":"noted","text":"And on"},"seat":"send:"#))
  }

  @Test(
    "a key that is added in the middle, left out, renamed or changed is noticed; one that comes last is not",
    arguments: [
      (#"{"a":1,"b":[{"c":null}]}"#, nil), (#"{"a":1,"b":[{"c":null,"d":2}],"e":3}"#, nil),
      (#"{"e":3,"a":1,"b":[{"c":null}]}"#, "record.a is not in its place"),
      (#"{"b":[{"c":null}],"a":1}"#, "record.a is not in its place"),
      (#"{"a":1,"b":[{"d":2,"c":null}]}"#, "record.b[0].c is not in its place"),
      (#"{"a":1,"b":[]}"#, "record.b has 0 elements, not 1"), (#"{"a":1}"#, "record.b is not in its place"),
      (#"{"a":"1","b":[{"c":null}]}"#, "record.a is string(\"1\"), not integer(1)"),
    ] as [(String, String?)])
  func isSharp(now: String, breach: String?) throws {
    let then = try #require(JSON(#"{"a":1,"b":[{"c":null}]}"#.utf8))
    #expect(try #require(JSON(now.utf8)).breach(of: then) == breach)
  }
}
