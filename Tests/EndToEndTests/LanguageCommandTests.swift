import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("The language of documents")
struct LanguageCommandTests {
  /// The example's plan in a language, with its private file.
  private func plan(in language: String, _ program: Program) throws -> String {
    let text = try String(contentsOfFile: example("saas-q3.yaml"), encoding: .utf8)
    program.scratch.write("language: \(language)\n" + text, to: "plan.yaml")
    return "plan.yaml"
  }

  @Test("The option goes before the plan, the plan before the settings, and those before English")
  func order() throws {
    let program = try Program()
    _ = try program.shell("mkdir -p config/parley")
    program.scratch.write("language = \"fr\"\n", to: "config/parley/config.toml")
    let french = ["XDG_CONFIG_HOME": program.scratch.path("config")]
    let plan = try self.plan(in: "de", program)
    func heading(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
      let run = try program.run(all: ["preread"] + arguments, environment: environment)
      #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
      return String(run.output.prefix { $0 != "\n" })
    }
    let english = example("saas-q3.yaml")
    #expect(try heading([english]) == "# Q3 alignment — pre-read")
    #expect(try heading([english], environment: french) == "# Q3 alignment – à lire avant la séance")
    #expect(try heading([plan], environment: french) == "# Q3 alignment – zur Vorbereitung")
    #expect(try heading([plan, "--language", "en"], environment: french) == "# Q3 alignment — pre-read")
  }

  @Test("A session keeps the language of its plan; its JSON is the same")
  func kept() throws {
    let program = try Program()
    let plan = try self.plan(in: "de", program)
    let played = try program.run("play", plan, example("saas-q3.script"), "--store", program.store)
    #expect(played.code == 0 && played.output.contains("## Auf einen Blick"))
    for (arguments, words) in [
      (["record", "q3"], "## Abwägungen"), (["record", "q3", "--format", "csv"], "section,id,name,who"),
      (["record", "q3", "--format", "csv"], ",bestätigt"),
      (["record", "q3", "--format", "html"], "<html lang=\"de\">"),
      (["record", "q3", "--format", "ics"], "Folgeaufgabe: "),
      (["update", "q3"], "## Ausgeliefert"), (["scorecard", "q3"], "| Ziel "), (["map", plan], "VERTRAULICH"),
      (["due", "--format", "ics", "--language", "de"], "X-WR-CALNAME:Offene Aufgaben"),
      (["record", "q3", "--language", "fr"], "## Arbitrages"),
      (["record", "q3", "--template", "builtin", "--language", "de"], "## Entscheidungen"),
    ] {
      #expect(try program.run(all: arguments).output.contains(words), "\(arguments)")
    }
    let own = try Program()
    _ = try own.playExample()
    #expect(
      try own.run("record", "q3", "--format", "json").output == program.run("record", "q3", "--format", "json").output)
  }

  @Test("A wording of one's own is found by its name, checked, and told with line and column where it is wrong")
  func own() throws {
    let program = try Program()
    let home = ["XDG_CONFIG_HOME": program.scratch.path("config")]
    _ = try program.shell("mkdir -p config/parley/wording")
    let words = "[language]\ntag = \"nl\"\n[preread]\nbadge = \"vooraf\"\nsubject = \"{title}, vooraf\"\n"
    program.scratch.write(words, to: "config/parley/wording/nl.toml")
    let english = example("saas-q3.yaml")
    for name in ["nl", "config/parley/wording/nl.toml"] {
      let run = try program.run("preread", english, "--language", name, environment: home)
      #expect(run.output.hasPrefix("# Q3 alignment, vooraf\n") && run.errors.isEmpty, "\(run.errors)")
    }
    #expect(try program.run("wording", environment: home).output == "en\nde\nfr\nnl\n")
    let check = try program.run("wording", "check", "nl", environment: home)
    #expect(check.code == 0 && check.errors.contains("advice: nl: goals.heading is left out"))
    #expect(try program.run("wording", "check", "de", environment: home).errors.isEmpty)
    let own = try self.plan(in: "nl", program)
    #expect(try program.run("check", own, environment: home).errors.contains("language nl: "))
    program.scratch.write("language = \"nl\"\n", to: "config/parley/config.toml")
    #expect(try program.run("doctor", environment: home).output.contains("language nl: "))
    program.scratch.write(words + "badje = \"x\"\n", to: "wrong.toml")
    let wrong = try program.run("preread", english, "--language", "wrong.toml")
    #expect(wrong.isFault(65) && wrong.errors.contains("wrong.toml:6:1: ") && wrong.errors.contains("preread.badge"))
    let shown = try program.run("wording", "show", "en")
    #expect(shown.code == 0 && shown.output.contains("[language]"))
  }

  @Test("What is wrong with a plan's language is advice at its place, in words and in JSON")
  func advice() throws {
    let program = try Program()
    let plan = try plan(in: "tlh", program)
    let run = try program.run("check", plan)
    #expect(run.code == 0)
    #expect(run.errors.contains("advice: \(plan):1:11: tlh: there are no documents in this language — take one of en"))
    #expect(try program.run("check", plan, "--json").output.contains("tlh: there are no documents in this language"))
  }

  @Test("A language that is not there is named, with what there is")
  func missing() throws {
    let program = try Program()
    let run = try program.run("preread", example("saas-q3.yaml"), "--language", "xx")
    #expect(run.isFault(66) && run.errors.contains("en, de, fr"))
    let check = try program.run("check", try plan(in: "xx", program))
    #expect(check.code == 0 && check.errors.contains("xx: there are no documents in this language"))
    let wrong = try program.run("check", try plan(in: "../x", program))
    #expect(wrong.code == 65 && wrong.errors.contains("plan.yaml:1:11: `../x` is not the name of a language"))
  }
}
