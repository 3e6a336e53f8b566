import ParleyCore
import ParleyPlan

/// Reads the plan at `path`; its faults are in the reading.
func readPlan(_ path: String) throws(Failure) -> PlanReading {
  do throws(PlanFileFault) {
    return try PlanFile.read(path: path)
  } catch {
    throw .planFile(error)
  }
}

/// Reads a plan that must be right, and the private map with it. It reports each error on a line, and leaves advice to
/// `parley check`; save that others can read the map, where they are about to be let in.
func requirePlan(_ path: String, shared: Bool = false) throws(Failure) -> (plan: Plan, map: StakeholderMap) {
  let reading = try readPlan(path)
  for fault in reading.errors { Output.complain(oneLine(fault.report)) }
  guard let plan = reading.plan else { throw .ended(Sysexit.input.rawValue) }
  for fault in reading.advice where shared && fault.rule == "M1" {
    Output.complain("parley: \(oneLine("\(fault.file): \(fault.message)"))")
  }
  return (plan, reading.map ?? StakeholderMap())
}
