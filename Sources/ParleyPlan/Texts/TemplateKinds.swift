import ParleyCore

extension PlanTemplate {
  /// The extra part of a plan of this kind, with a blank line before it and none after; empty when there is none.
  static func homework(_ kind: SessionKind, _ starts: CalendarDate) -> String {
    switch kind {
    case .alignment, .goalsOnly: ""
    case .review:
      "# previous: q2-alignment          # the session before: its trade-offs and parking lot open this one\n"
    case .featuresOnly:
      "# previous: q3-goals              # the session about the goals, on whose record this one opens\n"
    case .preMortem: "# previous: q3-alignment          # the session whose goals have failed, a year from now\n"
    case .checkIn:
      """
      # previous: q3-alignment          # the session that set the goals

      # The one thing that is open; all else is decided.
      question: Do we go on with the win-back mails, or put the health score first?

      """
    case .decisionJournal: journal(starts)
    case .oneOnOne:
      """

      # With whom; what they answer goes into the private map alone.
      with: vp-sales

      """
    }
  }

  private static func journal(_ starts: CalendarDate) -> String {
    """

    # What is to be decided.
    question: How do we win back the accounts that left?

    # What that rests on, and how well it is known: anecdote survey cohort-data pilot
    assumptions:
      - {text: Accounts leave because nobody calls them, evidence: anecdote}
      - {text: One in five would come back, evidence: survey}

    # Two at least.
    alternatives: [Mails that write themselves, A person who calls]

    # When to stop, seen in which number, by which day, and what is done then.
    kill-criteria:
      - metric: Monthly churn
        threshold: above 8 %
        date: \(starts.adding(days: 90))
        action: Stop the mails and call instead
        owner: cs-head

    """
  }
}
