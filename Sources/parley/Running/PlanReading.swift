import ParleyCore
import ParleyPlan

/// Reads the plan at `path`; whatever is wrong in it is in the reading.
func readPlan(_ path: String) throws(Failure) -> PlanReading {
  do throws(PlanFileFault) {
    return try PlanFile.read(path: path)
  } catch {
    throw .planFile(error)
  }
}

/// Reads a plan that must be right, and the private map with it: errors are told one a line, advice is left to
/// `parley check`.
func requirePlan(_ path: String) throws(Failure) -> (plan: Plan, map: StakeholderMap) {
  let reading = try readPlan(path)
  for fault in reading.errors { Output.complain(oneLine(fault.report)) }
  guard let plan = reading.plan else { throw .ended(Sysexit.input.rawValue) }
  return (plan, reading.map ?? StakeholderMap())
}
