import Glibc
import ParleyCore

// Theory: SQLite takes a log that was cut off or damaged for a shorter one, and a file without its log for an older
// one. So the holder also writes the number and the digest of the last entry into a small file beside the session,
// after the commit and before the acknowledgement. It is not synced, so after a loss of power it may name an earlier
// entry, or nothing that can be read. It never names a later one: an entry that it names was on disk. Whoever finds
// fewer entries has found a loss, and no kill looks like one.
/// The file beside a session that names the last acknowledged entry. It is there while the session is held, and after
/// its holder died.
final class TailFile {
  private let path: String
  private var descriptor: Int32 = -1

  init(_ path: String) { self.path = path }

  deinit { close() }

  /// What stands at a path.
  enum Reading: Hashable {
    case absent
    /// Something that no holder wrote, or wrote as a whole.
    case unreadable
    case end(AcknowledgedEnd)
  }

  /// Names another end. False when that fails; the file then names an earlier one, or nothing.
  @discardableResult
  func write(_ end: AcknowledgedEnd) -> Bool {
    if descriptor < 0 { descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600) }
    guard descriptor >= 0 else { return false }
    let bytes = TailFile.bytes(of: end)
    return pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
  }

  /// Whether the file at the path is the one that this holder writes.
  var isInPlace: Bool {
    var mine = stat()
    var there = stat()
    return descriptor >= 0 && fstat(descriptor, &mine) == 0 && lstat(path, &there) == 0
      && mine.st_ino == there.st_ino
      && mine.st_dev == there.st_dev
  }

  /// The file is over: the session was left in order.
  func remove() {
    unlink(path)
    close()
  }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  static func read(_ path: String) -> Reading {
    // A holder may be writing just now: what is half old and half new is read again.
    for _ in 0..<8 {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { return errno == ENOENT ? .absent : .unreadable }
      var bytes = [UInt8](repeating: 0, count: byteCount + 1)
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      Glibc.close(descriptor)
      guard count == byteCount else { return .unreadable }
      if let end = end(in: bytes[..<byteCount]) { return .end(end) }
    }
    return .unreadable
  }

  // One length whatever it says, so that writing it anew is one write.
  private static let bodyCount = 127
  private static let byteCount = bodyCount + 17
  private static let title = "parley-tail 1"

  private static func bytes(of end: AcknowledgedEnd) -> [UInt8] {
    let words = "\(title) \(end.count) \(end.digest.hex) \(end.at?.milliseconds ?? -1)"
    var bytes = Array(words.utf8)
    bytes += [UInt8](repeating: 0x20, count: max(0, bodyCount - bytes.count))
    return bytes + check(bytes[...]) + [0x0A]
  }

  private static func end(in bytes: ArraySlice<UInt8>) -> AcknowledgedEnd? {
    let body = bytes.prefix(bodyCount)
    guard Array(bytes.dropFirst(bodyCount).dropLast()) == check(body) else { return nil }
    let words = String(decoding: body, as: UTF8.self).split(separator: " ")
    guard words.count == 5, words[0...1].joined(separator: " ") == title, let count = Int(words[2]), count > 0,
      let digest = Digest(hex: words[3]), let at = Int64(words[4])
    else { return nil }
    return AcknowledgedEnd(count: count, digest: digest, at: at < 0 ? nil : Instant(milliseconds: at))
  }

  private static func check(_ body: ArraySlice<UInt8>) -> [UInt8] {
    Array(body.withUnsafeBytes { SHA256.digest($0) }.hex.utf8.prefix(16))
  }
}
