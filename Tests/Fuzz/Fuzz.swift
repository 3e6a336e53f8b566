import Glibc
import ParleyCore
import ParleyDocuments
import ParleyPlan
import ParleyUI
import ParleyWire
import TestFixtures

@testable import ParleyScreens
@testable import ParleyTerminal

// Theory: whatever is read may have been written by a stranger, a sync client or a flipped bit. No bytes may end the
// program but by a line and its exit code, and none may take it longer than their size lets anyone expect. Each reader
// below is given what libFuzzer comes up with; a trap, an endless loop and too much memory are told by it, and what is
// read must hold what is promised of it. `Tests/Fuzz/fuzz TARGET [SECONDS]` builds and runs one.

/// What reads bytes that come from outside.
private enum Reader: String, CaseIterable {
  case plan, map, table, survey, mail, script, theme, config, template, entry, frame, keys

  func read(_ bytes: [UInt8]) {
    switch self {
    case .plan: readPlan(bytes)
    case .map: readMap(bytes)
    case .table: readTable(bytes)
    case .survey: _ = SurveyAnswers(bytes: bytes, people: Example.plan.stakeholders)
    case .mail: _ = try? GivenComments(bytes, of: nil, people: Example.plan.stakeholders)
    case .script: readScript(bytes)
    case .theme: _ = String(validating: bytes, as: UTF8.self).map { try? ThemeReader($0, file: "x.toml") }
    case .config: _ = String(validating: bytes, as: UTF8.self).map { try? Settings(toml: $0) }
    case .template: readTemplate(bytes)
    case .entry: readEntry(bytes)
    case .frame: readFrames(bytes)
    case .keys: readKeys(bytes)
    }
  }

  /// A plan without a fault can be opened and looked at.
  private func readPlan(_ bytes: [UInt8]) {
    let reading = PlanReading(bytes: bytes, name: "plan.yaml")
    precondition((reading.plan == nil) == reading.faults.contains { $0.severity == .error })
    guard let plan = reading.plan else { return }
    let session = ScriptedSession(plan).session
    _ = Record(of: session).json.line
  }

  private func readMap(_ bytes: [UInt8]) {
    _ = PlanReading(bytes: Array(Example.text.utf8), name: "plan.yaml", privateBytes: bytes)
  }

  /// The plan that an export becomes is one that the plan's reader takes.
  private func readTable(_ bytes: [UInt8]) {
    let starts = CalendarDate(daysSince1970: 20_000)
    guard let plan = try? ImportedPlan(bytes: bytes, title: "X", kind: .alignment, starts: starts) else { return }
    _ = PlanReading(text: plan.text, name: "plan.yaml")
  }

  /// What was accepted is read again from its entry as the same.
  private func readScript(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    var session = ScriptedSession(Example.plan)
    for line in text.split(separator: "\n").prefix(200) {
      guard let entry = try? session.give(String(line)) else { continue }
      let read = try? Entry(json: entry.json)
      precondition(read == entry)
    }
    _ = Record(of: session.session).json.line
  }

  private func readTemplate(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    _ = try? RecordDocument.filled(text, asHtml: false, Example.record)
  }

  private func readEntry(_ bytes: [UInt8]) {
    guard let entry = bytes.withUnsafeBufferPointer({ try? Entry(jsonText: $0) }) else { return }
    precondition((try? Entry(json: entry.json)) == entry)
  }

  private func readFrames(_ bytes: [UInt8]) {
    var reader = FrameReader()
    reader.append(bytes)
    while let message = (try? reader.next()) ?? nil {
      if let said = try? TerminalMessage(payload: message) {
        precondition((try? TerminalMessage(payload: Array(said.json.line.utf8))) == said)
      }
      if let told = try? HostMessage(payload: message), case .snapshot(let snapshot) = told {
        _ = Record(of: Session(snapshot)).json.line
      }
    }
  }

  private func readKeys(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    for byte in bytes {
      if byte == 0xFF { _ = decoder.drained() } else { decoder.add(.byte(byte)) }
    }
    _ = decoder.drained()
  }
}

/// A session that the readers are held against.
private enum Example {
  static let text = """
    parley: 1
    title: X
    starts: 2027-06-28 14:00
    timeframes: [{id: q3, name: Q3, capacity: 2}, {id: q4, name: Q4}]
    stakeholders:
      - {id: ceo, name: Ada Obi, role: CEO, authority: decides}
      - {id: cto, name: Vera Engel, email: vera@example.org}
    goals:
      - {id: a, name: First, timeframe: q3, capacity: 1, metric: {name: M, baseline: 1, target: 2}, features: [{id: f, name: F}]}
      - {id: b, name: Second, timeframe: q4, metric: {name: N, unit: "%", baseline: 8, target: 5}}
    """
  static let plan = PlanReading(text: text, name: "plan.yaml").plan ?? { fatalError("the example is no plan") }()
  static let record = Record(of: ScriptedSession(plan).session)
}

private let reader: Reader = {
  let name = getenv("PARLEY_FUZZ_READER").map { String(cString: $0) } ?? ""
  guard let reader = Reader(rawValue: name) else {
    print("PARLEY_FUZZ_READER is one of \(Reader.allCases.map(\.rawValue).joined(separator: " "))")
    exit(64)
  }
  return reader
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  reader.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

// The package manager links a program to begin at a function of its own name, and not at libFuzzer's `main`.
@_cdecl("parley_fuzz_main")
public func begin(_ count: CInt, _ arguments: FuzzerArguments) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments, fuzz)
}

public typealias FuzzerArguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<FuzzerArguments>,
  _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
