import ParleyCore
import ParleyTerminal
import ScreenFixtures
import Testing

@testable import ParleyScreens

/// Names and words that would break a screen if they could.
@Suite struct HostileTextTests {
  static let texts = [
    "Evil\u{1b}[2J\u{1b}]0;title\u{7}", "line\nbreak\r\nand\ttab", "\u{202e}desrever", "zero\u{200b}width\u{feff}",
    "👩‍👩‍👧‍👦 family 🇩🇪 flag", "Zalgo" + String(repeating: "\u{301}", count: 300), "漢字かな交じり文の長い長い名前",
    String(repeating: "endless", count: 600), "", " ", "\u{0}", "נתיב العربية",
  ]

  @Test(arguments: texts) func isDrawnWithoutDamage(_ text: String) throws {
    let view = try view(with: text)
    for pane in WhatIsHiddenTests.panes {
      for size in WhatIsHiddenTests.sizes {
        var other = view
        other.pane = pane
        let frame = other.frame(size: size)
        expectSound(frame)
      }
    }
  }

  /// Wide characters are whole, and nothing is in a cell that a terminal would obey.
  private func expectSound(_ frame: Frame) {
    for y in 0..<frame.size.rows {
      var columns = 0
      for x in 0..<frame.size.columns {
        let cell = frame[x, y]
        if cell.width == 2 { #expect(frame[x + 1, y].width == 0) }
        columns += Int(cell.width)
        let isSafe = cell.text.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && !isInvisible($0)
        }
        if !isSafe { Issue.record("\(x), \(y) holds \(cell.text.debugDescription)") }
      }
      #expect(columns == frame.size.columns)
    }
  }

  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    [0x200b, 0x200d, 0x202e, 0xfeff].contains(scalar.value)
  }

  private func view(with text: String) throws -> SessionView {
    var plan = Plan.saas
    plan.title = text
    plan.facilitator = text
    plan.stakeholders[0].name = text
    plan.stakeholders[1].role = text
    plan.goals[0].name = text
    plan.goals[0].rationale = text
    plan.goals[0].metrics[0].name = text
    plan.goals[0].metrics[0].unit = text
    plan.timeframes[0].name = text
    plan.parkingLot[0].text = text
    plan.context?.conflict = text
    plan.boundary?.open = [text]
    var session = SampleSession(plan)
    try session.give("next", "next", "next")
    var view = session.view()
    view.notice = Notice(.refusal, text)
    view.input = InputLine(text: text, hint: text, completions: [.init(text, text)], chosen: 0)
    view.keys.append(KeyHint(text, text))
    return view
  }
}
