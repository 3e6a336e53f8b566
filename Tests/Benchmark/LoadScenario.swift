import ArgumentParser
import Glibc
import TerminalProbe

/// The terminals that are there while the facilitator's keys are timed.
enum Crowd: String, ExpressibleByArgument, CaseIterable {
  case screens, readers, nobody
}

/// The load on the host while the facilitator works. A part of it shows what the rest costs.
struct LoadScenario: Equatable {
  var crowd = Crowd.screens
  var floods = true

  /// Times the facilitator's keys under it. The others are processes of their own: their work must not count as the
  /// time of this one.
  func time(in sandbox: Sandbox, _ program: String, _ count: Int) throws -> KeyMeter {
    let recorder = try sandbox.led()
    defer { recorder.end() }
    let socket = try sandbox.socket()
    var others: [Recorder] = []
    switch crowd {
    case .screens: others.append(try start(["--audience", program], sandbox, until: "seated"))
    case .readers: others.append(try start(["--readers", socket], sandbox, until: "seated"))
    case .nobody: break
    }
    if floods { others.append(try start(["--attack", socket], sandbox, until: "attacking")) }
    defer { withExtendedLifetime(others) {} }
    return KeyMeter(recorder, sandbox.subject.keys, words: sandbox.subject.words, count: count)
  }

  private func start(_ arguments: [String], _ sandbox: Sandbox, until words: String) throws -> Recorder {
    let own = try ownPath()
    let recorder = try Recorder(
      command: [own] + arguments, environment: sandbox.environment, directory: sandbox.home.path)
    try recorder.waitFor(words)
    return recorder
  }

  private func ownPath() throws -> String {
    guard let path = realpath("/proc/self/exe", nil) else {
      throw DocumentFault.cannotWrite(path: "self", errno: errno)
    }
    defer { free(path) }
    return String(cString: path)
  }
}

extension Recorder {
  fileprivate func waitFor(_ words: String) throws {
    let end = Recorder.now + 90_000
    while !picture.contains(words) {
      guard Recorder.now < end, !isAtEnd else {
        throw ProbeFailure.timedOut(waitingFor: words, seconds: 90, picture)
      }
      read(within: 200)
    }
  }
}
