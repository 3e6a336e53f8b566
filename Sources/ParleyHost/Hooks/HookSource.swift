import ParleyCore

/// Where a host has its hooks from, and where it writes down what they did.
public struct HookSource {
  /// The user's commands as the settings have them now, or why these cannot be read.
  public var commands: () -> Result<[HookMoment: String], Unreadable>
  /// The file to which a line is added for each, in a folder that is there; nil for none. Asked when there is such a line.
  public var log: () -> String?
  /// The folder in which they run.
  public var folder: String
  /// So long may each of them take, in milliseconds.
  var limitMs = Int64(HookMoment.limitSeconds) * 1000

  /// What is wrong with the settings, in a line.
  public struct Unreadable: Error, Hashable {
    public var what: String

    public init(_ what: String) { self.what = what }
  }

  public init(
    log: @escaping () -> String? = { nil }, folder: String = "/",
    commands: @escaping () -> Result<[HookMoment: String], Unreadable>
  ) {
    (self.log, self.folder, self.commands) = (log, folder, commands)
  }
}
