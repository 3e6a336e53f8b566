/// The Mustache template of the pre-read in Markdown and plain text, over ``PrereadPage``.
let prereadTemplate = """
  # {{title}} — pre-read

  {{#remarks}}
  {{.}}

  {{/remarks}}
  **Your part:** before we meet, put these goals in *your* order and bring your top {{places}}.
  Which outcome matters most to you, what worries you, and is anything not negotiable?

  ## Goals

  {{#goals}}
  ### {{name}}

  - **Timeframe:** {{period}}
  {{#metrics}}
  - **Metric:** {{.}}
  {{/metrics}}
  {{#facts}}
  - **{{label}}:** {{text}}
  {{/facts}}

  {{/goals}}
  {{#features}}
  ## Features by goal

  {{#rows}}
  - **{{goal}}**
  {{#features}}
    - {{.}}
  {{/features}}
  {{/rows}}

  {{/features}}
  {{#decisions}}
  ## Decisions to make

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/decisions}}
  {{#information}}
  ## Information to share

  {{#rows}}
  - **{{label}}:** {{text}}
  {{/rows}}

  {{/information}}
  {{#parkingLot}}
  ## Parking lot

  | What | From | Goal |
  | --- | --- | --- |
  {{#rows}}
  | {{what}} | {{from}} | {{about}} |
  {{/rows}}
  {{/parkingLot}}

  """

/// The same in HTML, between the first and the last tag.
let prereadHtmlTemplate =
  """
  <header>
  <h1 dir="auto">{{title}} <span class="badge">pre-read</span></h1>
  {{#remarks}}
  <p class="remark" dir="auto">{{.}}</p>
  {{/remarks}}
  <p class="note"><strong>Your part:</strong> before we meet, put these goals in <em>your</em> order and bring your top
  {{places}}. Which outcome matters most to you, what worries you, and is anything not negotiable?</p>
  </header>
  <section>
  <h2>Goals</h2>
  {{#goals}}
  <div class="card">
  <h3 dir="auto">{{name}} <span class="badge">{{period}}</span></h3>
  <dl>
  {{#metrics}}
  <dt>Metric</dt><dd dir="auto">{{.}}</dd>
  {{/metrics}}
  {{#facts}}
  <dt>{{label}}</dt><dd dir="auto">{{text}}</dd>
  {{/facts}}
  </dl>
  </div>
  {{/goals}}
  </section>

  """
  + section(
    "features", "Features by goal",
    """
    <ul>
    {{#rows}}
    <li dir="auto"><strong>{{goal}}</strong>
    <ul>
    {{#features}}
    <li dir="auto">{{.}}</li>
    {{/features}}
    </ul></li>
    {{/rows}}
    </ul>

    """)
  + section("decisions", "Decisions to make", "<ul>\n{{#rows}}\n<li dir=\"auto\">{{.}}</li>\n{{/rows}}\n</ul>\n")
  + section(
    "information", "Information to share",
    "<dl>\n{{#rows}}\n<dt>{{label}}</dt><dd dir=\"auto\">{{text}}</dd>\n{{/rows}}\n</dl>\n")
  + section("parkingLot", "Parking lot", table(["What", "From", "Goal"], ["what", "from", "about"]))
