import TerminalProbe
import TestFixtures
import Testing

@Suite("Documents before and after a session")
struct DocumentCommandTests {
  private let id = "q3-alignment-2027-06-28"

  @Test("The record comes in every format, and goes into a file whole")
  func formats() throws {
    let program = try Program()
    _ = try program.playExample()
    let beginnings = [
      "html": "<!DOCTYPE html>", "csv": "section,id,name,who,value", "ics": "BEGIN:VCALENDAR\r\n", "eml": "From: ",
      "json": "{",
      "md": "---",
    ]
    for (format, beginning) in beginnings {
      let run = try program.run("record", "q3", "--format", format)
      #expect(run.code == 0 && run.errors.isEmpty && run.output.hasPrefix(beginning), "\(format)")
      #expect(try program.run("record", "q3", "--format", format, "-o", "r.\(format)").code == 0)
      #expect(program.scratch.read("r.\(format)") == run.output)
    }
    #expect(try program.run("record", "q3", "--format", "pdf").isFault(64))
  }

  @Test("The record fills the user's own template, and faults of a template are reported with line and column")
  func templates() throws {
    let program = try Program()
    _ = try program.playExample()
    func filled(_ template: String, format: String = "md") throws -> Run {
      _ = program.scratch.write(template, to: "own.mustache")
      return try program.run("record", "q3", "--template", "own.mustache", "--format", format)
    }
    let own = try filled("{{title}} & {{nothing}}\n{{#goals}}- {{name}}\n{{/goals}}")
    #expect(own.output.hasPrefix("Q3 alignment & \n- Improve activation rate\n- Reduce monthly churn\n"))
    for format in ["md", "html"] {
      let builtin = try program.run("record", "q3", "--template", "builtin", "--format", format).output
      #expect(try filled(builtin, format: format).output == program.run("record", "q3", "--format", format).output)
    }
    #expect(try filled("<html>{{title}}</html>", format: "html").output == "<html>Q3 alignment</html>\n")
    for (template, place) in [
      ("a\n{{#goals}}\n{{/people}}\n", "own.mustache:3:"), ("{{title", "own.mustache:1:8: the text ends within a tag"),
      ("{{#goals}}\nx\n", "own.mustache:1:1:"),
    ] {
      let run = try filled(template)
      #expect(run.code == 65 && run.output.isEmpty && run.errors.hasPrefix("parley: \(place)"), "\(run.errors)")
    }
    #expect(try program.run("record", "q3", "--template", "none").isFault(66))
    #expect(try filled("{{title}}", format: "csv").isFault(64))
  }

  @Test("The pre-read holds no private notes, says when it goes out, and has its parking lot last")
  func preread() throws {
    let program = try Program()
    for format in ["md", "html", "eml"] {
      let run = try program.run("preread", example("saas-q3.yaml"), "--format", format)
      #expect(run.code == 0 && run.errors.isEmpty)
      for secret in ["Tech debt", "misaligned", "very-high", "Discount approval", "2027-06-21", "dangerous"] {
        #expect(!run.output.contains(secret), "\(format) tells \(secret)")
      }
    }
    let text = try program.run("preread", example("saas-q3.yaml")).output
    #expect(text.contains("Goes out by 2027-06-26 14:00: 48 hours ahead."))
    #expect(try program.run("preread", example("q3-review.yaml")).output.contains("72 hours ahead"))
    let order = [
      "## Goals", "## Features by goal", "## Decisions to make", "## Information to share", "## Parking lot",
    ]
    let places = order.compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
  }

  @Test("The map says that it is private, goes to a file that only its owner can read, and takes in survey answers")
  func map() throws {
    let program = try Program()
    program.scratch.write("who,outcome,worry,non-negotiable\nVera Engel,\"Calm, at last\",=1+1,\n", to: "answers.csv")
    let run = try program.run("map", example("saas-q3.yaml"), "--survey", "answers.csv")
    #expect(run.code == 0 && run.output.contains("PRIVATE") && run.errors.contains("private"))
    #expect(run.output.contains("Most important outcome:** Calm, at last"))
    #expect(run.output.contains("No goal speaks of Vera Engel’s metric: incidents."))
    #expect(try program.run("map", example("saas-q3.yaml"), "--format", "html", "-o", "map.html").code == 0)
    #expect(try program.shell("stat -c %a map.html").output == "600\n")
    program.scratch.write("who,outcom\nNobody,x\n", to: "answers.csv")
    let wrong = try program.run("map", example("saas-q3.yaml"), "--survey", "answers.csv")
    #expect(wrong.code == 65 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("answers.csv:1: ") && wrong.errors.contains("answers.csv:2: "))
  }

  @Test("The audit asks its four questions only on request")
  func audit() throws {
    let program = try Program()
    #expect(try !program.run("check", example("saas-q3.yaml")).errors.contains("M41"))
    let run = try program.run("check", example("saas-q3.yaml"), "--audit")
    #expect(run.code == 0 && run.errors.contains("M41: the red lines of Victor Sand are not written down"))
    let json = try program.run("check", example("saas-q3.yaml"), "--audit", "--json")
    #expect(try list(try members(json.output), "faults").contains { $0["rule"] as? String == "M41" })
  }

