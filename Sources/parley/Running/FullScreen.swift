import CLinux
import Glibc
import ParleyCore
import ParleyDocuments
import ParleyHost
import ParleyScreens
import ParleyTerminal
import ParleyUI
import ParleyWire

/// The whole terminal. It shows nothing before the session.
struct FullScreen: Display {
  private let screen: CursesScreen
  private let themes: ThemeShelf
  private let keymap: Keymap
  private let isDemonstration: Bool

  /// A record as the document that goes on the clipboard: in the language that its plan asks for.
  @Sendable private static func document(_ record: Record) -> String? {
    guard let words = try? Wordings.ofPlan(record.language) else { return nil }
    return try? RecordDocument.markdown(record, in: words)
  }

  /// Whether there is a terminal to take.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// - Parameters:
  ///   - isDemonstration: whether nothing of the session is kept.
  ///   - afterwards: what is true, and what to do, should this process be torn from the terminal.
  init(themes: ThemeShelf, settings: Settings, isDemonstration: Bool, afterwards: String) throws(Failure) {
    self.isDemonstration = isDemonstration
    (self.themes, keymap) = (themes, settings.keymap)
    parley_caretaker_say("parley: this terminal was killed; \(afterwards)\n")
    do throws(TerminalFault) {
      screen = try CursesScreen(
        takesMouse: settings.mouse, synchronizesOutput: settings.synchronizesOutput, services: settings.services,
        crashMessage: "parley: this terminal crashed; \(afterwards)")
    } catch {
      throw .terminal(error)
    }
  }

  /// Leaves a caretaker at the terminal if these arguments may take it whole. A caretaker costs less the earlier it is
  /// left, so nothing is parsed or read for that; one that is not needed does no harm.
  static func leaveCaretaker(_ arguments: [String]) {
    guard let command = arguments.first, commands.contains(command), isPossible,
      !arguments.contains("--plain"), Environment.value(.accessible) != "1"
    else { return }
    _ = parley_leave_caretaker()
  }

  private static let commands = ["run", "resume", "join", "demo", "tutor", "rehearse", "replay", "drill"]

  func show(
    _ link: TerminalLink, to speaker: Speaker, relaunch: @escaping () throws -> TerminalLink?
  ) throws(EventLoopFault) -> ExitReason {
    var model = TerminalModel(speaker: speaker, commandPrefix: .random(), keymap: keymap, themes: themes)
    model.recordText = FullScreen.document
    model.nameHere = link.sessionName
    if isDemonstration { model.beDemonstration() }
    return try TerminalProcess(screen: screen, link: link, model: model, relaunch: relaunch).run()
  }

  func replay(_ replay: Replay, voices: Performance?, speed: Int) throws(Failure) -> ExitReason {
    var model = TerminalModel(
      replaying: replay, voices: voices, speed: speed, keymap: keymap, themes: themes)
    model.recordText = FullScreen.document
    // A replay has no host, so nobody is at the other end of the line.
    let (line, far) = MemoryConnection<TerminalMessage, HostMessage>.pair()
    defer { far.close() }
    let link = TerminalLink(over: line, hello: .init(role: .screen))
    do throws(EventLoopFault) {
      return try TerminalProcess(screen: screen, link: link, model: model) { link }.run()
    } catch {
      throw .host(.loop(error))
    }
  }

  /// Shows a rehearsal.
  func rehearse(_ start: RehearsalStart, brief: [String], speed: Int) throws(Failure) -> ExitReason {
    let host = start.host
    var model = TerminalModel(
      rehearsing: start.performance, at: host.time.now.at, speed: speed, keymap: keymap, themes: themes)
    if !brief.isEmpty { model.showBrief(brief) }
    return try show(model, on: host)
  }

  /// Shows the tutor, whose host keeps nothing.
  func tutor(_ host: MemoryHost) throws(Failure) -> ExitReason {
    let model = TerminalModel(tutoringAt: host.time.now.at, keymap: keymap, themes: themes)
    return try show(model, on: host)
  }

  /// Shows a session whose host is in this process, and whose time is the screen's.
  private func show(_ model: TerminalModel, on host: MemoryHost) throws(Failure) -> ExitReason {
    let link = host.terminal()
    do throws(EventLoopFault) {
      return try TerminalProcess(screen: screen, link: link, model: model, onBeat: { host.pass(to: $0) }) { link }.run()
    } catch {
      throw .host(.loop(error))
    }
  }

  /// Shows a drill, which has neither host nor session.
  func drill(_ model: DrillModel) throws(Failure) -> DrillModel {
    do throws(EventLoopFault) {
      return try DrillProcess(screen: screen, themes: themes, model: model).run()
    } catch {
      throw .host(.loop(error))
    }
  }

  func leave() { screen.leave() }
}
