import CLinux
import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire

/// Runs the user's commands at the moments of a session.
///
/// Theory: no command of the session waits for a hook. The host looks, after each turn, whether the session has come to a
/// moment that has one; hooks then run one after another, each the leader of a process session of its own, and the host
/// hears of their ends as it hears of everything else: by a descriptor. What a hook prints is read as it comes, so that
/// none is ever held up by a full pipe, and the last of it is kept for the line that says why it failed. A host that ends
/// lets go of the session first and then waits for a hook that still runs. A host that is killed takes none with it, and
/// the next one begins where the session then stands: a hook runs once or, at worst, not at all.
final class HookRunner {
  private let source: HookSource
  private let loop: EventLoop
  /// Tells the facilitator what went wrong.
  private let tell: (String) -> Void
  private var place: HookMoment.Place
  private var hasStarted = false
  private var queue: [Job] = []
  private var running: RunningHook?

  private struct Job {
    let moment: HookMoment
    let file: SessionFile
    let step: String
  }

  init(_ source: HookSource, at state: State, loop: EventLoop, tell: @escaping (String) -> Void) {
    (self.source, self.loop, self.tell) = (source, loop, tell)
    place = HookMoment.Place(state)
  }

  /// When a hook that still runs is to be looked at, in milliseconds of CLOCK_BOOTTIME: to be ended, and where the kernel
  /// does not tell that it has, five times a second.
  var dueMs: Int64? {
    running.map { $0.ending == nil ? min($0.endMs, EventLoop.boottimeMs() + 200) : $0.endMs }
  }

  /// The session stands here now.
  func note(_ state: State, in file: SessionFile) {
    let now = HookMoment.Place(state)
    guard now != place else { return }
    for moment in HookMoment.passed(from: place, to: now) where moment != .onStart || !hasStarted {
      hasStarted = hasStarted || moment == .onStart
      // Whoever goes through five steps in a second wants to be told where that led.
      if moment == .onStep { queue.removeAll { $0.moment == .onStep } }
      queue.append(Job(moment: moment, file: file, step: state.step.text))
    }
    place = now
    startNext()
  }

  /// Ends what has run for too long.
  func tick(at now: Int64) {
    if let running, running.endMs <= now { running.kill(at: now) }
    if running?.ending == nil { reap() }
  }

  /// Waits for what still runs, and for what was to follow it. The session has been let go of before.
  func finish() {
    while let hook = running {
      tick(at: EventLoop.boottimeMs())
      // The loop has ended with the host.
      var output = pollfd(fd: hook.hasSpoken ? -1 : hook.output, events: Int16(POLLIN), revents: 0)
      poll(&output, 1, 20)
      hook.read()
      reap()
    }
  }

  private func startNext() {
    while running == nil, !queue.isEmpty {
      let job = queue.removeFirst()
      switch source.commands() {
      case .failure(let fault): fail(job, "the settings cannot be read: \(fault.what)")
      case .success(let commands): if let command = commands[job.moment] { start(command, job) }
      }
    }
  }

  private func start(_ command: String, _ job: Job) {
    guard
      let hook = RunningHook(
        command, job.moment, for: job.file.id, with: environment(of: job), in: source.folder, limitMs: source.limitMs)
    else {
      return fail(job, "it could not be started: \(String(cString: strerror(errno)))")
    }
    running = hook
    if let ending = hook.ending { loop.watch(ending, reading: { [weak self] in self?.reap() }) }
    loop.watch(
      hook.output,
      reading: { [weak self] in
        hook.read()
        if hook.hasSpoken { self?.loop.unwatch(hook.output) }
      })
  }

  private func reap() {
    guard let hook = running, let end = hook.end() else { return }
    running = nil
    if let ending = hook.ending { loop.unwatch(ending) }
    HookLog.add(hook, end, to: source.log())
    if let what = end.complaint(hook.lastLine) { tell("the hook \(hook.moment.rawValue) failed: \(what)") }
    startNext()
  }

  private func fail(_ job: Job, _ what: String) {
    HookLog.add(job.moment, of: job.file.id, what, to: source.log())
    tell("the hook \(job.moment.rawValue) failed: \(what)")
  }

  /// What everyone in the room knows, and nothing else.
  private func environment(of job: Job) -> [String: String] {
    [
      "PARLEY_SESSION": job.file.id, "PARLEY_STORE": job.file.realDirectory, "PARLEY_HOOK": job.moment.rawValue,
      "PARLEY_STEP": job.step,
    ]
  }
}
