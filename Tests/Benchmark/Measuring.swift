import TerminalProbe

/// Takes the programs through the stages.
struct Measuring {
  let stages: Set<Stage>
  let samples: Samples
  let load: LoadScenario
  let announce: (String) -> Void

  /// The lines of the table: a value for each program, nil when there is none.
  func rows(of subjects: [Subject]) throws -> [Row] {
    let figures = try subjects.map { try self.figures(of: $0) }
    return Quantities.all(events: samples.events, sessions: samples.sessions).compactMap { quantity in
      let values = figures.map(quantity.value)
      if values.allSatisfy({ $0 == nil }) { return nil }
      return Row(quantity: quantity, values: values)
    }
  }

  private func figures(of subject: Subject) throws -> Figures {
    let sandbox = try Sandbox(subject)
    var figures = Figures()
    stage(.start, subject) { figures.start = try StartMeter(sandbox, count: samples.starts) }
    stage(stages.intersection(subject.stages).contains(.quiet) ? .quiet : .keys, subject) {
      try measureUse(sandbox, &figures)
    }
    if subject.name == "parley" {
      stage(.fanOut, subject) {
        figures.fanOut = try FanOutMeter(sandbox, program: subject.command[0], load, count: samples.keys)
      }
    }
    stage(.resize, subject) { figures.resize = try ResizeMeter(sandbox) }
    if subject.pause != nil {
      stage(.opening, subject) {
        figures.opening = try OpeningMeter(sandbox, events: samples.events, count: samples.openings)
      }
      stage(.log, subject) {
        figures.log = try LogMeter(sandbox, sessions: samples.sessions, count: samples.starts)
      }
    }
    return figures
  }

  /// A stage that fails is reported, and its lines are missing from the table; the others are measured all the same.
  private func stage(_ stage: Stage, _ subject: Subject, _ body: () throws -> Void) {
    guard stages.contains(stage), subject.stages.contains(stage) else { return }
    announce("\(subject.name): \(stage.rawValue)")
    do { try body() } catch { print("\(subject.name): \(stage.rawValue) failed: \(error)") }
    ProcessTree.endAll()
  }

  /// Measures in one process what takes time: left alone, keys, memory, and left alone again.
  private func measureUse(_ sandbox: Sandbox, _ figures: inout Figures) throws {
    let recorder = try sandbox.led()
    defer { recorder.end() }
    let subject = sandbox.subject
    let stages = stages.intersection(subject.stages)
    if stages.contains(.quiet) {
      announce("\(subject.name): left alone for \(samples.seconds.shown(0)) s")
      figures.counting = QuietMeter(recorder, seconds: samples.seconds)
    }
    if stages.contains(.keys) {
      announce("\(subject.name): \(samples.keys) keys")
      figures.keys = KeyMeter(recorder, subject.keys, count: samples.keys)
    }
    figures.memory = MemoryMeter(recorder)
    guard stages.contains(.quiet) else { return }
    if let pause = subject.pause {
      recorder.press(pause)
      recorder.listen(Sandbox.settling)
      announce("\(subject.name): paused for \(samples.seconds.shown(0)) s")
      figures.paused = QuietMeter(recorder, seconds: samples.seconds)
    } else {
      figures.paused = figures.counting
    }
  }
}
