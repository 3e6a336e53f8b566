import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("A whole session, line by line")
struct PlainTranscriptTests {
  /// The example's session as a facilitator types it who hears and does not see it.
  private static let lines = """
    help
    next
    next
    n
    help
    g
    y
    Forty is a lot for one quarter
    m

    g
    g
    poeple
    c
    n
    f
    Push notifications for expiring trials
    Victor
    1
    0
    g
    g
    g
    g
    confirm condition="The health score covers every account by August"
    n
    g
    g
    r
    Without the deployment pipeline, feature velocity drops by 30 % in Q4
    e

    g
    propose reliability "Improve deployment reliability" timeframe=q3 metric="Deployments per week" baseline=1 target=5 displacing=deal-close:q4
    2,3
    dot vp-eng green goal=deal-close
    confirm deal-close
    n
    g
    y

    /next
    Deal-to-close comes first in Q4

    g
    g
    c
    v

    v

    1 2

    Ada

    1 2


    3 3


    1 4

    v
    r
    n
    rank churn 2
    n
    park "How the checklist stores its state" by=vp-eng kind=follow-up owner=vp-eng due=+7d
    n
    n
    n
    n
    ack
    ack
    caveat
    The Salesforce sync must be designed in Q3
    ack
    close
    answer
    Design in Q3, build in Q4
    d
    Deal-to-close moves to Q4
    Deployments block every other goal
    Deals keep their 42 days until October

    close
    quit
    """

  @Test("It makes sense from top to bottom without a screen, and holds no ballot and no escape sequence")
  func transcript() throws {
    let program = try Program()
    let screen = try program.screen("run", example("saas-q3.yaml"), "--plain", size: (120, 6))
    for line in Self.lines.split(separator: "\n", omittingEmptySubsequences: false) {
      try screen.wait(until: "a prompt") { _ in screen.isAsked }
      let before = screen.bytesOut
      try screen.send(line + "\n")
      try screen.wait(forMoreThan: before)
      if line == "quit" { break }
      try screen.wait(until: "the next prompt") { _ in screen.isAsked && screen.bytesOut > before + 1 }
    }
    #expect(try screen.waitForExit() == .exited(0))
    #expect(screen.leftovers == [])
    #expect(!screen.transcript.contains(0x1b) && !screen.transcript.contains(7))
    let told = String(decoding: screen.transcript, as: UTF8.self).replacing("\r\n", with: "\n")
      .replacing(#/\d{4}-\d\d-\d\d/#, with: "DATE").replacing(#/\b\d?\d:\d\d\b/#, with: "TIME")
    for ballot in ["1 2\n", "3 3\n", "1 4\n"] { #expect(!told.contains(ballot)) }
    try expectGolden(told, "plain-session.txt")
  }

  private func expectGolden(_ text: String, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["PARLEY_RECORD_GOLDEN"] != nil {
      return try Data(text.utf8).write(to: file)
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for (expected, found) in zip(golden.split(separator: "\n"), text.split(separator: "\n")) where expected != found {
      Issue.record("expected: \(expected)\nfound: \(found)")
      return
    }
    #expect(golden == text)
  }
}

extension Probe {
  /// Whether the last that was written is a prompt.
  fileprivate var isAsked: Bool { transcript.suffix(2).elementsEqual("> ".utf8) }
}
