import ParleyCore
import TerminalProbe
import TestFixtures
import Testing

@Suite("The reference")
struct HelpTopicTests {
  private func page(_ topic: String, _ program: Program) throws -> String {
    let run = try program.run("help", topic)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    return run.output
  }

  /// The words at the beginning of the lines of terms.
  private func terms(_ page: String) -> Set<String> {
    Set(
      page.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) })
  }

  @Test("has every topic that the overview names, each in lines of 80 columns at most")
  func topics() throws {
    let program = try Program()
    let overview = try program.run("--help").output
    for topic in ["plan", "keys", "commands", "config", "import", "environment", "exit-codes"] {
      #expect(overview.contains("parley help \(topic) "))
      let lines = try page(topic, program).split(separator: "\n")
      #expect(lines.count > 5 && lines.allSatisfy { $0.count <= 80 }, "\(topic)")
      #expect(lines.allSatisfy { !$0.hasSuffix(" ") }, "\(topic)")
    }
  }

  @Test("names every key that check knows, whichever mapping it stands in")
  func plan() throws {
    let program = try Program()
    program.scratch.write(
      """
      parley: 1
      title: T
      zzzzzzzzz: 1
      context: {zzzzzzzzz: 1}
      vote: {zzzzzzzzz: 1}
      timeboxes: {zzzzzzzzz: 1}
      timeframes: [{id: q, name: Q, zzzzzzzzz: 1}]
      stakeholders: [{id: a, name: A, zzzzzzzzz: 1, survey: {zzzzzzzzz: 1}}]
      goals:
        - {id: g, name: G, timeframe: q, metric: {name: M, baseline: 1, target: 2, zzzzzzzzz: 1}, zzzzzzzzz: 1}
      links: [{name: L, url: "https://example.org", zzzzzzzzz: 1}]
      """, to: "plan.yaml")
    let errors = try program.run("check", "plan.yaml").errors
    let known = errors.split(separator: "\n").compactMap {
      $0.firstMatch(of: /is not a key of .* it may have (.*)$/)?.1
    }
    #expect(known.count == 10, "\(errors)")
    let listed = terms(try page("plan", program))
    for key in known.joined(separator: ", ").split(separator: ", ") { #expect(listed.contains(String(key)), "\(key)") }
  }

  @Test("names every key that the settings may have")
  func config() throws {
    let program = try Program()
    let (text, keys) = (try page("config", program), try page("keys", program))
    let config = terms(text)
    _ = try program.shell("mkdir -p config/parley")
    for table in ["", "[defaults]\n", "[phrases]\n", "[keys]\n"] {
      program.scratch.write("\(table)zzzzzzzzz = 1\n", to: "config/parley/config.toml")
      let run = try program.run("demo", environment: ["XDG_CONFIG_HOME": program.scratch.path("config")])
      let known = try #require(run.errors.firstMatch(of: /it may be: (.*)\n/)?.1, "\(run.errors)")
      for key in known.split(separator: ", ") {
        let isTable = text.contains("\n[\(key)]\n")
        #expect(config.contains(String(key)) || isTable || keys.contains("[\(key)"), "\(key)")
      }
    }
  }

  @Test("shows keys as the user has bound them, by the names that the settings know")
  func keys() throws {
    let program = try Program()
    let usual = try page("keys", program)
    #expect(usual.contains("[confirm; facilitator]") && usual.contains("IN A CONFLICT"))
    _ = try program.shell("mkdir -p config/parley")
    program.scratch.write("[keys]\nconfirm = \"f9\"\n", to: "config/parley/config.toml")
    let run = try program.run("help", "keys", environment: ["XDG_CONFIG_HOME": program.scratch.path("config")])
    let line = try #require(run.output.split(separator: "\n").first { $0.contains("Settles the goal as it stands") })
    #expect(line.hasPrefix("  F9 "), "\(line)")
  }

  @Test("has every verb as it is written, with an example, and every code of a refusal")
  func commands() throws {
    let page = try page("commands", Program())
    // However the lines are broken.
    let flowing = page.filter { !$0.isWhitespace }
    for grammar in CommandGrammar.all {
      for words in [grammar.usage, String(grammar.does.dropFirst()), "Example: \(grammar.example)"] {
        #expect(flowing.contains(words.filter { !$0.isWhitespace }), "\(words)")
      }
    }
    for code in Refusal.Code.allCases { #expect(terms(page).contains(code.rawValue)) }
  }

  @Test("names everything that a column of a table can mean")
  func columns() throws {
    let program = try Program()
    program.scratch.write("Title\nShip\n", to: "rows.csv")
    program.scratch.write("column,means\nTitle,zzzzzzzzz\n", to: "own.csv")
    let run = try program.run("new", "a.yaml", "--from", "rows.csv", "--columns", "own.csv")
    let known = try #require(run.errors.firstMatch(of: /it is one of (.*)\n/)?.1, "\(run.errors)")
    let listed = terms(try page("import", program))
    for field in known.split(separator: " ") { #expect(listed.contains(String(field)), "\(field)") }
  }

  @Test("A word that is no topic is refused, with the near one")
  func unknown() throws {
    let run = try Program().run("help", "exit-code")
    #expect(run.isFault(64) && run.errors.contains("did you mean `exit-codes`?"), "\(run.errors)")
  }

  @Test("is paged at a terminal, and printed where the pager is empty or missing")
  func paged() throws {
    let program = try Program()
    let pagers = ["sed s/^/paged:/": "paged:parley help", "": "parley help", "no-such-pager": "parley help"]
    for (pager, sign) in pagers {
      let probe = try Probe(
        command: [try builtProgram("parley"), "help", "exit-codes"],
        environment: program.environment.merging(["PAGER": pager]) { $1 }, size: (100, 40),
        directory: program.scratch.path
      )
      try probe.wait(for: sign)
      #expect(try probe.waitForExit() == .exited(0))
    }
    #expect(try program.run("help", "exit-codes", environment: ["PAGER": "false"]).output.contains("  64 "))
  }
}
