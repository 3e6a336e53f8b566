import TerminalProbe
import TestFixtures
import Testing

@Suite("Owed things and decisions, over all sessions")
struct AfterCommandTests {
  private let id = "q3-alignment-2027-06-28"

  /// The example, played as if it had been held a year ago and again in a year.
  private func played(year: Int) throws -> Program {
    let program = try Program()
    let run = try program.shell(
      """
      sed 's/2027/\(year)/g' '\(example("saas-q3.yaml"))' > plan.yaml
      sed 's/2027/\(year)/g' '\(example("saas-q3.script"))' > plan.script
      "$parley" play plan.yaml plan.script --store "$PARLEY_STORE" > record.md
      """)
    #expect(run.code == 0, "\(run.errors)")
    return program
  }

  @Test("An overdue item makes due exit with 1, until it is marked as done")
  func overdue() throws {
    let program = try played(year: 2020)
    let due = try program.run("due")
    #expect(due.code == 1 && due.errors.isEmpty)
    let lines = due.output.split(separator: "\n")
    // The session was played just now: its record and its comment window are not late (M30, M31).
    let running = lines.filter { !$0.hasPrefix("OVERDUE") && !$0.contains("no day") }
    #expect(running.count == 2 && running[0].contains("/record ") && running[1].contains("/window "))
    #expect(due.output.contains("Follow-up: Design of the Salesforce sync (Vera Engel, Victor Sand)"))
    let names = lines.filter { $0.hasPrefix("OVERDUE") }.map { String($0.split(separator: " ")[2]) }
    #expect(names.contains { $0.hasSuffix("/F1") } && names.contains { $0.hasSuffix("/recall") })
    for name in names {
      let done = try program.run("due", "--done", name).code ?? -1
      #expect((0...1).contains(done), "\(name)")
    }
    #expect(try program.run("due").code == 0)
    #expect(try program.run("due", "--done", "F9").isFault(66))
  }

  @Test("A session that was played takes comments for two days from then on, and its record says so")
  func realWindow() throws {
    let program = try played(year: 2020)
    let minutes = try program.shell(
      "for n in -2 -1 0 1 2; do date -u -d \"$n minutes 48 hours\" +'%Y-%m-%d %H:%M'; done")
    let expected = minutes.output.split(separator: "\n").map { "Comments until \($0) (UTC)" }
    let record = try program.run("record", id.replacing("2027", with: "2020"), environment: ["TZ": "UTC"]).output
    #expect(expected.contains { record.contains($0) }, "\(record.prefix(900))")
    #expect(record.contains("ended 2020-06-28 14:46."))
    // Nothing is kept of a play without a store, so the script's own time is all there is.
    let plain = try program.run("play", "plan.yaml", "plan.script").output
    #expect(plain.contains("Comments until 2020-06-30 14:46:"))
  }

  @Test("A check-in goes on from the session: its goals, what is blocked and who unblocks it, in half an hour")
  func look() throws {
    let program = try played(year: 2090)
    let session = "q3-alignment-2090-06-28"
    #expect(
      try program.run("feature", "\(session)/checklist", "blocked", "--owner", "ceo", "--note", "Legal").code == 0)
    #expect(try program.run("new", "look.yaml", "--kind", "check-in", "--from", session).code == 0)
    let plan = program.scratch.read("look.yaml") ?? ""
    for part in [
      "kind: check-in", "starts: 2090-08-15 14:00", "minutes: 30", "previous: \"\(session)\"",
      "question: \"What is blocked, who unblocks it, and by when?\"", "— Legal\", kind: status",
    ] { #expect(plan.contains(part), "\(part) in \(plan)") }
    #expect(!plan.contains("id: deal-close"))
    let check = try program.run("check", "look.yaml")
    #expect(check.code == 0 && check.output.contains("of 30 minutes"), "\(check.errors)")
    #expect(try program.run("new", "x.yaml", "--kind", "pre-mortem", "--from", session).isFault(64))
  }

  @Test("Items in the future are listed with their day, and do no harm yet")
  func ahead() throws {
    let program = try played(year: 2090)
    let due = try program.run("due", "--json")
    #expect(due.code == 0)
    for kind in ["record", "window", "follow-up", "parked", "condition", "decision", "recall", "check-in", "review"] {
      #expect(due.output.contains("\"kind\": \"\(kind)\""), "\(kind)")
    }
    #expect(try program.run("due", "--store", program.scratch.path("none")).output.isEmpty)
  }

