/// The files of `themes/`, compiled in; see the resources of this target.
enum BuiltInThemes {
  static let names = ["parley-dark", "light", "high-contrast", "colour-blind"]

  static func text(_ name: String) -> String? {
    switch name {
    case "parley-dark": String(decoding: PackageResources.parley_dark_toml, as: UTF8.self)
    case "light": String(decoding: PackageResources.light_toml, as: UTF8.self)
    case "high-contrast": String(decoding: PackageResources.high_contrast_toml, as: UTF8.self)
    case "colour-blind": String(decoding: PackageResources.colour_blind_toml, as: UTF8.self)
    default: nil
    }
  }
}
