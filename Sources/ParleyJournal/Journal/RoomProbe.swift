import Glibc

// A host that waits for room tries again and again, for hours: it asks this first, and opens and examines its file once
// there is an answer.
extension Journal {
  /// As much as a short entry takes of the log.
  private static let probeBytes = 8192
  /// O_TMPFILE, whose name Swift's Glibc leaves out: a file without a name, of which nothing can be left behind.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

  /// Throws while the disk of the session takes nothing more. Where that cannot be found out, it does not throw.
  func requireRoom() throws(JournalFault) {
    let probe = Glibc.open(file.directory, O_WRONLY | O_CLOEXEC | Journal.nameless, 0o600)
    guard probe >= 0 else { return }
    defer { Glibc.close(probe) }
    let zeros = [UInt8](repeating: 0, count: Journal.probeBytes)
    let count = Glibc.write(probe, zeros, zeros.count)
    if count == zeros.count { return }
    // A short write gives no reason: there was room for a part.
    if count >= 0 || errno == ENOSPC { throw .diskFull(path: file.path) }
    throw .io(path: file.path, why: systemMessage())
  }
}
