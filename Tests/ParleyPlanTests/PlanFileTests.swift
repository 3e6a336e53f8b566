import Foundation
import ParleyPlan
import Testing

@Suite struct PlanFiles {
  private func inDirectory(_ body: (String) throws -> Void) throws {
    let directory = NSTemporaryDirectory() + "parley-plan-\(UUID())"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try body(directory)
  }

  @Test func aFileIsReadWithThePrivateOneBesideIt() throws {
    try inDirectory { directory in
      let path = directory + "/plan.yaml"
      try SamplePlan().text.write(toFile: path, atomically: true, encoding: .utf8)
      try "ceo: {influence: low}\n".write(toFile: directory + "/plan.private.yaml", atomically: true, encoding: .utf8)
      let reading = try PlanFile.read(path: path)
      #expect(reading.file == path)
      #expect(reading.map?.entries.values.first?.influence == .low)
      try "cto: {influence: low}\n".write(toFile: directory + "/plan.private.yaml", atomically: true, encoding: .utf8)
      #expect(
        try PlanFile.read(path: path).errors.first?.report.hasPrefix("parley: \(directory)/plan.private.yaml:1:1: ")
          == true)
    }
  }

  @Test func whatCannotBeReadIsAFaultOfItsOwn() throws {
    try inDirectory { directory in
      #expect(throws: PlanFileFault.isDirectory(path: directory)) { try PlanFile.read(path: directory) }
      let missing = directory + "/none.yaml"
      #expect(throws: PlanFileFault.missing(path: missing)) { try PlanFile.read(path: missing) }
      #expect(throws: PlanFileFault.missing(path: directory + "/none.yaml/x")) {
        try PlanFile.read(path: missing + "/x")
      }
      let plan = directory + "/plan.yaml"
      try SamplePlan().text.write(toFile: plan, atomically: true, encoding: .utf8)
      let secret = directory + "/plan.private.yaml"
      try FileManager.default.createDirectory(atPath: secret, withIntermediateDirectories: false)
      #expect(throws: PlanFileFault.isDirectory(path: secret)) { try PlanFile.read(path: plan) }
    }
    #expect(PlanFileFault.missing(path: "x").report.hasPrefix("parley: x: there is no such file — "))
  }
}
