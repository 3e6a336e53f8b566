import Glibc
import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyWire

/// A drill at the keyboard: which question is at hand, what was answered, and what a key does.
public struct DrillModel: Sendable {
  public let drill: Drill
  public private(set) var streak: DrillStreak
  public private(set) var number = 0
  public private(set) var given: Int?
  public private(set) var answered = 0
  public private(set) var right = 0
  private var marked: Int?

  public init(_ drill: Drill, _ streak: DrillStreak) {
    (self.drill, self.streak) = (drill, streak)
  }

  public var question: Drill.Question { drill.question(number) }

  /// Takes an answer, and counts it.
  /// - Returns: false for what is no answer here.
  @discardableResult
  public mutating func answer(_ place: Int) -> Bool {
    guard given == nil, question.choices.indices.contains(place) else { return false }
    given = place
    let isRight = place == question.right
    streak.count(isRight: isRight)
    answered += 1
    right += isRight ? 1 : 0
    return true
  }

  /// Goes on to the next question, once this one is answered.
  public mutating func goOn() {
    guard given != nil else { return }
    number += 1
    (given, marked) = (nil, nil)
  }

  /// Takes a key; false when it leaves.
  /// - Parameter isOver: whether its two minutes are over: then nothing further is asked.
  public mutating func handle(_ key: Key, isOver: Bool) -> Bool {
    switch key {
    case .character("q"), .escape, .control("c"), .hangup: return false
    case .character(let letter) where letter.wholeNumberValue != nil: answer((letter.wholeNumberValue ?? 0) - 1)
    case .down, .tab, .character("j"): mark(1)
    case .up, .backTab, .character("k"): mark(-1)
    case .enter, .character(" "), .character("n"), .right:
      guard given != nil else {
        if let marked { answer(marked) }
        break
      }
      if isOver { return false }
      goOn()
    default: break
    }
    return true
  }

  private mutating func mark(_ step: Int) {
    guard given == nil else { return }
    let count = question.choices.count
    marked = marked.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
  }

  /// What is shown with so many seconds left.
  public func page(left: Int) -> DrillPage {
    DrillPage(
      question: question, given: given, marked: marked, streak: streak, answered: answered, right: right, left: left)
  }
}

/// A drill on the whole screen: no host, no file, one thread that waits for keys and for the next second.
public final class DrillProcess {
  private let screen: any Screen
  private var themes: ThemeShelf
  private let loop = EventLoop()
  private var model: DrillModel
  private var isRunning = true
  private let endMs: Int64
  private var second: EventLoopTimer?

  public init(screen: any Screen, themes: ThemeShelf, model: DrillModel) {
    (self.screen, self.themes, self.model) = (screen, themes, model)
    endMs = EventLoop.boottimeMs() + Int64(Drill.seconds) * 1000
  }

  /// Runs until it is left; the terminal is put back, whatever happened.
  public func run() throws(EventLoopFault) -> DrillModel {
    defer { screen.leave() }
    try loop.signals([SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP]) { [weak self] in
      self?.handle(signal: $0)
    }
    second = try loop.timer { [weak self] in self?.show() }
    if let input = screen.inputDescriptor { loop.watch(input, reading: { [weak self] in self?.readKeys() }) }
    screen.setTitle("Drill · parley")
    show()
    while isRunning { _ = try loop.runOnce(timeoutMs: 86_400_000) }
    return model
  }

  private var left: Int { Int(max(0, endMs - EventLoop.boottimeMs() + 999) / 1000) }

  private func readKeys() {
    let keys = screen.nextKeys()
    if let isLight = screen.hasLightBackground { themes.suit(lightBackground: isLight) }
    for key in keys where isRunning {
      isRunning = model.handle(key, isOver: left == 0)
    }
    show()
  }

  private func handle(signal: Int32) {
    switch signal {
    case SIGWINCH, SIGCONT: screen.resize()
    case SIGTSTP:
      screen.suspend()
      readKeys()
    default: isRunning = false
    }
    show()
  }

  private func show() {
    guard isRunning else { return }
    let look = Look(theme: themes.current, depth: screen.colorDepth, showsUnicode: screen.showsUnicode)
    screen.present(model.page(left: left).frame(size: screen.size, look: look))
    // The second after the last one changes nothing any more.
    let due = endMs - Int64(max(0, left - 1)) * 1000
    second?.set(atBoottimeMs: left > 0 ? due : nil)
  }
}
