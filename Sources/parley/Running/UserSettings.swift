import ParleyUI

/// The user's settings in `config.toml`.
enum UserSettings {
  static var path: String? { Themes.configHome.map { "\($0)/parley/config.toml" } }

  /// The settings; the usual ones when there is no file.
  static func read() throws(Failure) -> Settings {
    guard let path else { return .standard }
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try fileBytes(path, atMost: 1 << 20)
    } catch {
      switch error {
      case .noFile: return .standard
      case .unreadable(_, let reason): throw fault(path, "it cannot be read (\(reason))", "look at its permissions")
      default: throw fault(path, "it is larger than 1 MiB", "keep what you need of it")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault(path, "it is not UTF-8", "save it as UTF-8")
    }
    do throws(Settings.Fault) { return try Settings(toml: text) } catch { throw .settings(path, error) }
  }

  private static func fault(_ path: String, _ what: String, _ remedy: String) -> Failure {
    .settings(path, Settings.Fault(line: 1, column: 1, what: what, remedy: remedy))
  }
}
