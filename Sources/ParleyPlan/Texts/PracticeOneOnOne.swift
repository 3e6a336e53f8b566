extension PracticeCase {
  /// Ten minutes with somebody whose agreement is needed next week.
  static let oneOnOne = PracticeCase(
    name: "one-on-one", about: "Ten minutes with the one whose yes you need next week.", lesson: .listen,
    text: """
      parley: 1
      title: Ten minutes with Bruna
      kind: one-on-one
      starts: 2027-09-02 11:30
      minutes: 10
      facilitator: You
      with: finance
      timeframes:
        - {id: autumn, name: Autumn, capacity: 3}
      stakeholders:
        - id: finance
          name: Bruna Castel
          role: Finance Director
          influence: high
          interest: A margin that carries the service
          metric: margin
          alignment: misaligned
          authority: veto
          objections: [Ten paying tenants is a number from a slide, Nobody has told me who pays for the nights on call]
          requests: [A price per berth and night]
          survey: {outcome: Every tenant pays for its own support, worry: We sell below cost, non-negotiable: No free year}
      goals:
        - id: tenants
          name: First paying tenants
          timeframe: autumn
          metric: {name: Paying tenants, baseline: 0, target: 10}
          rationale: Six letters of intent lapse in December.
      """)
}
