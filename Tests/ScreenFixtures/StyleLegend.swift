import ParleyScreens
import ParleyTerminal

/// Letters for styles, for the second plane of a picture.
package struct StyleLegend {
  package var letters: [Style: Character] = [:]

  /// Each style by the letter of the first role that looks so; a selection's over another is `#`.
  package static let dark: StyleLegend = {
    var legend = StyleLegend()
    let alphabet = Array("tdTHbfspagyraSAcwPOzeoDCrhGmBvFVxnkKNWRiIhjJqQ")
    for (index, role) in Role.allCases.enumerated() {
      let style = Theme.parleyDark[role]
      guard style != .plain, legend.letters[style] == nil else { continue }
      legend.letters[style] = alphabet[index % alphabet.count]
    }
    return legend
  }()
}