  @Test("A reading may be below zero, and must be a number")
  func belowZero() throws {
    let program = try played(year: 2090)
    #expect(try program.run("measure", "churn", "-1.5", "--note", "More came than went").code == 0)
    #expect(try program.run("scorecard").output.contains("-1.5 %"))
    #expect(try program.run("measure", "churn").isFault(64))
    for wrong in ["--six", "nan", "1,5"] { #expect(try program.run("measure", "churn", wrong).isFault(64), "\(wrong)") }
    #expect(try program.run("measure", "churn", "-1.5", "-2").isFault(64))
  }

  @Test("Comments come from the shell, from a mail and from a text, until the record is final")
  func comments() throws {
    let program = try played(year: 2020)
    let session = "q3-alignment-2020-06-28"
    program.scratch.write("vp-eng: Deployments\n  by August\nCarla: fine\n", to: "comments.txt")
    program.scratch.write(
      "From: =?utf-8?q?Victor_Sand?= <v@example.org>\nContent-Transfer-Encoding: quoted-printable\n\n"
        + "The sync =E2=80=93 design it in =\nQ3.\n\nOn Monday, Maya wrote:\n> the record\n-- \nVictor\n",
      to: "answer.eml")
    #expect(try program.run("comment", session, "ceo", "Add the budget").code == 0)
    #expect(try program.run("comment", session, "--from", "answer.eml").code == 0)
    #expect(try program.run("comment", session, "--from", "comments.txt").code == 0)
    #expect(try program.run("send", session, "reply", "C1", "Added").code == 0)
    let record = try program.run("record", session).output
    for row in [
      "| C1 | Ada Obi | Add the budget | Added |", "| C2 | Victor Sand | The sync – design it in Q3. | – |",
      "| C3 | Vera Engel | Deployments by August | – |", "| C4 | Carla Stein | fine | – |",
    ] { #expect(record.contains(row), "\(row)") }
    program.scratch.write("whose?\n", to: "nobodys.txt")
    #expect(try program.run("comment", session, "--from", "nobodys.txt").isFault(65))
    #expect(try program.run("send", session, "next").errors.contains("refused: closed"))
    #expect(try program.run("send", session, "finalise").errors.contains("refused: window-open"))
  }

  @Test("The log finds decisions by their words, and leads from a feature to its goal and its reason")
  func log() throws {
    let program = try Program()
    _ = try program.playExample()
    let all = try program.run("log").output
    #expect(all.contains("D1  Deal-to-close moves to Q4 — because: Deployments block every other goal"))
    #expect(all.contains("trade-off  Improve deployment reliability displaced Accelerate deal-to-close time"))
    #expect(all.contains("The health score covers every account by August"))
    let feature = try program.run("log", "push", "expiring").output
    #expect(feature.contains("for the goal: Improve activation rate") && feature.contains("Victor Sand asked for it"))
    #expect(try program.run("log", "zebra").output.isEmpty)
    #expect(try program.run("log", "DEPLOY", "--json").output.contains("\"kind\": \"decision\""))
  }

  @Test("A reading is on the scorecard and in the update; an unknown goal is reported")
  func measures() throws {
    let program = try Program()
    _ = try program.playExample()
    #expect(try program.run("scorecard").output.contains("not measured yet"))
    #expect(try program.run("measure", "churn", "7").code == 0)
    #expect(try program.run("measure", "churn", "6.5", "--note", "After the mails").code == 0)
    #expect(try program.run("measure", "chrn", "1").isFault(66))
    #expect(try program.run("measure", "churn", "much").isFault(64))
    let card = try program.run("scorecard", "q3", "--format", "json")
    #expect(card.code == 0)
    for format in ["md", "html"] { #expect(try program.run("scorecard", "--format", format).code == 0) }
    for format in ["md", "html", "eml"] {
      #expect(try program.run("update", "--format", format).output.contains("Shipped"), "\(format)")
    }
    #expect(try program.run("scorecard", "--store", program.scratch.path("none")).isFault(66))
  }

  /// Two plans that have nothing to do with each other, and goals of the same ids.
  private func twoPlans() throws -> Program {
    let program = try played(year: 2020)
    let run = try program.shell(
      """
      sed 's/^title: .*/title: Payroll/' plan.yaml > other.yaml
      "$parley" play other.yaml plan.script --store "$PARLEY_STORE" > other.md
      """)
    #expect(run.code == 0, "\(run.errors)")
    return program
  }

  @Test("A goal is one session's: where an id fits two, both are named, and neither gets the other's readings")
  func twoGoals() throws {
    let program = try twoPlans()
    let both = try program.run("measure", "churn", "7")
    #expect(both.isFault(65))
    for id in ["q3-alignment-2020-06-28", "payroll-2020-06-28", "--session"] {
      #expect(both.errors.contains(id), "\(id)")
    }
    #expect(try program.run("measure", "churn", "7.25", "--session", "payroll").code == 0)
    #expect(try program.run("measure", "churn", "6.75", "--session", "q3").code == 0)
    for (session, own, other) in [("payroll", "7.25", "6.75"), ("q3", "6.75", "7.25")] {
      let card = try program.run("scorecard", session, "--format", "json").output
      #expect(card.contains(own) && !card.contains(other), "\(session)")
      let update = try program.run("update", session).output
      #expect(update.contains(own) && !update.contains(other), "\(session)")
      #expect(try program.run("new", "\(session).yaml", "--from", session).code == 0)
      let next = program.scratch.read("\(session).yaml") ?? ""
      #expect(next.contains(own) && !next.contains(other), "\(session)")
    }
    #expect(try program.run("measure", "churn", "7", "--session", "none").isFault(66))
    #expect(try program.run("measure", "chrn", "7", "--session", "q3").isFault(66))
  }

  @Test("Readings of an earlier program, which name no session, are those of the goal that counted then")
  func olderReadings() throws {
    let program = try twoPlans()
    program.scratch.write(
      #"{"at":"2020-07-10T10:00:00","event":"measured","goal":"churn","value":6.125,"note":null}"# + "\n",
      to: "store/ledger.jsonl")
    let cards = try ["q3", "payroll"].map { try program.run("scorecard", $0, "--format", "json").output }
    #expect(cards.count { $0.contains("6.125") } == 1)
  }

  @Test("What came of it is said later: it is owed no longer, is found in the log, and is an appendix of the record")
  func outcomes() throws {
    let program = try played(year: 2020)
    let id = "q3-alignment-2020-06-28"
    let before = try program.run("record", "q3").output
    #expect(try program.run("outcome", "\(id)/F1", "Vera showed the design", "--result", "met").code == 0)
    #expect(try program.run("outcome", "q3/d1", "Two deals were lost").code == 0)
    let due = try program.run("due").output
    #expect(due.contains("met      2020-07-05  \(id)/F1") && due.contains(" — so far: Two deals were lost"))
    let json = try program.run("due", "--json").output
    #expect(json.contains(#""text": "Vera showed the design","#) && json.contains(#""result": "met","#))
    let log = try program.run("log").output
    #expect(log.contains("outcome F1  Vera showed the design — came of: Design of the Salesforce sync; met"))
    let record = try program.run("record", "q3").output
    #expect(record.hasPrefix(before) && record.dropFirst(before.count).hasPrefix("\n## What came of it\n"))
    #expect(record.contains("| Deal-to-close moves to Q4 | Two deals were lost | – | "))
    let outcomes = try list(try members(try program.run("record", "q3", "--format", "json").output), "outcomes")
    #expect(outcomes.map { $0["ref"] as? String } == ["F1", "D1"] && outcomes[0]["result"] as? String == "met")
    for (name, text, result, code) in [
      ("q3/F9", "x", "met", 66), ("none/F1", "x", "met", 66), ("F1", "x", "met", 64), ("q3/F1", " ", "met", 64),
      ("q3/F1", "x", "won", 64),
    ] { #expect(try program.run("outcome", name, text, "--result", result).isFault(Int32(code)), "\(name) \(result)") }
  }

  @Test("The update tells of features, and of nothing that is another session's or the facilitator's own task")
  func features() throws {
    let program = try twoPlans()
    #expect(try program.run("feature", "q3/health", "shipped").code == 0)
    let blocked = try program.run("feature", "q3/crm", "blocked", "--owner", "vp-sales", "--note", "The contract")
    #expect(blocked.code == 0)
    #expect(try program.run("outcome", "q3/F1", "Vera showed it", "--result", "met").code == 0)
    let update = try program.run("update", "q3").output
    for line in [
      "- Health score — for Reduce monthly churn (Carla Stein)\n",
      "- Salesforce sync: The contract — for Accelerate deal-to-close time (Victor Sand)\n",
      "- Win-back mails — for Reduce monthly churn (Carla Stein)\n",
      "- Design of the Salesforce sync: Vera showed it — met\n",
    ] { #expect(update.contains(line), "\(line)") }
    for other in ["The record goes out", "Recall poll", "Check-in", "Follow-up: Design of the Salesforce sync"] {
      #expect(!update.contains(other), "\(other)")
    }
    #expect(update.components(separatedBy: "The health score covers every account by August").count == 2)
    let other = try program.run("update", "payroll").output
    #expect(
      !other.contains("The contract") && !other.contains("Vera showed it") && other.contains("- Health score — for"))
    #expect(try program.run("feature", "q3/helth", "shipped").isFault(66))
    #expect(try program.run("feature", "q3/health", "done").isFault(64))
    #expect(try program.run("feature", "q3/health", "next", "--owner", "nobody").isFault(66))
  }

  @Test("The log finds disagreements, requests and what was asked for by name")
  func disagreementsLogged() throws {
    let program = try played(year: 2090)
    let log = try program.run("log", "push", "carla").output
    #expect(log.contains("request P1  Push notifications — asked for by Carla Stein; parked"))
    program.scratch.write(
      """
      next
      next
      next
      dot ceo green
      conflict "Who pays" between=vp-sales,vp-eng
      argue vp-sales "Engineering does" interest="My budget"
      escalate to=ceo by=2090-07-04 criteria="Cost of the year" options="Sales|Engineering"
      """, to: "dispute.script")
    #expect(try program.run("play", "plan.yaml", "dispute.script", "--store", program.store, "--strict").code == 0)
    let dispute = try program.run("log", "pays").output
    #expect(dispute.contains("disagreement X1  Who pays — said: Victor Sand: Engineering does (My budget)"))
    #expect(dispute.contains("Ada Obi decides by 2090-07-04, by: Cost of the year") && dispute.contains("escalated"))
    #expect(try program.run("log").output.contains("Who pays"))
  }

  @Test("All that is owed is one calendar that other programs read, over all sessions")
  func calendar() throws {
    let program = try twoPlans()
    let calendar = try program.run("due", "--format", "ics", "-o", "due.ics")
    #expect(calendar.code == 1 && calendar.output.isEmpty)
    program.scratch.write(
      """
      import icalendar
      for entry in icalendar.Calendar.from_ical(open("due.ics", "rb").read()).walk("VEVENT"):
          print(entry["UID"], entry.decoded("DTSTART"), entry["SUMMARY"])
      """, to: "read.py")
    let read = try program.shell("/usr/bin/python3 read.py")
    guard read.code == 0 || !read.errors.contains("No module named") else { return }
    for session in ["q3-alignment-2020-06-28", "payroll-2020-06-28"] {
      #expect(read.output.contains("\(session)-F1@parley.invalid 2020-07-05 Follow-up: Design of the Salesforce sync"))
    }
    #expect(try program.run("due", "--format", "ics", "--json").isFault(64))
  }

  @Test("The recall poll keeps each person's answers, and its score; then it is no longer owed")
  func recall() throws {
    let program = try played(year: 2020)
    let poll = try program.run("recall", "q3", "--answer", "ceo=yyy", "--answer", "vp-eng=yyn")
    #expect(poll.code == 0 && poll.output.contains("Score: 1 of 2, 50 %"))
    #expect(poll.output.contains("1. Improve activation rate — why: Trials that activate"))
    #expect(try program.run("due").output.contains("/recall"))
    let whole = try program.run("recall", "q3", "--answer", "vp-sales=nnn", "--answer", "cs-head=yyy")
    #expect(whole.output.contains("Score: 2 of 4, 50 %"))
    #expect(try !program.run("due").output.contains("/recall"))
    #expect(try program.run("recall", "q3", "--answer", "nobody=yyy").code == 66)
    #expect(try program.run("recall", "q3", "--answer", "ceo=maybe").code == 64)
  }
}
