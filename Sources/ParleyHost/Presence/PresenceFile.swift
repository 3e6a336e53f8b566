import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire

/// Keeps who is connected where others can read it without asking the host.
public protocol PresenceStore: AnyObject {
  /// Replaces what is kept.
  func keep(_ present: [Presence])
  /// Nobody is connected any more.
  func remove()
  /// From now on, keeps it beside the session in this file.
  func follow(_ file: SessionFile)
}

/// Who is connected, in a file beside the session that only its owner may read. It is replaced on every change, so that
/// `parley status` and `parley seats` disturb no host, and not synced: it means nothing without the process that wrote it.
public final class PresenceFile: PresenceStore {
  private var path: String

  public init(of file: SessionFile) { path = file.presencePath }

  public func keep(_ present: [Presence]) {
    var bytes: [UInt8] = []
    Kept(pid: Int(getpid()), present: present).json.write(to: &bytes)
    _ = PrivateFile.replace(path, with: bytes)
  }

  public func remove() { PrivateFile.remove(path) }

  public func follow(_ file: SessionFile) {
    remove()
    path = file.presencePath
  }

  /// Who is connected to a session now; nobody where no process holds it.
  public static func present(in file: SessionFile) -> [Presence] {
    guard let holder = Holder.current(lockPath: file.lockPath), let bytes = PrivateFile.read(file.presencePath) else {
      return []
    }
    let kept = bytes.withUnsafeBufferPointer { text in
      try? Fields.read(text) { fields throws(CodingFault) in try Kept(coded: fields) }
    }
    // A host that was killed leaves its file behind.
    guard let kept, kept.pid == Int(holder.pid) else { return [] }
    return kept.present
  }

  private struct Kept: CodedObject {
    var pid: Int
    var present: [Presence]

    static let codec = Codec(
      { Kept(pid: $0, present: $1) }, Member("pid", \.pid), Member("present", \.present))
  }
}
