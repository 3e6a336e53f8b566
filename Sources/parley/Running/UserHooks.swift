import ParleyCore
import ParleyHost
import ParleyUI

extension UserSettings {
  /// The user's hooks, for a host. The settings are read when a moment has come: what was changed meanwhile holds, and a
  /// host without hooks has no use for them.
  static var hooks: HookSource {
    let log = { StateFolder.made().map { "\($0)/hooks.log" } }
    return HookSource(log: log, folder: Environment.value(.home) ?? "/") {
      do throws(Failure) { return .success(try read().hooks) } catch {
        return .failure(HookSource.Unreadable(error.lines.first.map { String($0.dropFirst("parley: ".count)) } ?? ""))
      }
    }
  }

  /// The last line that a host wrote down of its hooks; nil where there is none.
  static var lastOfHooks: String? {
    guard let path = StateFolder.path, let bytes = try? fileBytes("\(path)/hooks.log", atMost: 1 << 20) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").last.map(String.init)
  }
}
