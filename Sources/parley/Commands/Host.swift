import ArgumentParser
import Glibc
import ParleyCore
import ParleyHost
import ParleyJournal
import ParleyWire

struct Host: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host",
    abstract: "Holds a live session without a screen of its own, until it is closed or stopped.",
    discussion: example("parley host q3.yaml", "parley host q3-alignment", "systemd-run --user parley host q3"))

  @Argument(
    help: ArgumentHelp("A plan, to begin a session; or a session, to go on with it.", valueName: "plan|session"))
  var subject: String

  @OptionGroup var already: LiveAlready

  @OptionGroup var loss: LossOption

  @OptionGroup var sharing: ShareOption

  @OptionGroup var place: StoreOption

  func run() throws {
    let store = try place.store()
    let (file, opening) = try isPlan ? begin(in: store) : (place.find(subject), nil)
    let sockets = try sharing.place() ?? (opening == nil ? SeatFolder(of: file).place : .current)
    guard let acceptsLoss = try opening == nil ? loss.choice(for: file) : false else { return }
    do throws(HostFault) {
      // Someone who asks for a host without a screen wants it to wait, even while nobody is there.
      var patience = SessionHost.Patience(whileOpen: nil)
      patience.staysForComments = true
      let order = HostOrder(file: file, place: sockets, patience: patience, acceptsLoss: acceptsLoss)
      let process = try HostProcess(order, opening: opening, hooks: UserSettings.hooks)
      try? Output.write("\(file.id)\n")
      try process.run()
    } catch {
      if opening != nil { NewSession.giveUp(file) }
      throw Failure.host(error)
    }
  }

  /// A session's file is known by its name; an argument that is no file is the name of a session.
  private var isPlan: Bool {
    if subject == "-" { return true }
    var found = stat()
    return !subject.hasSuffix(SessionFile.ending) && stat(subject, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
  }

  private func begin(in store: Store) throws(Failure) -> (SessionFile, Entry?) {
    var (plan, map) = try requirePlan(subject, shared: sharing.share != nil)
    if let choice = try already.choice(for: plan, at: subject, in: store, of: [.leave, .another]),
      choice.answer == .leave
    {
      throw .ended(Sysexit.done.rawValue)
    }
    plan.phrases.merge(try UserSettings.read().phrases) { own, _ in own }
    let new = NewSession(now: try plan.goingOn(from: store), map)
    // From the first file until the host reads signals itself.
    EndingSignals.hold()
    let file = try new.reserve(in: store)
    return (file, try new.opening(file.id))
  }
}
