/// A place that shows frames and gives keys: a real terminal (`CursesScreen`) or one in memory
/// (`MemoryScreen`). To be used from one thread.
public protocol Screen: AnyObject {
  /// What a frame must measure to fill the screen.
  var size: Size { get }
  /// The colours that can be shown; styles of a frame are mapped down to it when they are drawn.
  var colorDepth: ColorDepth { get }
  /// Whether line-drawing and other characters beyond ASCII can be shown.
  var showsUnicode: Bool { get }
  /// To be polled for reading; nil when there is nothing to poll.
  var inputDescriptor: Int32? { get }

  /// Makes ready to show a frame: to present it then costs little more than sending it. Nothing is shown yet, and any
  /// other frame may be presented instead.
  func prepare(_ frame: Frame)
  /// Shows a frame. A frame equal to the last one costs nothing and sends nothing.
  func present(_ frame: Frame)
  /// The keys pressed since the last call; never waits. After the terminal has gone away the last
  /// key is `.hangup`.
  func nextKeys() -> [Key]
  /// Takes over a new size (after SIGWINCH, or SIGCONT); the next frame is painted anew.
  func resize()
  /// Gives the terminal back to the shell, stops the process, and comes back when it goes on.
  func suspend()
  /// Rings the bell, once.
  func ring()
  /// Shows a window title, where the terminal has one.
  func setTitle(_ title: String)
  /// Puts the terminal back as it was. Calls after the first do nothing.
  func leave()
}
