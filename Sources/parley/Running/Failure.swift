import ParleyHost
import ParleyJournal
import ParleyPlan
import ParleyScreens
import ParleyTerminal
import ParleyUI
import ParleyWire

/// Why a command failed.
enum Failure: Error {
  case unknownCommand(String, near: String?)
  /// Neither a command nor a topic of the reference.
  case unknownTopic(String, near: String?)
  case usage(command: String?, problem: String)
  case planFile(PlanFileFault)
  case journal(JournalFault)
  case host(HostFault)
  case terminal(TerminalFault)
  /// At least one fault; all of them are reported.
  case theme(ThemeFaults)
  /// The same for the theme that the settings name.
  case configuredTheme(ThemeFaults)
  case settings(String, Settings.Fault)
  case noFile(String)
  case unreadable(String, reason: String)
  case tooLarge(String, limit: String)
  case notUTF8(String, line: Int)
  /// `remedy` says how to get round it.
  case exists(String, remedy: String)
  case cannotCreate(String, reason: String)
  case cannotWrite(String, reason: String)
  /// No session in the store has set goals and been closed.
  case nothingClosed(String)
  /// The named thing does not exist; `remedy` says what to do.
  case unknown(String, what: String, remedy: String)
  /// A goal's id fits goals of several sessions, which are named.
  case severalMeant(String, sessions: [String])
  /// A session of the plan is live already; `remedy` says how to go on with it or to begin another.
  case liveAlready(String, session: String, remedy: String)
  case unexpected(String)
  /// No process holds the named session; nil when none holds any session.
  case nobodyLive(name: String?)
  /// The same, said to a guest, who cannot begin it.
  case notLiveNow(String)
  /// The token of an invitation leads to no seat of the session.
  case invitationTakenBack(String)
  /// The host of a live session disconnected this process.
  case disconnected(String, DisconnectReason)
  /// The host of a live session was given a command and did not answer. It may still carry it out; `command` is the id
  /// by which it would know it again. `unsaved` says why its disk did not take the command, if the host said so.
  case unanswered(String, command: CommandID, unsaved: String?)
  /// The host of a live session was asked something that changes nothing in the session, and did not answer.
  case noAnswer(String)
  /// A session is live already, and not shared with the group that was named.
  case notShared(String)
  /// Of the sessions that are live, none has invited whoever joins, or several have.
  case notInvited(live: [String], by: [String])
  /// A file holds no usable public key.
  case sshKey(String, SSHKey.Fault)
  /// Everything has been said already; only the exit code is left.
  case ended(Int32)
}

extension Failure {
  /// The exit code.
  var code: Int32 {
    switch self {
    case .ended(let code): code
    case .host(let fault): fault.exitCode
    case .journal(let fault): fault.kind.rawValue
    default: sysexit.rawValue
    }
  }

  private var sysexit: Sysexit {
    switch self {
    case .unknownCommand, .unknownTopic, .usage: .usage
    case .planFile, .noFile, .unreadable, .nothingClosed, .unknown: .missing
    case .tooLarge, .notUTF8, .sshKey, .severalMeant: .input
    case .notShared, .liveAlready: .busy
    case .exists, .cannotCreate: .cannotCreate
    case .cannotWrite: .inputOutput
    case .terminal(.notATerminal): .usage
    case .terminal: .unavailable
    case .configuredTheme, .settings: .configuration
    case .theme(let faults): faults.isMissing ? .missing : .input
    case .nobodyLive, .notLiveNow, .noAnswer: .unavailable
    case .disconnected(_, .notPermitted), .notInvited, .invitationTakenBack: .notPermitted
    case .disconnected: .unavailable
    case .unanswered(_, _, let unsaved): unsaved == nil ? .unavailable : .inputOutput
    case .unexpected, .ended, .host, .journal: .fault
    }
  }

  /// The lines for standard error, each `parley: WHERE: WHAT — WHAT TO DO`. Usually one; several for the faults of a
  /// file; none when everything has been said.
  var lines: [String] {
    switch self {
    case .planFile(let fault): [oneLine(fault.report)]
    case .theme(let faults), .configuredTheme(let faults): faults.faults.map { "parley: " + oneLine($0.description) }
    default: sentence.map { ["parley: " + oneLine($0)] } ?? []
    }
  }

