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
/// `parley check`.
func requirePlan(_ path: String) throws(Failure) -> (plan: Plan, map: StakeholderMap) {
  let reading = try readPlan(path)
  for fault in reading.errors { Output.complain(oneLine(fault.report)) }
  guard let plan = reading.plan else { throw .ended(Sysexit.input.rawValue) }
  return (plan, reading.map ?? StakeholderMap())
}
