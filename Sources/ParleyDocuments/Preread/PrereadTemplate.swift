/// The Mustache template of the pre-read in Markdown and plain text, over ``PrereadPage``.
let prereadTemplate = """
  # {{title}} — pre-read

  {{#remarks}}
  {{.}}

  {{/remarks}}
  {{#looking}}
  ## What came of the last period

  | Goal | Metric | Target | Actual | Result | Because |
  | --- | --- | --- | --- | --- | --- |
  {{#results}}
  | {{goal}} | {{measure}} | {{target}} | {{actual}} | {{result}} | {{reason}} |
  {{/results}}

  {{#prices}}
  What the last session gave up:

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/prices}}
  {{#open}}
  What it left open, and what came of it:

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/open}}
  {{#record}}
  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/record}}
  **New here?** We look at these results first, and then a line is drawn: what comes after is planning. Each goal has one
  metric and one owner. You show where you stand with a dot: green is yes, yellow and red say what it is about, and saying
  nothing is not a yes. A place on the roadmap is only won by what moves out for it.

  {{/looking}}
  **Your part:** before we meet, put these goals in *your* order and bring your top {{places}}.
  Which outcome matters most to you, what worries you, and is anything not negotiable?

  {{#answer}}
  Please send your top {{places}}{{#until}} by {{.}}{{/until}} to {{to}}, as one line of a mail that begins with “Priorities:” and names them in
  your order. The words for them: {{words}}.
  {{/answer}}

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
  {{#answer}}
  <p class="note" dir="auto">Please send your top {{places}}{{#until}} by {{.}}{{/until}} to {{to}}, as one line of a mail that begins with
  “Priorities:” and names them in your order. The words for them: {{words}}.</p>
  {{/answer}}
  </header>
  {{#looking}}
  <section>
  <h2>What came of the last period</h2>
  <table>
  <thead><tr><th>Goal</th><th>Metric</th><th class="number">Target</th><th class="number">Actual</th><th>Result</th><th>Because</th></tr></thead>
  <tbody>
  {{#results}}
  <tr><td dir="auto">{{goal}}</td><td dir="auto">{{measure}}</td><td class="number">{{target}}</td><td class="number">{{actual}}</td><td>{{result}}</td><td dir="auto">{{reason}}</td></tr>
  {{/results}}
  </tbody>
  </table>
  {{#prices}}
  <h3>What the last session gave up</h3>
  <ul>
  {{#rows}}
  <li dir="auto">{{.}}</li>
  {{/rows}}
  </ul>
  {{/prices}}
  {{#open}}
  <h3>What it left open, and what came of it</h3>
  <ul>
  {{#rows}}
  <li dir="auto">{{.}}</li>
  {{/rows}}
  </ul>
  {{/open}}
  {{#record}}
  <ul>
  {{#rows}}
  <li dir="auto">{{.}}</li>
  {{/rows}}
  </ul>
  {{/record}}
  <p class="soft"><strong>New here?</strong> We look at these results first, and then a line is drawn: what comes after is
  planning. Each goal has one metric and one owner. You show where you stand with a dot: green is yes, yellow and red say
  what it is about, and saying nothing is not a yes. A place on the roadmap is only won by what moves out for it.</p>
  </section>
  {{/looking}}
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
