extension PracticeCase {
  /// The end of a system that one quiet team lives in.
  static let sunset = PracticeCase(
    name: "sunset", about: "The end of a system that support lives in; whoever knows best says nothing.",
    lesson: .askTheSilent,
    text: """
      parley: 1
      title: The end of Lantern
      starts: 2027-05-11 14:00
      minutes: 75
      facilitator: You
      note-taker: Jo
      context:
        context: Lantern, the ticket system of 2009, is kept alive by one person, and its server ends in the autumn.
        conflict: Everyone wants it gone; nobody has counted what support does in it all day.
        resolution: A date for the end, and what must be true before it.
        evidence: Four thousand tickets a month, and 130 macros that are written down nowhere else.
      boundary:
        decided: [The new desk is bought]
        open: [When Lantern ends, What moves first]
        out-of-scope: [The opening hours of support]
      timeframes:
        - {id: summer, name: Summer, capacity: 2}
        - {id: winter, name: Winter, capacity: 2}
      stakeholders:
        - id: cio
          name: Magnus Vale
          role: Head of IT
          influence: very-high
          interest: One system less to pay for
          metric: running costs
          alignment: aligned
          authority: decides
          met: 2027-05-04
          requests: [{text: A dashboard of running costs, goal: lantern}]
        - id: operations
          name: Sunniva Rask
          role: Operations Engineer
          influence: medium
          interest: Nights without a call
          metric: outages
          alignment: aligned
          authority: advises
          requests: [{text: Freeze Lantern today, goal: lantern}]
        - id: support
          name: Petra Lindqvist
          role: Support Lead
          influence: low
          interest: Answers in the first call
          metric: first answers
          alignment: misaligned
          authority: advises
          objections:
            - text: Lantern cannot end before the macros have moved, and that takes until winter
              goal: lantern
              layer: horizon
        - id: agent
          name: Ifan Rees
          role: Support Agent
          influence: low
          interest: Not to type everything twice
          metric: handling time
          alignment: neutral
          follows: support
          authority: advises
        - id: product
          name: Dalia Noor
          role: Product Manager
          influence: high
          interest: Customers who are asked once
          metric: complaints
          alignment: neutral
          authority: veto
          met: 2027-05-05
          requests: [{text: A chat window on every page, goal: answers}]
      goals:
        - id: lantern
          name: Lantern is switched off
          timeframe: summer
          metric: {name: Tickets in Lantern a month, baseline: 4000, target: 0}
          rationale: Its server is out of support in October.
          owner: cio
          features: [{id: export, name: Export of old tickets}, {id: macros, name: Macros in the new desk}]
        - id: answers
          name: First answers hold through the move
          timeframe: summer
          metric: {name: First answers within an hour, unit: "%", baseline: 78, target: 80}
          rationale: Customers must not notice.
          owner: product
          features: [{id: training, name: Two days of training}]
      timeboxes: {boundary: 3, context: 5, goal: 12, priorities: 8, conflict: 10, features: 4, read-back: 8}
      """)
}
