/// The head of a record in Markdown: YAML, whose values ``RecordPage`` has quoted.
let recordFrontMatter = """
  ---
  parley: 1
  session: {{{session}}}
  title: {{{quotedTitle}}}
  status: {{{status}}}
  kind: {{{kind}}}
  started: {{{started}}}
  ended: {{{ended}}}
  facilitator: {{{facilitator}}}
  note-taker: {{{noteTaker}}}
  ---


  """

/// The Mustache template of the record in Markdown and plain text, over ``RecordPage``.
let recordTemplate = """
  # {{title}} — {{standing}}

  {{#remarks}}
  {{.}}

  {{/remarks}}
  ## People

  | Name | Role | Arrived | Left |
  | --- | --- | --- | --- |
  {{#people}}
  | {{name}} | {{role}} | {{arrived}} | {{left}} |
  {{/people}}

  {{#findings}}
  ## {{name}}

  {{#lines}}
  - {{.}}
  {{/lines}}

  {{/findings}}
  {{#hasGoals}}
  ## Goals

  {{#goals}}
  ### {{{place}}}{{name}} — {{outcome}}

  {{#facts}}
  - **{{label}}:** {{text}}
  {{/facts}}

  | Who | Dot | About | In their words |
  | --- | --- | --- | --- |
  {{#dots}}
  | {{who}} | {{stance}} | {{about}} | {{words}} |
  {{/dots}}

  {{/goals}}
  {{/hasGoals}}
  {{#tradeOffs}}
  ## Trade-offs

  | Gained | Displaced | Because | Accepted by |
  | --- | --- | --- | --- |
  {{#rows}}
  | {{gained}} | {{displaced}} | {{because}} | {{accepted}} |
  {{/rows}}

  {{/tradeOffs}}
  {{#decisions}}
  ## Decisions

  {{#rows}}
  - **{{id}}** {{what}}
  {{#facts}}
    - {{label}}: {{text}}
  {{/facts}}
  {{/rows}}

  {{/decisions}}
  {{#parkingLot}}
  ## Parking lot

  | | What | From | Kind | Goal | Owner | Due | State |
  | --- | --- | --- | --- | --- | --- | --- | --- |
  {{#rows}}
  | {{id}} | {{what}} | {{from}} | {{kindOfItem}} | {{goal}} | {{owner}} | {{due}} | {{state}} |
  {{/rows}}

  {{/parkingLot}}
  {{#openDisagreements}}
  ## Open disagreements

  {{#rows}}
  - **{{topic}}** ({{outcome}})
  {{#facts}}
    - {{label}}: {{text}}
  {{/facts}}
  {{/rows}}

  {{/openDisagreements}}
  {{#resolvedDisagreements}}
  ## Resolved disagreements

  {{#rows}}
  - **{{topic}}** ({{outcome}})
  {{#facts}}
    - {{label}}: {{text}}
  {{/facts}}
  {{/rows}}

  {{/resolvedDisagreements}}
  {{#playbooks}}
  ## Playbooks

  {{#rows}}
  ### {{name}}

  {{#lines}}
  - {{.}}
  {{/lines}}

  {{/rows}}
  {{/playbooks}}
  {{#impacts}}
  ## What it gives and costs

  | Who | About | Gives | Costs |
  | --- | --- | --- | --- |
  {{#rows}}
  | {{who}} | {{about}} | {{gives}} | {{costs}} |
  {{/rows}}

  {{/impacts}}
  {{#gaps}}
  ## Where we were wrong

  | What is missing | Finds out | Presented again |
  | --- | --- | --- |
  {{#rows}}
  | {{what}} | {{owner}} | {{due}} |
  {{/rows}}

  {{/gaps}}
  {{#followUps}}
  ## Follow-ups

  | What | Owner | Due | With |
  | --- | --- | --- | --- |
  {{#rows}}
  | {{what}} | {{owner}} | {{due}} | {{with}} |
  {{/rows}}

  {{/followUps}}
  {{#votes}}
  ## Silent votes

  {{#rows}}
  {{introduction}}

  {{#counts}}
  | Goal | Dots |
  | --- | --- |
  {{#tally}}
  | {{goal}} | {{dots}} |
  {{/tally}}

  {{/counts}}
  {{#ties}}
  As many dots each: {{.}}.

  {{/ties}}
  {{/rows}}
  {{/votes}}
  {{#hasReadBack}}
  ## Read-back

  | Who | Acknowledged | Caveat | Answer |
  | --- | --- | --- | --- |
  {{#acknowledgements}}
  | {{who}} | {{acknowledged}} | {{caveat}} | {{answer}} |
  {{/acknowledgements}}

  {{/hasReadBack}}
  {{#comments}}
  ## Comments

  | | Who | Comment | Reply |
  | --- | --- | --- | --- |
  {{#rows}}
  | {{id}} | {{who}} | {{text}} | {{reply}} |
  {{/rows}}

  {{/comments}}
  {{#review}}
  ## Last period

  | Goal | Target | Actual | Result | Because |
  | --- | --- | --- | --- | --- |
  {{#rows}}
  | {{goal}} | {{target}} | {{actual}} | {{result}} | {{because}} |
  {{/rows}}

  {{/review}}
  {{#times}}
  ## Times

  | Step | Planned | Took | Difference |
  | --- | --- | --- | --- |
  {{#rows}}
  | {{step}} | {{planned}} | {{took}} | {{difference}} |
  {{/rows}}

  {{/times}}
  {{#notes}}
  ## Notes

  {{#rows}}
  - {{.}}
  {{/rows}}
  {{/notes}}

  """
