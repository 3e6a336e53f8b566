extension PracticeCase {
  /// A goal that sales and engineering both need, for opposite reasons.
  static let quarter = PracticeCase(
    name: "quarter", about: "One quarter’s goal that sales and engineering both need, for opposite reasons.",
    lesson: .holdTheConflict,
    text: """
      parley: 1
      title: Quotes in a day
      starts: 2027-03-22 10:00
      minutes: 75
      facilitator: You
      note-taker: Jo
      context:
        context: Dorrit Kitchens plans made-to-measure kitchens; a quote takes eleven days.
        conflict: Sales sells what the planner cannot draw yet, and the drawing tool breaks under every special case.
        resolution: Two goals for spring that both sides can live with.
        evidence: Of 214 quotes last winter, 61 were answered by somebody else first.
      boundary:
        decided: [No new showroom this year]
        open: [Which goal comes first, The targets]
        out-of-scope: [Prices]
      timeframes:
        - {id: spring, name: Spring, capacity: 2}
        - {id: autumn, name: Autumn, capacity: 2}
      stakeholders:
        - id: sales
          name: Ruben Hart
          role: Head of Sales
          influence: high
          interest: Quotes that arrive while the customer still cares
          metric: days to quote
          alignment: aligned
          authority: veto
          met: 2027-03-18
          requests: [{text: A discount button in the planner, goal: quote}]
        - id: engineering
          name: Ines Falk
          role: Engineering Lead
          influence: high
          interest: A drawing tool that survives special cases
          metric: broken drawings
          alignment: misaligned
          authority: advises
          met: 2027-03-18
          objections:
            - {text: A quote in two days is a number that nobody can draw, goal: quote, layer: metric}
          requests: [{text: Rewrite the hinge library, goal: drawings}]
        - id: production
          name: Olek Brandt
          role: Workshop Manager
          influence: medium
          interest: Plans that the saw understands
          metric: rework hours
          alignment: neutral
          follows: engineering
          authority: advises
        - id: founder
          name: Thea Dorrit
          role: Managing Director
          influence: very-high
          interest: Customers who come back
          metric: revenue
          alignment: aligned
          authority: decides
          met: 2027-03-15
      goals:
        - id: quote
          name: Quote within two days
          timeframe: spring
          metric: {name: Days to quote, unit: days, baseline: 11, target: 2}
          rationale: Every day costs one quote in twenty.
          owner: sales
          features: [{id: templates, name: Kitchen templates}, {id: autosum, name: Automatic price list}]
        - id: drawings
          name: Fewer broken drawings
          timeframe: spring
          metric: {name: Broken drawings a week, baseline: 18, target: 4}
          rationale: Each one costs the workshop half a day.
          owner: engineering
          features: [{id: checks, name: Checks before release}]
      timeboxes: {boundary: 3, context: 5, goal: 12, priorities: 8, conflict: 10, features: 4, read-back: 8}
      """)
}
