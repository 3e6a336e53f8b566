import Glibc
import TerminalProbe
import Testing

@Suite("The probe: a program without a terminal")
struct RunTests {
  @Test("reports the output by descriptor, and the exit code")
  func separates() throws {
    let run = try Run(["sh", "-c", "echo out; echo err >&2; exit 3"])
    #expect(run.output == "out\n")
    #expect(run.errors == "err\n")
    #expect(run.code == 3)
    #expect(!run.outputIsHeldOpen)
  }

  @Test("gives the program its input, and nothing when none is given")
  func input() throws {
    #expect(try Run(["cat"], input: "hello").output == "hello")
    #expect(try Run(["cat"]).output == "")
  }

  @Test("large inputs and outputs pass at the same time")
  func large() throws {
    let text = String(repeating: "a line of a meeting\n", count: 20_000)
    #expect(try Run(["cat"], input: text).output == text)
  }

  @Test("a program that does not read its input is no failure")
  func unread() throws {
    let text = String(repeating: "x", count: 1_000_000)
    #expect(try Run(["true"], input: text).status == .exited(0))
  }

  @Test("a signal is not an exit code")
  func signalled() throws {
    let run = try Run(["sh", "-c", "kill -15 $$"])
    #expect(run.status == .signalled(SIGTERM))
    #expect(run.code == nil)
  }

  @Test("a program that runs too long is killed with its children, and its output is reported")
  func tooLong() throws {
    let failure = #expect(throws: ProbeFailure.self) {
      try Run(["sh", "-c", "echo begun; sleep 1000 & wait"], timeout: 0.3)
    }
    let message = "\(try #require(failure))"
    #expect(message.contains("still ran after 0.3 s") && message.contains("begun"))
  }

  @Test("there is no terminal, not even a controlling one")
  func noTerminal() throws {
    #expect(try Run(["sh", "-c", "test -t 0 || test -t 1 || : </dev/tty"]).code != 0)
  }

  @Test("no descriptor but the first three reaches the program, and no signal is ignored")
  func inheritsNothing() throws {
    let run = try Run(["sh", "-c", "ls /proc/$$/fd; exec sed -n 's/^Sig[BI][lg][kn]:.//p' /proc/self/status"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.prefix(3) == ["0", "1", "2"])
    let masks = lines.dropFirst(3).compactMap { UInt64($0, radix: 16) }
    // Signals 32 and 33 are the C library's own.
    #expect(masks.map { $0 & 0x7fff_ffff } == [0, 0])
  }

  @Test("notices a child that keeps the output open")
  func heldOpen() throws {
    let run = try Run(["sh", "-c", "sleep 0.5 & echo $!"])
    #expect(run.outputIsHeldOpen)
  }

  @Test("finds the program that was built along with the tests")
  func built() throws {
    let path = try builtProgram("parley")
    #expect(access(path, X_OK) == 0)
    let failure = #expect(throws: ProbeFailure.self) { try builtProgram("no-such-program") }
    #expect("\(try #require(failure))".contains("swift build --product no-such-program"))
  }
}
