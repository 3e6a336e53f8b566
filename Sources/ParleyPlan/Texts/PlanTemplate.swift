import ParleyCore

/// The plan that `parley new FILE` writes to teach the format. It names every key, with real content to write over, and
/// passes `parley check` as it is.
public enum PlanTemplate {
  /// The plan. It begins at 14:00 on `starts` and plans the quarter after that day.
  public static func text(kind: SessionKind = .alignment, starts: CalendarDate) -> String {
    let quarter = Quarter(after: starts)
    let parts = [
      headed(kind, starts, quarter), beginning(quarter), people(starts),
      firstGoal(kind, quarter) + "\n" + moreGoals(quarter),
      end(kind, starts),
    ]
    let lines = (parts.joined(separator: "\n\n") + "\n").split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.drop { $0 == " " }.hasPrefix("#") ? String($0).wrapped : String($0) }.joined(separator: "\n")
  }

  /// The private file beside it.
  public static func privateText(starts: CalendarDate) -> String {
    """
    # What only the facilitator may read, by stakeholder id. Keep it to yourself: the plan can then be sent round.
    # Each of these keys may stand here or in the plan, not in both.
    # influence: low medium high very-high      alignment: aligned neutral misaligned
    #
    # ceo:
    #   influence: very-high
    #   interest: Revenue growth
    #   alignment: aligned
    #   met: \(starts.adding(days: -6))                       # the day of your 1:1
    #   objections: [Another quarter without a number]
    #   requests: [A dashboard for the board]
    #   salience: [power, legitimacy]          # power legitimacy urgency
    #   message: What keeping customers does for revenue
    #   survey: {outcome: Revenue grows, worry: We promise too much, non-negotiable: The board's target}
    #   authority: decides                     # decides veto advises
    #   metric: revenue                        # in their own words
    #   priorities: [churn]                    # the goals that they put first before the session
    #   follows: cs-head                       # whose lead they follow
    #
    # A rehearsal plays these people. An objection may say where it belongs, a request which goal it serves:
    #   objections: [{text: Five is out of reach, goal: churn, layer: metric, cause: beliefs}]
    #   requests: [{text: A dashboard for the board, goal: churn}]
    # layer: importance metric horizon existence features      cause: goals beliefs timeline risk
    """ + "\n"
  }

  private static func headed(_ kind: SessionKind, _ starts: CalendarDate, _ quarter: Quarter) -> String {
    let more = homework(kind, starts)
    return head(kind, starts, quarter) + (more.isEmpty ? "" : "\n" + more.dropLast())
  }

  private static func head(_ kind: SessionKind, _ starts: CalendarDate, _ quarter: Quarter) -> String {
    """
    # A plan for `parley run`. Write over what is here; `parley check` tells what is missing or wrong.
    # Required: parley, title, and one timeframe, one stakeholder, one goal. All else may go.
    parley: 1                                # the version of this format
    title: \(quarter.name) \(kind.rawValue)
    # \(SessionKind.allCases.map(\.rawValue).joined(separator: " "))
    kind: \(kind.rawValue)
    starts: \(starts) 14:00
    # zone: Europe/Berlin                    # whose clock that is; the invitation is right in every other then
    # language: de                           # of the documents: en, de, fr, or a wording of your own
    minutes: \(kind.usualMinutes.upperBound)
    remote: false                            # true: the pre-read goes out 72 hours ahead instead of 48
    facilitator: Maya Lindt                  # leads, and does not take the notes
    note-taker: Leo Park
    # check-ins: monthly                     # a look at metrics and blockers every month, not once half way through
    # shows: [authority, metric]             # what of the map everyone may see; nothing, where this is left out
    """
  }

  private static func beginning(_ quarter: Quarter) -> String {
    """
    # Told before any goal is on the screen, five to seven minutes.
    context:
      context: Monthly churn rose from 5 % to 8 % in the last quarter.
      conflict: Deals stall in evaluation while releases slip.
      resolution: Three outcomes for \(quarter.name), in an order that all of us can repeat.
      evidence: Two production incidents delayed four releases.

    # What this session may talk about.
    boundary:
      decided: [Head count, The budget]
      open: [Which goals we carry, Their order]
      out-of-scope: [Pricing]

    # The columns of the roadmap. Ids have lower-case letters, digits and hyphens.
    timeframes:
      - id: \(quarter.id)
        name: \(quarter.name)
        from: \(quarter.first)
        to: \(quarter.last)
        capacity: 3                          # how many goals it holds; without it, any number
      - {id: \(quarter.next.id), name: \(quarter.next.name), capacity: 3}
    """
  }

  private static func people(_ starts: CalendarDate) -> String {
    """
    # Whose agreement is sought; six to eight people decide well. What stands below `private` is read by the
    # facilitator alone, and may stand in the file with `.private.yaml` for `.yaml` instead.
    stakeholders:
      - id: ceo
        name: Ada Obi
        role: CEO
        # absent: true                       # not there at the start
        # email: ada@example.org             # where their answers by mail come from
        # private
        authority: decides                   # decides veto advises
        metric: revenue                      # in their own words: some goal should speak of it
        influence: very-high                 # low medium high very-high
        interest: Revenue grows without buying it
        alignment: aligned                   # aligned neutral misaligned
        met: \(starts.adding(days: -6))                      # your 1:1, before the session
        objections: [Another quarter without a number]
        # or where it belongs, and why: {text: …, goal: churn, layer: metric, cause: beliefs}
        # layers: importance metric horizon existence features; causes: goals beliefs timeline risk
        requests: [A dashboard for the board]  # or {text: …, goal: churn}
        # follows: cs-head                   # whose lead they follow
        salience: [power, legitimacy]        # power legitimacy urgency
        message: Keeping customers is the cheapest revenue that we can win.
        survey: {outcome: Revenue grows, worry: We promise too much, non-negotiable: The board's target}
      - id: cs-head
        name: Carla Stein
        role: Head of Customer Success
        metric: churn
        authority: advises
        influence: medium
      - id: vp-sales
        name: Victor Sand
        role: VP Sales
        metric: trial conversion
        authority: veto
        met: \(starts.adding(days: -5))
        influence: high
    """
  }

  private static func firstGoal(_ kind: SessionKind, _ quarter: Quarter) -> String {
    let review = kind == .review ? "" : "# "
    return """
      # Outcomes, not features. With a target below the baseline, lower is better.
      goals:
        - id: churn
          name: Reduce monthly churn
          timeframe: \(quarter.id)
          metric: {name: Monthly churn, unit: "%", baseline: 8, target: 5}
          rationale: Each point of churn is forty accounts, and their revenue, a year.
          owner: cs-head
          raci: {accountable: cs-head, responsible: [vp-sales], consulted: [], informed: [ceo]}
          boundary: open                       # decided open out-of-scope
          features:                            # shown only when all goals are settled
            - {id: health, name: Health score}
            - {id: winback, name: Win-back mails}
          capacity: 4                          # how many features it can carry
          # What became of it in the last period, for a review. Without `result` it is worked out:
          # exceeded met partly-met missed
          \(review)last: {target: 6, actual: 8, because: Two incidents, result: missed}
      """
  }

  private static func moreGoals(_ quarter: Quarter) -> String {
    """
      - id: activation
        name: Improve activation
        timeframe: \(quarter.id)
        metrics:                             # `metrics` is a list, where one `metric` will not do
          - {name: Trials activated in two weeks, unit: "%", baseline: 25, target: 40}
          - {name: Trial conversion, unit: "%", baseline: 12, target: 15}
        rationale: Trials that activate convert four times as often.
        owner: vp-sales
        features: [{id: checklist, name: Onboarding checklist}]
      - id: reliability
        name: Ship without fear
        timeframe: \(quarter.next.id)
        metric: {name: Incidents a month, baseline: 3, target: 1}
    """
  }

  private static func end(_ kind: SessionKind, _ starts: CalendarDate) -> String {
    """
    # Considered, and mapped to no goal: it is not lost.
    parking-lot:
      - text: A dashboard for the board
        by: ceo
        kind: feature                        # feature follow-up status question idea
        # goal: churn
        # owner: cs-head
        # due: \(starts.adding(days: 60))

    # Minutes for each step; 0 leaves a step out. `goal` and `features` are for each goal.
    timeboxes:
      \(timeboxes(kind))
    # The silent vote: dots a person has, dots one goal may get from one person, whether it is a step of its own, and the
    # fewest ballots that are revealed: from fewer one could tell who voted for what.
    vote: {dots: 2, max: 2, step: false, fewest: 3}

    # Your own words for a card of the facilitator's.
    phrases:
      redirect: Which of our goals would that serve?
      # \(Phrases.Card.allCases.filter { $0 != .redirect }.map(\.rawValue).joined(separator: " "))
    """
  }
}
