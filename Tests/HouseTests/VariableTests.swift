import Testing

@Suite("Variables of the environment")
struct VariableTests {
  @Test("are all in the list that the reference prints, whichever target reads them")
  func listed() throws {
    let list = try #require(House.sources.first { $0.name == "EnvironmentVariable.swift" })
    let known = Set(list.lines.flatMap { line in line.matches(of: /^  case \w+ = "([A-Z_]+)"/).map { String($0.1) } })
    var read: Set<String> = []
    for file in House.sources where file.target != "CSQLite" {
      for (index, line) in file.lines.enumerated() where line.mentions(["getenv(\"", "value(\""]) {
        for name in line.matches(of: /(?:getenv|value)\("([A-Z_]{4,})"\)/).map({ String($0.1) }) {
          read.insert(name)
          if !known.contains(name) {
            file.breach(line: index, "\(name) is read, and EnvironmentVariable does not have it").report()
          }
        }
      }
    }
    #expect(known.count > 15 && read.count > 5)
  }
}
