import ArgumentParser
import Glibc
import TerminalProbe

/// Those who are there while the facilitator's keys are timed.
enum Crowd: String, ExpressibleByArgument, CaseIterable {
  case screens, readers, nobody
}

/// What the facilitator has to bear. Less than all of it shows what the rest costs.
struct Siege: Equatable {
  var crowd = Crowd.screens
  var floods = true

  /// Times the facilitator's keys under it. The others are processes of their own: what they do must not count as time
  /// of whoever measures.
  func laid(to stand: Stand, _ program: String, _ count: Int) throws -> KeyMeter {
    let recorder = try stand.led()
    defer { recorder.end() }
    let socket = try stand.socket()
    var others: [Recorder] = []
    switch crowd {
    case .screens: others.append(try start(["--audience", program], stand, until: "seated"))
    case .readers: others.append(try start(["--readers", socket], stand, until: "seated"))
    case .nobody: break
    }
    if floods { others.append(try start(["--attack", socket], stand, until: "attacking")) }
    defer { withExtendedLifetime(others) {} }
    return KeyMeter(recorder, stand.subject.keys, words: stand.subject.words, count: count)
  }

  private func start(_ arguments: [String], _ stand: Stand, until words: String) throws -> Recorder {
    let own = try ownPath()
    let recorder = try Recorder(
      command: [own] + arguments, environment: stand.environment, directory: stand.home.path)
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
