import Testing

@Suite("Tests mirror sources")
struct MirrorTests {
  /// What stands beside the mirrored folders: tests of the built program and of the house, and what they need.
  static let others: Set<String> = [
    "EndToEndTests", "Examples", "Fixtures", "HouseTests", "TerminalProbe", "CVterm", "JournalWriter",
    "TerminalSample", "TestFixtures", "ScreenFixtures", "Benchmark", "Fuzz", "PowerLoss", "CFaults",
  ]

  @Test("each Swift library has its tests, and each folder of tests has its library")
  func folders() {
    // The C targets are reached through the Swift ones, the program itself end to end.
    let libraries = House.folders(below: "Sources").filter { $0.hasPrefix("Parley") }
    let mirrored = Set(House.folders(below: "Tests")).subtracting(Self.others)
    #expect(mirrored == Set(libraries.map { $0 + "Tests" }))
  }

  @Test("each library's tests hold at least one test")
  func areNotEmpty() {
    for folder in House.folders(below: "Tests") where folder.hasSuffix("Tests") {
      let files = House.tests.filter { $0.target == folder }
      #expect(files.contains { $0.code.contains { $0.contains("@Test") } }, "\(folder) tests nothing")
    }
  }
}
