import ParleyTerminal
import Testing

@Suite("Colours on lesser terminals")
struct ColorTests {
  @Test(
    "a colour becomes the nearest of 256",
    arguments: [
      (Color.rgb(255, 0, 0), Color.indexed(196)), (.rgb(0, 0, 0), .indexed(16)), (.rgb(255, 255, 255), .indexed(231)),
      (.rgb(8, 8, 8), .indexed(232)), (.rgb(128, 128, 128), .indexed(244)), (.rgb(0, 95, 135), .indexed(24)),
      (.ansi(3), .ansi(3)), (.indexed(77), .indexed(77)), (.default, .default),
    ])
  func indexed(_ color: Color, _ expected: Color) {
    #expect(color.mapped(to: .indexed256) == expected)
  }

  @Test("green, yellow and red stay three colours at every depth")
  func trafficLights() {
    let triples: [[Color]] = [
      [.rgb(0x00, 0x9e, 0x73), .rgb(0xf0, 0xe4, 0x42), .rgb(0xd5, 0x5e, 0x00)],
      [.rgb(0, 255, 0), .rgb(255, 255, 0), .rgb(255, 0, 0)],
      [.rgb(0x3f, 0xb9, 0x50), .rgb(0xd2, 0x99, 0x22), .rgb(0xf8, 0x51, 0x49)],
      [.rgb(0x85, 0x99, 0x00), .rgb(0xb5, 0x89, 0x00), .rgb(0xdc, 0x32, 0x2f)],
      [.rgb(0xa6, 0xe3, 0xa1), .rgb(0xf9, 0xe2, 0xaf), .rgb(0xf3, 0x8b, 0xa8)],
      [.rgb(0x1a, 0x7f, 0x37), .rgb(0x9a, 0x67, 0x00), .rgb(0xcf, 0x22, 0x2e)],
      [.indexed(36), .indexed(227), .indexed(166)],
    ]
    for triple in triples {
      for depth in [ColorDepth.sixteen, .indexed256, .trueColor] {
        #expect(Set(triple.map { $0.mapped(to: depth) }).count == 3, "\(triple) at \(depth)")
      }
    }
  }

  @Test("sixteen colours keep the hue and the lightness")
  func sixteen() {
    #expect(Color.rgb(0, 0, 0).mapped(to: .sixteen) == .ansi(0))
    #expect(Color.rgb(250, 250, 250).mapped(to: .sixteen) == .ansi(15))
    #expect(Color.rgb(0, 0, 200).mapped(to: .sixteen) == .ansi(12))
    #expect(Color.rgb(0x0, 0x8b, 0x8b).mapped(to: .sixteen) == .ansi(6))
    #expect(Color.rgb(180, 0, 180).mapped(to: .sixteen) == .ansi(5))
    #expect(Color.indexed(9).mapped(to: .sixteen) == .ansi(9))
    #expect(Color.ansi(200).mapped(to: .sixteen) == Color.indexed(200).mapped(to: .sixteen))
  }

  @Test("without colours every colour is the terminal's own")
  func none() {
    #expect(Color.rgb(1, 2, 3).mapped(to: .none) == .default)
    #expect(Color.ansi(1).mapped(to: .none) == .default)
  }

  @Test("a style lies over another: its colours where it has any, the attributes of both")
  func merged() {
    let below = Style(foreground: .ansi(1), background: .ansi(2), attributes: .bold)
    #expect(
      Style(foreground: .ansi(3), attributes: .dim).merged(over: below)
        == Style(foreground: .ansi(3), background: .ansi(2), attributes: [.bold, .dim]))
    #expect(Style.plain.merged(over: below) == below)
    #expect(Style(background: .default).merged(over: below).background == .default)
  }
}
