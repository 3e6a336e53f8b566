import TerminalProbe
import TestFixtures
import Testing

@Suite("- is standard input, and empty lists say why")
struct StandardInputTests {
  @Test("Every command that takes a file takes - for standard input")
  func reading() throws {
    let program = try Program()
    let plan = example("saas-q3.yaml")
    #expect(try program.shell("$parley check - < '\(plan)'").output == "3 goals, 4 people, 71 of 90 minutes\n")
    #expect(try program.shell("printf 'parley: 1\\ntitel: x\\n' | $parley check -").errors.contains("parley: -:2:1: "))
    let document = try program.shell("$parley preread '\(plan)'").output
    #expect(!document.isEmpty)
    #expect(try program.shell("$parley preread - < '\(plan)'").output == document)
    let play = try program.shell("$parley play '\(plan)' - < '\(example("saas-q3.script"))'")
    #expect(play.code == 0 && play.output.contains("Improve activation"))
    let new = try program.shell("printf 'Title\\nShip it\\n' | $parley new - --from -")
    #expect(new.code == 0 && new.output.contains("Ship it"), "\(new.errors)")
    let theme = try program.shell("$parley themes show light | $parley themes check -")
    #expect(theme.code == 0, "\(theme.errors)")
    #expect(try program.playExample().code == 0)
    let template = try program.shell("printf '{{title}}' | $parley record q3 --template -")
    #expect(template.output == "Q3 alignment\n", "\(template.errors)")
    #expect(try program.shell("ls").output.contains("-") == false)
  }

  @Test("A list without anything says why on standard error, and what would be in it")
  func empty() throws {
    let program = try Program()
    for command in ["sessions", "log", "due", "verify"] {
      let none = try program.run(command)
      #expect(none.code == 0 && none.output.isEmpty)
      #expect(none.errors.hasPrefix("parley: \(program.store): there is no such folder — "), "\(none.errors)")
      let other = try program.run(command, "--store", "elsewhere")
      #expect(other.errors.contains("elsewhere: there is no such folder — "))
    }
    #expect(try program.playExample().code == 0)
    let log = try program.run("log", "zebra", "crossing")
    #expect(log.code == 0 && log.output.isEmpty)
    #expect(log.errors.contains("nothing holds all of this: zebra crossing — "))
    #expect(log.errors.split(separator: "\n").count == 1)
  }
}