  @Test("The next plan takes over open items, with its private file, and passes check; neither file is replaced")
  func goesOn() throws {
    let program = try Program()
    _ = try program.playExample()
    #expect(try program.run("measure", "churn", "6.5").code == 0)
    let run = try program.run("new", "q4.yaml", "--from", "q3")
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    let check = try program.run("check", "q4.yaml")
    #expect(check.code == 0, "\(check.errors)")
    let plan = program.scratch.read("q4.yaml") ?? ""
    for part in [
      "previous: \"\(id)\"", "kind: review", "actual: 6.5", "id: deal-close", "Push notifications",
      "Follow-up: Design of the Salesforce sync", "Condition on Reduce monthly churn",
      "Deal-to-close moves to Q4, because:",
      "trade-off: Improve deployment reliability displaced Accelerate deal-to-close time",
    ] { #expect(plan.contains(part), "\(part)") }
    #expect(!plan.contains("Tech debt"))
    #expect(program.scratch.read("q4.private.yaml")?.contains("Tech debt eats the quarter") == true)
    #expect(try program.shell("stat -c %a q4.private.yaml").output == "600\n")
    #expect(try program.run("new", "q4.yaml", "--from", "q3").isFault(73))
    #expect(try program.run("new", "q5.yaml", "--from", "nothing").isFault(66))
  }

  @Test("A table becomes a plan in which check asks for what the table lacks; notices name what is not taken over")
  func imports() throws {
    let program = try Program()
    program.scratch.write(
      """
      Issue key,Issue Type,Summary,Epic Link,Assignee,Due date,Story Points,Status\r
      A-1,Epic,Reduce churn,,Carla Stein,,,To Do\r
      A-2,Story,"Health, score",A-1,Vera Engel,,5,Doing\r
      A-3,Story,Win-back mails,Grow,,05/Jul/27 12:00 AM,3,\r
      A-4,Bug,=cmd|x,,Vera Engel,07/08/27,1,\r
      A-5,Story,,A-1,,,,\r

      """, to: "jira.csv")
    let run = try program.run("new", "q3.yaml", "--from", "jira.csv")
    #expect(run.code == 0 && run.output.isEmpty)
    for told in [
      "jira.csv:1: not taken over: `Story Points`", "jira.csv:5: `07/08/27`", "jira.csv:6: 1 row has no name",
    ] {
      #expect(run.errors.contains(told), "\(run.errors)")
    }
    let check = try program.run("check", "q3.yaml")
    #expect(check.code == 65, "\(check.errors)")
    let asked = check.errors.split(separator: "\n").filter { !$0.hasPrefix("advice") }
    #expect(asked.count == 2 && asked.allSatisfy { $0.contains("`metrics` has no value") }, "\(check.errors)")
    #expect(try program.run("new", "q3.yaml", "--from", "jira.csv", "--dry-run").output.contains("Reduce churn"))
    let plan = program.scratch.read("q3.yaml") ?? ""
    for part in [
      "name: \"Health, score\"", "name: \"Grow\"", "text: \"=cmd|x\"", "status: Doing", "owner: carla-stein",
    ] {
      #expect(plan.contains(part), "\(part)")
    }
    program.scratch.write(
      (program.scratch.read("jira.csv") ?? "") + "A-9,Story,Newly thought of,,,,1,To Do\r\n", to: "later.csv")
    let preview = try program.run("new", "q3.yaml", "--from", "later.csv", "--merge", "--dry-run")
    #expect(preview.output.hasPrefix("--- q3.yaml\n+++ q3.yaml\n@@ ") && preview.errors.contains(" added; "))
    #expect(program.scratch.read("q3.yaml") == plan)
    #expect(try program.run("new", "q3.yaml", "--from", "later.csv", "--merge").code == 0)
    #expect(program.scratch.read("q3.yaml")?.contains("text: \"Newly thought of\"") == true)
    #expect(try program.run("new", "none.yaml", "--from", "later.csv", "--merge").isFault(66))
    #expect(try program.run("new", "q3.yaml", "--merge").isFault(64))
    program.scratch.write("column,means\nStory Points,ignore\nEpic Link,notes\n", to: "columns.csv")
    let own = try program.run("new", "own.yaml", "--from", "jira.csv", "--columns", "columns.csv")
    #expect(own.code == 0 && !own.errors.contains("Story Points"))
    program.scratch.write("column,means\nStory Points,size\n", to: "columns.csv")
    #expect(try program.run("new", "no.yaml", "--from", "jira.csv", "--columns", "columns.csv").isFault(65))
    program.scratch.write("a,b\n1,2\n", to: "nothing.csv")
    #expect(try program.run("new", "no.yaml", "--from", "nothing.csv").code == 65)
    #expect(program.scratch.read("no.yaml") == nil)
  }
}
