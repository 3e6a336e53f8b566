import Testing

@testable import ParleyCore

@Suite("Numbers in writing")
struct NumeralTests {
  @Test(
    "A whole number has no point, and below 10^15 no exponent",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (40, "40"), (-7, "-7"), (2.5, "2.5"), (0.1, "0.1"), (-1.25, "-1.25"),
      (999_999_999_999_999, "999999999999999"), (1e15, "1000000000000000.0"), (-1e17, "-1e+17"), (1e-7, "1e-07"),
      (1.5e300, "1.5e+300"),
    ])
  func numerals(number: Double, text: String) {
    #expect(number.numeral == text)
    #expect(JSON(number).line == text, "the same in JSON")
  }

  @Test(
    "Minutes go on past 60, seconds have two digits",
    arguments: [(0, "0:00"), (5, "0:05"), (60, "1:00"), (725, "12:05"), (3661, "61:01")])
  func times(seconds: Int, text: String) { #expect(minutesAndSeconds(seconds) == text) }
}
