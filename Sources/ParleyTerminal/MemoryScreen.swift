/// A screen that keeps its frames, for tests and for sessions without a terminal.
public final class MemoryScreen: Screen {
  public private(set) var size: Size
  public let colorDepth: ColorDepth
  public let showsUnicode: Bool
  public var inputDescriptor: Int32? { nil }
  /// The keys that `nextKeys` will return.
  public var keys: [Key] = []
  /// The frame that was presented last.
  public private(set) var frame: Frame?
  /// How many frames were presented that differed from the one before.
  public private(set) var changes = 0
  public private(set) var bells = 0
  public private(set) var title: String?
  public private(set) var suspensions = 0
  public var showsProgress = false
  public private(set) var progress: TabProgress?
  /// What it was to tell, as title and text.
  public private(set) var notifications: [[String]] = []
  public private(set) var clipboard: String?
  /// What it says when something is copied.
  public var copyOutcome = CopyOutcome.told
  public private(set) var hasLeft = false
  public var hasLightBackground: Bool?
  private var nextSize: Size?

  public init(size: Size, colorDepth: ColorDepth = .trueColor, showsUnicode: Bool = true) {
    self.size = size
    self.colorDepth = colorDepth
    self.showsUnicode = showsUnicode
  }

  /// Gives the screen another size, as a user drags a window; `resize` takes it over.
  public func drag(to size: Size) { nextSize = size }

  /// Preparing shows nothing.
  public func prepare(_ frame: Frame) {}

  public func present(_ frame: Frame) {
    guard frame != self.frame else { return }
    self.frame = frame
    changes += 1
  }

  public func nextKeys() -> [Key] {
    defer { keys = [] }
    return keys
  }

  public func resize() {
    size = nextSize ?? size
    nextSize = nil
  }

  public func suspend() { suspensions += 1 }
  public func ring() { bells += 1 }
  public func setTitle(_ title: String) { self.title = Text.sanitised(title) }
  public func setProgress(_ progress: TabProgress?) { self.progress = progress }
  public func notify(_ title: String, _ text: String) { notifications.append([title, text]) }

  public func copy(_ text: String) -> CopyOutcome {
    if [.told, .inTmux].contains(copyOutcome) { clipboard = text }
    return copyOutcome
  }

  public func leave() { hasLeft = true }
}