  var sentence: String? {
    switch self {
    case .unknownCommand(let word, let near):
      "command line: there is no command `\(word)` — "
        + (near.map { "did you mean `\($0)`?" } ?? "`parley --help` lists them")
    case .unknownTopic(let word, let near):
      "help: there is neither a command nor a topic `\(word)` — "
        + (near.map { "did you mean `\($0)`?" } ?? "`parley --help` lists them")
    case .usage(let command, let problem):
      "\(command ?? "command line"): \(problem) — see `parley \(command.map { $0 + " " } ?? "")--help`"
    case .planFile, .theme, .configuredTheme, .ended: nil
    case .settings(let path, let fault): "\(path):\(fault.line):\(fault.column): \(fault.what) — \(fault.remedy)"
    case .journal(let fault): fault.description
    case .host(let fault): fault.description
    case .terminal(let fault): "terminal: \(fault.problem) — \(fault.remedy)"
    case .noFile(let path): "\(path): there is no such file — check its name"
    case .unreadable(let path, let reason): "\(path): it cannot be read (\(reason)) — look at its permissions"
    case .tooLarge(let path, let limit): "\(path): it is larger than \(limit) — shorten it"
    case .notUTF8(let path, let line): "\(path):\(line): this is not UTF-8 — save the file as UTF-8"
    case .exists(let path, let remedy): "\(path): it is there already — \(remedy)"
    case .cannotCreate(let path, let reason):
      "\(path): it cannot be created (\(reason)) — name a place you may write to"
    case .cannotWrite(let path, let reason): "\(path): writing failed (\(reason)) — make room, then try again"
    case .nobodyLive(nil): "sessions: none is live — parley run begins one, parley resume goes on with one"
    case .nobodyLive(let name?): "\(name): it is not live — parley resume \(name) goes on with it"
    case .notLiveNow(let id): "\(id): it is not going on now — join again when its facilitator has it open"
    case .invitationTakenBack(let id):
      "\(id): this invitation is not for this session, or was taken back — ask its facilitator for another one"
    case .notInvited(let live, let inviting) where inviting.isEmpty:
      "join: \(live.count == 1 ? "the session that is live has" : "no session that is live has") invited nobody of that name — "
        + "name the session: parley join \(live.joined(separator: " or "))"
    case .notInvited(_, let inviting):
      "join: \(inviting.joined(separator: " and ")) have invited this seat — name one: parley join \(inviting[0])"
    case .notShared(let id):
      "\(id): it is live, and not shared with that group — stop it, then resume it with --share"
    case .sshKey(let path, let fault): "\(path): \(fault.what) — \(fault.remedy)"
    case .disconnected(let id, let reason): "\(id): \(reason.sentence) — parley doctor says what is there"
    case .noAnswer(let id): "\(id): its host does not answer — parley seats \(id) says later what became of it"
    case .unanswered(let id, let command, nil):
      "\(id): its host does not answer, and may carry the command out later — give it again with --id \(command), which counts once"
    case .unanswered(let id, _, let why?):
      "\(id): the disk does not take it (\(why)) — the host keeps it and goes on trying; make room"
    case .nothingClosed(let store):
      "\(store): no closed session here has set goals — close one, or name a session"
    case .unknown(let place, let what, let remedy): "\(place): \(what) — \(remedy)"
    case .severalMeant(let goal, let sessions):
      "\(goal): it is a goal of \(sessions.joined(separator: " and of ")) — say whose with --session \(sessions.first ?? "SESSION")"
    case .liveAlready(let path, let session, let remedy):
      "\(path): a session of this plan is live: \(session) — \(remedy)"
    case .unexpected(let problem): "internal: \(problem) — please report it with what you did before"
    }
  }
}

extension TerminalFault {
  var problem: String {
    switch self {
    case .notATerminal: "input or output is no terminal"
    case .unknownTerminal(let term): "no description of `\(term)` is installed"
    case .cannotMoveCursor(let term): "`\(term)` cannot place its cursor"
    case .system(let code): "it cannot be used (\(Output.reason(code)))"
    }
  }

  var remedy: String {
    switch self {
    case .notATerminal: "start it in a terminal, without a pipe"
    case .unknownTerminal: "try TERM=xterm-256color"
    case .cannotMoveCursor, .system: "try another terminal"
    }
  }
}

extension ThemeFaults {
  fileprivate var isMissing: Bool {
    faults.contains { fault in
      switch fault.problem {
      case .unknownTheme, .unreadable: true
      default: false
      }
    }
  }
}

extension Failure {
  /// Runs code that reads a theme; its faults end the command.
  static func theme<Value>(_ body: () throws(ThemeFaults) -> Value) throws(Failure) -> Value {
    do throws(ThemeFaults) {
      return try body()
    } catch {
      throw .theme(error)
    }
  }
}

extension Failure {
  /// Runs code that starts or reaches a host; its fault ends the command.
  static func host<Value>(_ body: () throws(HostFault) -> Value) throws(Failure) -> Value {
    do throws(HostFault) {
      return try body()
    } catch {
      throw .host(error)
    }
  }
}

/// The text on one line, without any control characters.
func oneLine(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A, 0x0D, 0x2028, 0x2029: line.append(" ")
    case 0..<0x20: line.append("\u{FFFD}")
    default: line.append(scalar.isTreacherous ? "\u{FFFD}" : scalar)
    }
  }
  return String(line)
}
