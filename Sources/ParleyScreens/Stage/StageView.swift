/// What a screen shows of the stage.
public struct StageView: Hashable, Sendable {
  /// `REPLAY`: what this is instead of a session.
  public var mark: String
  /// Speed, time, place.
  public var standing: String
  /// What has just happened.
  public var told: String
  /// What simulated people have said, the last of it first; nil where there are none.
  public var said: [Said]?
  /// How much of all that was said is still to be written down here.
  public var open = 0
  /// The key that lists all of that; none where nothing can be pressed.
  public var listKey = ""
  /// Whether there is the countdown and the step's card only.
  public var isSolo = false

  /// Something that was said, and what became of it.
  public struct Said: Hashable, Sendable {
    /// Seconds.
    public var age: Int
    public var who: String
    public var text: String
    public var status: Status
    /// The key that writes it down.
    public var hint: String

    package init(age: Int, who: String, text: String, status: Status, hint: String) {
      self.age = age
      self.who = who
      self.text = text
      self.status = status
      self.hint = hint
    }

    /// Whether it is written down.
    public enum Status: Hashable, Sendable {
      /// There is nothing to write down.
      case plain
      case open, captured, wrong, missed
    }
  }

  public init(
    mark: String, standing: String, told: String = "", said: [Said]? = nil, open: Int = 0, isSolo: Bool = false
  ) {
    self.mark = mark
    self.standing = standing
    self.told = told
    self.said = said
    self.open = open
    self.isSolo = isSolo
  }
}
