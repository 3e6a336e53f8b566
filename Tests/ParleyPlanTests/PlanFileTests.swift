import Foundation
import Glibc
import ParleyPlan
import Testing

@Suite struct PlanFiles {
  private func inDirectory(_ body: (String) throws -> Void) throws {
    // Everyone may pass through this one, wherever TMPDIR is.
    let directory = "/tmp/parley-plan-\(UUID())"
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

  @Test(
    "Others who can read the map are named, and what to do; a folder that lets nobody through is enough",
    arguments: [
      (0o600, 0o755, false), (0o644, 0o755, true), (0o644, 0o700, false), (0o604, 0o711, true), (0o604, 0o710, false),
    ])
  func exposed(file: Int, folder: Int, isTold: Bool) throws {
    try inDirectory { directory in
      let path = directory + "/plan.yaml"
      let plan = SamplePlan(rest: "shows: authority\n")
      try plan.text.replacing("name: Ada Obi", with: "name: Ada Obi, authority: advises, influence: low")
        .write(toFile: path, atomically: true, encoding: .utf8)
      #expect(chmod(path, mode_t(file)) == 0 && chmod(directory, mode_t(folder)) == 0)
      let advice = try PlanFile.read(path: path).advice
      #expect(
        advice.map(\.report)
          == (isTold
            ? [
              "advice: \(path):6:50: M1: what only the facilitator may read stands here, and everyone on this machine can"
                + " read it — chmod 600 \(path), or move it to \(directory)/plan.private.yaml"
            ] : []))
    }
  }

  @Test(
    "A folder that is closed to all but a group lets that group read; root's own and the owner's are nobody",
    .enabled(if: geteuid() == 0, "only root gives a folder to another group"))
  func behindGroup() throws {
    try inDirectory { directory in
      let path = directory + "/plan.yaml"
      try "ceo: {influence: low}\n".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(chmod(path, 0o604) == 0 && chmod(directory, 0o750) == 0)
      #expect(Readership(of: path) == nil)
      let games = try #require(getgrnam("games")).pointee.gr_gid
      #expect(chown(directory, 0, games) == 0)
      #expect(Readership(of: path) == .group("games"))
      #expect(chmod(directory, 0o700) == 0)
      #expect(Readership(of: path) == nil)
    }
  }

  @Test("A plan without the map, or with what it shows of it alone, may be read by everyone; its private file may not")
  func shared() throws {
    try inDirectory { directory in
      let (path, apart) = (directory + "/plan.yaml", directory + "/plan.private.yaml")
      try SamplePlan(rest: "shows: authority\n").text.replacing("name: Ada Obi", with: "name: Ada, authority: advises")
        .write(toFile: path, atomically: true, encoding: .utf8)
      try "\n# mine\nceo: {influence: low}\n".write(toFile: apart, atomically: true, encoding: .utf8)
      for file in [directory, path, apart] { #expect(chmod(file, 0o755) == 0) }
      let advice = try PlanFile.read(path: path).advice
      #expect(advice.map { "\($0.file):\($0.line) \($0.rule ?? "")" } == ["\(apart):3 M1"])
      #expect(advice.first?.message.hasSuffix(" — chmod 600 \(apart)") == true)
    }
  }

  @Test(
    "The command to keep a file to oneself can be typed as it is",
    arguments: [
      ("q3.yaml", "chmod 600 q3.yaml"), ("my plan.yaml", "chmod 600 'my plan.yaml'"),
      ("a'b", #"chmod 600 'a'\''b'"#),
    ])
  func command(path: String, command: String) { #expect(chmodCommand(for: path) == command) }

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
