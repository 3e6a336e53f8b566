import ArgumentParser
import Glibc
import ParleyJournal
import ParleyWire

/// The group that may enter a live session, besides its own account.
struct ShareOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Lets the members of a group of this machine join from accounts of their own, now and when the session goes on"
        + " later; none ends that.", valueName: "group")
  )
  var share: String?

  /// The place where the host listens; nil where nothing is said of it, and a session stays shared as it was.
  func place() throws(Failure) -> SocketPlace? {
    guard let share else { return nil }
    if share == "none", getgrnam(share) == nil { return .current }
    return .current(sharedWith: try ShareOption.group(share))
  }

  /// Throws when the session is live already and not shared with that group: a host does not move.
  func check(_ file: SessionFile, _ place: SocketPlace?) throws(Failure) {
    guard let place, let socket = Holder.current(lockPath: file.lockPath)?.socket,
      !socket.hasPrefix(place.directory + "/")
    else { return }
    throw .notShared(file.id)
  }

  private static func group(_ name: String) throws(Failure) -> UInt32 {
    if let found = getgrnam(name) { return found.pointee.gr_gid }
    if let number = UInt32(name), getgrgid(number) != nil { return number }
    throw .unknown("group \(name)", what: "this machine has no such group", remedy: "`id` lists those you are in")
  }
}
