import Glibc
import TerminalProbe
import Testing

@testable import ParleyTerminal

@Suite("Terminal descriptions")
struct TerminfoTests {
  private let database = TerminfoDatabase(directories: ["/nowhere", "/lib/terminfo", "/usr/share/terminfo"])

  private func infocmp(_ term: String, _ description: String?) throws -> [Substring] {
    let environment = description.map { ["TERMINFO": $0, "TERM": term] } ?? ["TERM": term]
    let run = try Run(["infocmp", "-x", "-1"], environment: environment)
    #expect(run.code == 0)
    return run.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  @Test(
    "a description that is read and written is the same",
    arguments: ["xterm-256color", "linux", "tmux-256color", "vt100"])
  func roundTrip(_ term: String) throws {
    let entry = try #require(database.entry(term))
    let again = try #require(TerminfoEntry(entry.compiled))
    #expect(again.compiled == entry.compiled)
    #expect(try infocmp(term, entry.asVariable) == infocmp(term, nil))
  }

  @Test("without the palette's capabilities all others stay")
  func palette() throws {
    var entry = try #require(database.entry("xterm-256color"))
    entry.leavePaletteAlone()
    let before = Set(try infocmp("xterm-256color", nil))
    let after = Set(try infocmp("xterm-256color", entry.asVariable))
    let gone = before.subtracting(after).map { $0.drop { $0 == "\t" }.prefix { $0 != "=" && $0 != "," } }
    #expect(Set(gone) == ["ccc", "oc", "initc"])
    #expect(after.subtracting(before).isEmpty)
  }

  @Test(
    "attributes alone are set where the character set is known, and a stranger is left as it is",
    arguments: [("xterm-256color", true), ("tmux-256color", true), ("linux", true), ("vt100", false)])
  func characterSet(_ term: String, _ isChanged: Bool) throws {
    var entry = try #require(database.entry(term))
    entry.stayInOneCharacterSet()
    let text = try infocmp(term, entry.asVariable)
    #expect(text.contains("\tsgr0=\\E[m,") == isChanged)
    #expect(text.contains { $0.hasPrefix("\tsgr=") } != isChanged)
  }

  @Test("true colour is added to a terminal of 256 colours, to no other")
  func trueColor() throws {
    var entry = try #require(database.entry("xterm-256color"))
    entry.addTrueColor()
    let text = try infocmp("xterm-256color", entry.asVariable)
    #expect(text.contains("\tRGB=8/8/8,"))
    #expect(text.contains("\tcolors#0x2000000,"))
    var few = try #require(database.entry("linux"))
    let before = few.compiled
    few.addTrueColor()
    #expect(few.compiled == before)
  }

  @Test("a file that is cut anywhere is no description")
  func broken() throws {
    let whole = try #require(database.entry("xterm-256color")).compiled
    let header = 12
    for count in 0..<(header + 40) { #expect(TerminfoEntry(Array(whole.prefix(count))) == nil) }
    for count in stride(from: header, to: whole.count, by: 7) { _ = TerminfoEntry(Array(whole.prefix(count))) }
    #expect(TerminfoEntry(Array(repeating: 0xff, count: 4000)) == nil)
    for name in ["", "../x", ".", "no-such-terminal"] { #expect(database.entry(name) == nil) }
  }

  @Test("descriptions with arbitrary bytes changed are read without a fault")
  func scrambled() throws {
    let whole = try #require(database.entry("xterm-256color")).compiled
    var state: UInt64 = 1
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % 80] = UInt8(truncatingIfNeeded: state >> 56)
      }
      if var entry = TerminfoEntry(bytes) {
        entry.leavePaletteAlone()
        entry.addTrueColor()
        #expect(!entry.compiled.isEmpty)
      }
    }
  }
}
