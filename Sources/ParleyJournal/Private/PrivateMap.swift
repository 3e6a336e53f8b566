import Glibc
import ParleyCore

// Notes that only the facilitator may read (M1) are beside the session, never in it, so that people can hand over the
// session's file.
extension SessionFile {
  /// Writes the stakeholder map beside the session, readable by its owner alone. The old one stays until the new one is
  /// whole. Throws `cannotCreate` or `diskFull`.
  public func write(_ map: StakeholderMap) throws(JournalFault) {
    let draft = privatePath + ".new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: privatePath, why: systemMessage()) }
    let isWritten = writeAll(Array(map.json.pretty.utf8) + [0x0A], to: descriptor) && fsync(descriptor) == 0
    let reason = errno
    close(descriptor)
    guard isWritten, rename(draft, privatePath) == 0 else {
      unlink(draft)
      throw reason == ENOSPC
        ? .diskFull(path: privatePath) : .cannotCreate(path: privatePath, why: systemMessage(reason))
    }
    syncDirectory(directory)
  }

  /// Adds private words to the map beside the session. Throws as reading and writing it do.
  public func keep(_ words: PrivateWords) throws(JournalFault) {
    var map = try readMap()
    map.keep(words)
    try write(map)
  }

  /// The stakeholder map beside the session; an empty one when there is none, as with a session from elsewhere.
  /// Throws `notReadable`, or `damaged` when it is not a map.
  public func readMap() throws(JournalFault) -> StakeholderMap {
    guard FileKind(privatePath) != .none else { return StakeholderMap() }
    guard let bytes = SystemFile.bytes(privatePath) else {
      throw .notReadable(path: privatePath, why: systemMessage())
    }
    guard let json = JSON(bytes), let map = StakeholderMap(json: json) else {
      throw .damaged(path: privatePath, entry: nil, what: "it is not a stakeholder map")
    }
    return map
  }
}

extension Journal {
  /// Adds private words to the map beside the session, also when that map is gone. Throws as reading and writing it do.
  public func keep(_ words: PrivateWords) throws(JournalFault) {
    if FileKind(file.privatePath) == .none, let notes, !notes.isEmpty {
      try file.write(notes)
    }
    try file.keep(words)
    notes = try file.readMap()
  }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
