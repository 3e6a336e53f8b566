// ParleyPlan
