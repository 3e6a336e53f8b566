/// A screen shows frames and returns keys: a real terminal (`CursesScreen`) or one in memory (`MemoryScreen`). Use it
/// from one thread.
public protocol Screen: AnyObject {
  /// The size of a frame that fills the screen.
  var size: Size { get }
  /// The colours that the screen can show. Drawing maps a frame's styles down to them.
  var colorDepth: ColorDepth { get }
  /// Whether the screen shows line-drawing and other characters beyond ASCII.
  var showsUnicode: Bool { get }
  /// The descriptor to poll for reading; nil when there is none.
  var inputDescriptor: Int32? { get }

  /// Whether the terminal has said, soon after it was asked, that its background is light; nil where it has not.
  var hasLightBackground: Bool? { get }

  /// Prepares to show a frame. Presenting it then costs little more than sending it. This shows nothing yet, and any
  /// other frame may be presented instead.
  func prepare(_ frame: Frame)
  /// Shows a frame. A frame equal to the last one costs nothing and sends nothing.
  func present(_ frame: Frame)
  /// The keys pressed since the last call; never waits. After the terminal has gone away the last
  /// key is `.hangup`.
  func nextKeys() -> [Key]
  /// Takes over a new size (after SIGWINCH, or SIGCONT); the next frame repaints everything.
  func resize()
  /// Gives the terminal back to the shell, stops the process, and comes back when it goes on. Keys may have come in
  /// before that: `nextKeys` has them.
  func suspend()
  /// Rings the bell, once.
  func ring()
  /// Shows a window title, if the terminal has one.
  func setTitle(_ title: String)
  /// Whether the terminal shows how far the time has gone; then ``setProgress(_:)`` is worth a call.
  var showsProgress: Bool { get }
  /// Shows how far the time has gone, where the terminal can; nil takes it away.
  func setProgress(_ progress: TabProgress?)
  /// Tells whoever is away from the terminal, where it can.
  func notify(_ title: String, _ text: String)
  /// Puts a text on the clipboard, and says what became of it.
  func copy(_ text: String) -> CopyOutcome
  /// Puts the terminal back as it was. Calls after the first do nothing.
  func leave()
}
