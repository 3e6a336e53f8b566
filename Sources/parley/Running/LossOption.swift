import ArgumentParser
import Glibc
import ParleyJournal

/// What becomes of a session whose file has lost its end: nobody goes on with it without knowing.
struct LossOption: ParsableArguments {
  @Flag(name: .customLong("as-it-is"), help: "Goes on with a session whose file has lost its end.")
  var isAccepted = false

  /// Whether the host may go on with a file that has lost its end; nil when the user leaves. It asks only where
  /// something is lost.
  ///
  /// Throws `cutOff` where nobody can be asked.
  func choice(for file: SessionFile) throws(Failure) -> Bool? {
    if isAccepted { return true }
    guard Holder.current(lockPath: file.lockPath) == nil, let loss = LossOption.loss(of: file) else { return false }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { throw .journal(loss) }
    let question =
      "parley: " + oneLine("\(loss.place): \(loss.what)") + "\n  q  leave, and look for a whole copy (Enter)\n"
      + "  g  go on with what is there\n"
    let mayGoOn = Key.pressed(after: question) { byte in
      switch byte {
      case 0x0A, 0x0D, UInt8(ascii: "q"), UInt8(ascii: "Q"): false
      case UInt8(ascii: "g"), UInt8(ascii: "G"): true
      default: nil
      }
    }
    return mayGoOn == true ? true : nil
  }

  /// Nil too for a file that cannot be read: the host says why.
  private static func loss(of file: SessionFile) -> JournalFault? {
    guard let journal = try? Journal.open(file, access: .reading) else { return nil }
    defer { journal.close() }
    return (try? journal.loss()) ?? nil
  }
}
