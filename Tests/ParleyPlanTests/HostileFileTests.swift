import Foundation
import ParleyPlan
import TestFixtures
import Testing

@Suite struct HostileFiles {
  @Test func aBillionLaughsAreOverInATenthOfASecond() {
    let bomb =
      "a: &a [x,x,x,x,x,x,x,x,x]\n"
      + zip("bcdefghi", "abcdefgh").map { name, last in
        "\(name): &\(name) [\((1...9).map { _ in "*\(last)" }.joined(separator: ","))]\n"
      }.joined() + "? *i\n: 1\n"
    let (reading, time) = workTime { PlanReading(text: bomb, name: "p") }
    #expect(time < .milliseconds(100))
    #expect(reading.plan == nil)
    #expect(Set(reading.errors.map(\.line)).isSuperset(of: 1...10))
  }

  @Test func aLargeFileIsRefusedWithoutReadingIt() throws {
    let path = NSTemporaryDirectory() + "parley-large-\(UUID()).yaml"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let (reading, time) = try workTime { try PlanFile.read(path: path) }
    #expect(time < .milliseconds(100))
    #expect(reading.told == ["1:1 the file is larger than 256 KiB"])
  }

  @Test func aFileOfTheLargestSizeIsRead() {
    let text = SamplePlan().text
    let filled = text + "#" + String(repeating: "x", count: 256 * 1024 - text.utf8.count - 1)
    #expect(PlanReading(text: filled, name: "p").plan != nil)
    #expect(PlanReading(text: filled + "x", name: "p").told == ["1:1 the file is larger than 256 KiB"])
  }

  @Test(arguments: [
    String(repeating: "a: 1\n", count: 50_000), String(repeating: "- ", count: 100_000),
    String(repeating: "? ", count: 100_000), String(repeating: "{a: ", count: 60_000),
    String(repeating: "[{", count: 100_000), String(repeating: "!!x ", count: 60_000),
    String(repeating: "&a ", count: 60_000), String(repeating: "\"", count: 260_000),
    String(repeating: "a: [\n", count: 50_000), String(repeating: "\u{1}", count: 200_000),
    "a: " + String(repeating: "x ", count: 130_000), String(repeating: "*a,", count: 80_000),
    "goals: [" + String(repeating: "{}, ", count: 60_000) + "]",
    "goals: [" + String(repeating: "x,", count: 120_000) + "]",
  ])
  func filesMadeToBeSlowAreNot(text: String) {
    let (reading, time) = workTime { PlanReading(text: text, name: "p") }
    #expect(reading.plan == nil)
    #expect(!reading.errors.isEmpty)
    #expect(time < .seconds(60))
  }

  @Test(arguments: ["saas-q3.yaml", "q3-review.yaml"])
  func noMutationOfAPlanMakesTheReaderCrashOrContradictItself(name: String) throws {
    let original = Array(try Data(contentsOf: URL(fileURLWithPath: example(name))))
    var random = Chance(seed: 42)
    for _ in 0..<300 {
      let bytes = mutated(original, &random)
      let reading = PlanReading(
        bytes: bytes, name: "p", privateBytes: random.next() % 4 == 0 ? mutated(original, &random) : nil)
      #expect((reading.plan == nil) == !reading.errors.isEmpty)
      #expect((reading.map == nil) == (reading.plan == nil))
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      for fault in reading.faults where fault.file == "p" {
        #expect(fault.line >= 1 && fault.line <= lines && fault.column >= 1)
        #expect(fault.report.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
      }
    }
  }

  private func mutated(_ original: [UInt8], _ random: inout Chance) -> [UInt8] {
    let tokens: [[UInt8]] =
      [
        "&a ", "*a", "!!str ", "\"", "'", "[", "]", "{", "}", ": ", "\n", "\n---\n", "\t", "\0", "\u{1B}", "\u{202E}",
        "\u{2028}",
        "|\n", ">\n", "- ", "? ", "<<: ", "#", "%", "\r\n", "\u{FEFF}", "1e999", "nan", "王", "\\x07",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82]]
    var bytes = original
    for _ in 0...Int(random.next() % 4) {
      let at = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 5 {
      case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.removeSubrange(at..<min(bytes.count - 1, at + Int(random.next() % 30)))
      case 2: bytes.insert(contentsOf: tokens[Int(random.next() % UInt64(tokens.count))], at: at)
      case 3:
        bytes.insert(
          contentsOf: bytes[at..<min(bytes.count, at + Int(random.next() % 80))],
          at: Int(random.next() % UInt64(bytes.count)))
      default:
        bytes.replaceSubrange(at..<min(bytes.count, at + 1), with: tokens[Int(random.next() % UInt64(tokens.count))])
      }
    }
    return bytes
  }
}
