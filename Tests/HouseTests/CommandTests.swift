import Testing

@Suite("Commands of the program")
struct CommandTests {
  // ArgumentParser would derive the name from the type's at every start, and goes through all conformances of the
  // program for each: a third of a start.
  @Test("each says its name")
  func names() {
    for file in House.sources where file.target == "parley" {
      for line in file.code.indices where file.code[line].contains("CommandConfiguration(") {
        let rest = file.code[line..<min(line + 2, file.code.endIndex)]
        if !rest.contains(where: { $0.contains("commandName:") }) {
          file.breach(line: line, "begin with commandName").report()
        }
      }
    }
  }
}
