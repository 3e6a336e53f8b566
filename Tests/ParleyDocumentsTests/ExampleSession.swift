import Foundation
import ParleyCore
import ParleyPlan
import TestFixtures
import Testing

/// One of the repository's examples, read and played.
struct ExampleSession {
  let reading: PlanReading
  let session: Session

  init(_ name: String) throws {
    reading = PlanReading(
      bytes: Array(try Data(contentsOf: URL(fileURLWithPath: example("\(name).yaml")))), name: "\(name).yaml")
    // As the program opens it.
    let plan = try #require(reading.plan).settingApartWhatEnded
    let opened = try #require(plan.starts)
    let script = try String(contentsOfFile: example("\(name).script"), encoding: .utf8)
    var played = PlayedSession(opening: plan, id: "\(name)-\(opened.date)", at: opened)
    played.play(script)
    #expect(played.refusals == [])
    session = played.session
  }

  var record: Record { Record(of: session) }
}
