import Glibc
import ParleyHost
import ParleyJournal
import ParleyPlan
import ParleyWire

/// Connects to the host of a session: the one that holds it, or a new one that it starts.
final class HostConnector {
  /// The session's file as it is now: it may be taken away while the session is live.
  var file: SessionFile { line?.movedTo.map { SessionFile(path: $0) } ?? begun }
  /// The file that the next host is to hold, and the first one.
  private var begun: SessionFile
  private var original: SessionFile
  /// The last line to a host.
  private var line: TerminalLink?
  /// Sessions to try when this one is damaged; nil when the user named it.
  private var others: OpenSessions?
  var patience = SessionHost.Patience()
  /// Whether a host that is started goes on with a file that has lost its end. It is said for one start.
  var acceptsLoss = false
  /// Whether a host that is started runs the user's hooks.
  var runsHooks = true
  /// Where a new host listens; nil for where the one before it did.
  private let place: SocketPlace?
  /// A host that was started early, so that it opens the session while the screen gets ready.
  private var launched: HostLauncher?

  init(
    _ file: SessionFile, patience: SessionHost.Patience = SessionHost.Patience(), place: SocketPlace? = nil,
    launched: HostLauncher? = nil
  ) {
    (begun, original) = (file, file)
    self.place = place
    self.patience = patience
    self.launched = launched
  }

  /// Connects to the session used last among those that are open and whole.
  init(lastOf sessions: OpenSessions, place: SocketPlace? = nil) throws(Failure) {
    self.place = place
    var sessions = sessions
    begun = try HostConnector.next(&sessions)
    original = begun
    others = sessions
  }

  /// What to call the session in a command: its id, or its path where a command would look in another folder.
  var name: String {
    file.isBeside(original) && file.isIn(StoreOption.usual) ? file.id : shellWord(file.path)
  }

  /// Starts a host unless one holds the session.
  func begin() throws(Failure) {
    guard launched == nil, Holder.current(lockPath: file.lockPath) == nil else { return }
    launched = try launch()
  }

  /// A line to the host that has said hello.
  func link(_ hello: TerminalMessage.Hello) throws(Failure) -> TerminalLink {
    var problem = HostFault.silent
    // The next host holds the file to which the last one moved.
    begun = file
    for _ in 0..<40 {
      do throws(HostFault) {
        let link = try attempt(hello)
        acceptsLoss = false
        line = link
        link.sessionName = name == file.id ? nil : name
        return link
      } catch {
        problem = error
      }
      if problem.exitCode == Sysexit.input.rawValue, try turnToNext() { continue }
      // Someone else was faster, or a holder was just leaving.
      guard problem.exitCode == Sysexit.busy.rawValue || problem.exitCode == Sysexit.unavailable.rawValue else { break }
      poll(nil, 0, 50)
    }
    throw .host(problem)
  }

  /// Waits until nobody holds the session any more, but not for ever. A host releases the session as its very last act.
  static func awaitEnd(of file: SessionFile) {
    for _ in 0..<400 where Holder.current(lockPath: file.lockPath) != nil { poll(nil, 0, 5) }
  }

  /// Asks the host to end, and gives it time to clean up.
  static func stopHost(of file: SessionFile) {
    if let holder = Holder.current(lockPath: file.lockPath), holder.pid > 1 { kill(holder.pid, SIGTERM) }
    awaitEnd(of: file)
  }

  private func attempt(_ hello: TerminalMessage.Hello) throws(HostFault) -> TerminalLink {
    if launched == nil, let socket = Holder.current(lockPath: file.lockPath)?.socket {
      return try HostConnector.connect(socket, hello)
    }
    let launcher: HostLauncher = if let launched { launched } else { try HostConnector.start(order) }
    launched = nil
    defer { launcher.reap() }
    return try HostConnector.connect(try launcher.wait(), hello)
  }

  private func turnToNext() throws(Failure) -> Bool {
    guard var sessions = others else { return false }
    begun = try HostConnector.next(&sessions)
    original = begun
    others = sessions
    return true
  }

  private static func next(_ sessions: inout OpenSessions) throws(Failure) -> SessionFile {
    do throws(JournalFault) { return try sessions.next() } catch { throw .journal(error) }
  }

  private func launch() throws(Failure) -> HostLauncher {
    do throws(HostFault) {
      return try HostConnector.start(order)
    } catch {
      throw .host(error)
    }
  }

  private var order: HostOrder {
    HostOrder(
      file: file, place: place ?? SeatFolder(of: file).place, patience: patience, acceptsLoss: acceptsLoss,
      runsHooks: runsHooks)
  }

  private static func start(_ order: HostOrder) throws(HostFault) -> HostLauncher {
    let host = try WaitingHost()
    try host.send(SpawnRequest(order: order))
    return host.launcher
  }

  private static func connect(_ socket: String, _ hello: TerminalMessage.Hello) throws(HostFault) -> TerminalLink {
    do throws(SocketFault) {
      return try TerminalLink(to: socket, hello: hello)
    } catch {
      throw .socket(error)
    }
  }
}
