import TerminalProbe
import TestFixtures
import Testing

@Suite("Answers by mail, given to a session")
struct MailAnswerTests {
  private static let session = "q3-alignment-2027-06-28"

  /// The example, whose people are Kai, and two of one name.
  private func program() throws -> Program {
    let program = try Program()
    let run = try program.shell(
      """
      sed -e 's/name: Vera Engel/name: Kai Moor/' -e 's/name: Victor Sand/name: Sam Lee/' \\
        -e 's/name: Carla Stein/name: Sam Lee/' '\(example("saas-q3.yaml"))' > plan.yaml
      "$parley" play plan.yaml '\(example("saas-q3.script"))' --store "$PARLEY_STORE" > record.md
      """)
    #expect(run.code == 0, "\(run.errors)")
    return program
  }

  private func give(_ name: String, to program: Program) throws -> Run {
    try program.run("comment", Self.session, "--from", fixture("mail/\(name).eml"))
  }

  private func comments(_ program: Program) throws -> [String] {
    let record = try members(try program.run("record", Self.session, "--format", "json").output)
    return try list(record, "comments").map { "\($0["who"] ?? ""): \($0["text"] ?? "")" }
  }

  @Test("What the sender wrote is a comment; what they answer to is not, and what was cut is told")
  func words() throws {
    let program = try program()
    #expect(try give("given-latin1", to: program).code == 0)
    let outlook = try give("given-outlook", to: program)
    #expect(outlook.code == 0 && outlook.errors.contains("given-outlook.eml: what stands below “From: Fay Cil"))
    #expect(try give("html-outlook", to: program).code == 0)
    #expect(
      try comments(program) == [
        "vp-eng: Müller agrees", "vp-eng: Please add the budget. Kai", "vp-eng: Bitte das Budget ergänzen.",
      ])
  }

  @Test("The same mail twice is one comment, by its Message-ID and by its words")
  func twice() throws {
    let program = try program()
    for name in ["outlook-fi", "file-no-message-id"] {
      #expect(try give(name, to: program).code == 0)
      let again = try give(name, to: program)
      #expect(again.code == 0 && again.errors.contains("taken already"), "\(again.errors)")
    }
    #expect(try comments(program).count == 2)
    // The journal tells by what it knew the mail.
    #expect(try program.run("journal", Self.session).output.contains(#""mail":"<outlook-fi@example.org>""#))
    #expect(try program.run("verify").code == 0)
  }

  @Test("An automatic reply, an ambiguous sender and a quotation alone are named, and nothing is taken")
  func refused() throws {
    let program = try program()
    for (name, reason) in [
      ("given-auto-reply", "Auto-Submitted: auto-replied"), ("multi-encrypted", "encrypted"),
      ("header-ambiguous", "Sam Lee (VP Sales, vp-sales) or Sam Lee (Head of Customer Success, cs-head)"),
      ("outlook-nothing-above", "nothing stands above"), ("posting-only-quoted", "nothing is said"),
    ] {
      let run = try give(name, to: program)
      #expect(run.isFault(65) && run.errors.contains(reason), "\(name): \(run.errors)")
    }
    #expect(try comments(program).isEmpty)
    let named = try program.run(
      "comment", Self.session, "cs-head", "--from", fixture("mail/header-ambiguous.eml"))
    #expect(named.code == 0)
    #expect(try comments(program) == ["cs-head: Add the budget"])
  }

  @Test("Without the library that reads mails, the message says which to install; a text needs none")
  func noLibrary() throws {
    let program = try program()
    let run = try program.shell(
      """
      mkdir none && touch none/libgmime-3.0.so.0
      LD_LIBRARY_PATH="$PWD/none" "$parley" comment \(Self.session) --from '\(fixture("mail/given-latin1.eml"))'
      """)
    #expect(run.isFault(69) && run.errors.contains("apt-get install libgmime-3.0-0"), "\(run.errors)")
    program.scratch.write("ceo: Add the budget\n", to: "text")
    let text = try program.shell("LD_LIBRARY_PATH=\"$PWD/none\" \"$parley\" comment \(Self.session) --from text")
    #expect(text.code == 0, "\(text.errors)")
  }

  @Test("No command but the one that reads a mail has its libraries in memory")
  func isNotLinked() throws {
    let program = try Program()
    let host = try program.screen("host", example("saas-q3.yaml"))
    try host.wait(for: "q3-alignment")
    let maps = try program.shell("cat /proc/\(try program.holder())/maps")
    #expect(maps.code == 0 && !maps.output.contains("gmime") && !maps.output.contains("libxml2"))
  }
}
