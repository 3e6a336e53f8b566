import CLinux
import Glibc
import ParleyTerminal

/// A program for testing terminals: it draws a frame, names each key, and ends in all the ways a program can.
///
/// q quits, c traps, o overflows the stack, a aborts, s suspends, e prints to descriptor 2, t sets a
/// title, b rings, n counts up a number (one cell), m draws it in
/// bold and colour, k shows the cursor, p prepares a frame, P shows it, r shows another one instead, w draws hostile text.
@main
struct TerminalSample {
  static func main() {
    do throws(TerminalFault) {
      let screen = try CursesScreen(crashMessage: "sample: fault — all is saved")
      var sample = Sample(screen: screen)
      sample.run()
      screen.leave()
      print("bye")
    } catch {
      warn("sample: \(error)")
      exit(69)
    }
  }
}
