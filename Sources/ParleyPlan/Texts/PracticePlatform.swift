extension PracticeCase {
  /// A platform that becomes a product, with legal and finance at the table.
  static let platform = PracticeCase(
    name: "platform",
    about: "A platform becomes a product; legal and finance are at the table, and every no is another.",
    lesson: .nameTheLayer,
    text: """
      parley: 1
      title: Harbour goes on sale
      starts: 2027-09-07 09:00
      minutes: 90
      facilitator: You
      note-taker: Jo
      context:
        context: Harbour books berths for eleven marinas of our own; twenty others have asked for it.
        conflict: What works among ourselves has no contract, no price and no one on call.
        resolution: What must be true before the first stranger pays.
        evidence: Six of the twenty signed a letter of intent in August.
      boundary:
        decided: [Harbour stays in our cloud]
        open: [The first three goals, Their targets, Their order]
        out-of-scope: [A second brand]
      timeframes:
        - {id: autumn, name: Autumn, capacity: 3}
        - {id: spring, name: Spring, capacity: 3}
      stakeholders:
        - id: platform
          name: Noor Akande
          role: Platform Lead
          influence: medium
          interest: One code base for everybody
          metric: tenants
          alignment: aligned
          authority: advises
          requests: [{text: Split the booking service, goal: bookings}]
        - id: legal
          name: Ansgar Weiss
          role: General Counsel
          influence: high
          interest: No promise that we cannot keep
          metric: open contract risks
          alignment: misaligned
          authority: veto
          met: 2027-09-01
          objections:
            - {text: Selling before the data contract is signed is the wrong date, goal: tenants, layer: horizon}
        - id: finance
          name: Bruna Castel
          role: Finance Director
          influence: high
          interest: A margin that carries the service
          metric: margin
          alignment: misaligned
          authority: veto
          met: 2027-09-02
          objections:
            - {text: Ten paying tenants is a number from a slide, goal: tenants, layer: metric}
          requests: [{text: A price per berth and night, goal: bookings}]
        - id: marinas
          name: Silke Thom
          role: Head of Marinas
          influence: medium
          interest: Our own harbours come first
          metric: occupancy
          alignment: neutral
          authority: advises
          objections:
            - {text: Uptime for strangers should never be a goal of ours, goal: uptime, layer: existence}
        - id: chief
          name: Edda Marsh
          role: Chief Executive
          influence: very-high
          interest: A second leg to stand on
          metric: recurring revenue
          alignment: aligned
          authority: decides
          met: 2027-08-30
      goals:
        - id: tenants
          name: First paying tenants
          timeframe: autumn
          metric: {name: Paying tenants, baseline: 0, target: 10}
          rationale: Six letters of intent lapse in December.
          owner: platform
          features: [{id: signup, name: Sign-up for a marina}, {id: invoice, name: Monthly invoice}]
        - id: uptime
          name: Uptime that can be sold
          timeframe: autumn
          metric: {name: Uptime, unit: "%", baseline: 98.2, target: 99.8}
          rationale: A guest without a berth at night is on the news.
          owner: platform
          features: [{id: oncall, name: On-call rota}]
        - id: bookings
          name: Revenue from bookings of others
          timeframe: autumn
          metric: {name: Recurring revenue a month, unit: k€, baseline: 0, target: 40}
          rationale: It pays for the two people on call.
          owner: chief
          features: [{id: prices, name: Price list}]
      timeboxes: {boundary: 3, context: 5, goal: 12, priorities: 8, conflict: 10, features: 4, read-back: 8}
      """)
}
