/// The Mustache template of the record in HTML, over ``RecordPage``, between the first and the last tag.
let recordHtmlTemplate = recordHtmlBeginning + recordHtmlMiddle + recordHtmlEnd

private let recordHtmlBeginning = """
  <header>
  <h1 dir="auto">{{title}} <span class="badge">{{standing}}</span></h1>
  {{#remarks}}
  <p class="remark" dir="auto">{{.}}</p>
  {{/remarks}}
  </header>
  {{#matrix}}
  <section>
  <h2>At a glance</h2>
  <table class="matrix">
  <thead><tr><th class="number">#</th><th>Goal</th><th>Timeframe</th><th>Metric</th><th>Outcome</th>
  {{#columns}}
  <th class="who" dir="auto">{{.}}</th>
  {{/columns}}
  </tr></thead>
  <tbody>
  {{#lines}}
  <tr><td class="number">{{rank}}</td><td dir="auto"><strong>{{subject}}</strong></td><td dir="auto">{{period}}</td>
  <td dir="auto">{{measure}}</td><td class="{{token}}">{{became}}</td>
  {{#cells}}
  <td class="dot {{hue}}">{{mark}}<small>{{meaning}}</small></td>
  {{/cells}}
  </tr>
  {{/lines}}
  </tbody>
  </table>
  </section>
  {{/matrix}}
  {{#findings}}
  <section>
  <h2>{{name}}</h2>
  <ul>
  {{#lines}}
  <li dir="auto">{{.}}</li>
  {{/lines}}
  </ul>
  </section>
  {{/findings}}
  {{#hasGoals}}
  <section>
  <h2>Goals</h2>
  {{#goals}}
  <h3 dir="auto">{{{place}}}{{name}} <span class="badge">{{outcome}}</span></h3>
  <dl>
  {{#facts}}
  <dt dir="auto">{{label}}</dt><dd dir="auto">{{text}}</dd>
  {{/facts}}
  </dl>
  <table>
  <thead><tr><th>Who</th><th>Dot</th><th>About</th><th>In their words</th></tr></thead>
  <tbody>
  {{#dots}}
  <tr><td dir="auto">{{who}}</td><td class="{{colour}}">{{stance}}</td><td>{{about}}</td><td dir="auto">{{words}}</td></tr>
  {{/dots}}
  </tbody>
  </table>
  {{/goals}}
  </section>
  {{/hasGoals}}

  """

private let recordHtmlMiddle =
  section(
    "tradeOffs", "Trade-offs",
    table(["Gained", "Displaced", "Because", "Accepted by"], ["gained", "displaced", "because", "accepted"]))
  + section("decisions", "Decisions", list("<strong>{{id}}</strong> {{what}}"))
  + section(
    "parkingLot", "Parking lot",
    table(
      ["", "What", "From", "Kind", "Goal", "Owner", "Due", "State"],
      ["id", "what", "from", "kindOfItem", "goal", "owner", "due", "state"]))
  + section("openDisagreements", "Open disagreements", list("<strong>{{topic}}</strong> ({{outcome}})"))
  + section("resolvedDisagreements", "Resolved disagreements", list("<strong>{{topic}}</strong> ({{outcome}})"))
  + section(
    "playbooks", "Playbooks",
    "{{#rows}}\n<h3>{{name}}</h3>\n<ul>\n{{#lines}}\n<li dir=\"auto\">{{.}}</li>\n{{/lines}}\n</ul>\n{{/rows}}\n")
  + section(
    "impacts", "What it gives and costs",
    table(["Who", "About", "Gives", "Costs"], ["who", "about", "gives", "costs"]))
  + section(
    "gaps", "Where we were wrong",
    table(["What is missing", "Finds out", "Presented again"], ["what", "owner", "due"]))
  + section("followUps", "Follow-ups", table(["What", "Owner", "Due", "With"], ["what", "owner", "due", "with"]))

private let recordHtmlEnd =
  """
  {{#votes}}
  <section>
  <h2>Silent votes</h2>
  {{#rows}}
  <p dir="auto">{{introduction}}</p>
  {{#counts}}
  <table>
  <thead><tr><th>Goal</th><th class="number">Dots</th></tr></thead>
  <tbody>
  {{#tally}}
  <tr><td dir="auto">{{goal}}</td><td class="number">{{dots}}</td></tr>
  {{/tally}}
  </tbody>
  </table>
  {{/counts}}
  {{#ties}}
  <p dir="auto">As many dots each: {{.}}.</p>
  {{/ties}}
  {{/rows}}
  </section>
  {{/votes}}
  {{#hasReadBack}}
  <section>
  <h2>Read-back</h2>
  <table>
  <thead><tr><th>Who</th><th>Acknowledged</th><th>Caveat</th><th>Answer</th></tr></thead>
  <tbody>
  {{#acknowledgements}}
  <tr><td dir="auto">{{who}}</td><td>{{acknowledged}}</td><td dir="auto">{{caveat}}</td><td dir="auto">{{answer}}</td></tr>
  {{/acknowledgements}}
  </tbody>
  </table>
  </section>
  {{/hasReadBack}}

  """
  + section("comments", "Comments", table(["", "Who", "Comment", "Reply"], ["id", "who", "text", "reply"]))
  + section(
    "review", "Last period",
    table(["Goal", "Target", "Actual", "Result", "Because"], ["goal", "target", "actual", "result", "because"]))
    + """
    <section>
    <h2>People</h2>
    <table>
    <thead><tr><th>Name</th><th>Role</th><th>Arrived</th><th>Left</th></tr></thead>
    <tbody>
    {{#people}}
    <tr><td dir="auto">{{name}}</td><td dir="auto">{{role}}</td><td>{{arrived}}</td><td>{{left}}</td></tr>
    {{/people}}
    </tbody>
    </table>
    </section>

    """
  + section(
    "times", "Times", table(["Step", "Planned", "Took", "Difference"], ["step", "planned", "took", "difference"]))
  + section("notes", "Notes", "<ul>\n{{#rows}}\n<li dir=\"auto\">{{.}}</li>\n{{/rows}}\n</ul>\n")
