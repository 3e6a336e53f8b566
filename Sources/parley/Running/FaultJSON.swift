import ParleyCore
import ParleyPlan

extension PlanReading {
  var json: JSON { ["file": .string(file), "faults": []] }
}
