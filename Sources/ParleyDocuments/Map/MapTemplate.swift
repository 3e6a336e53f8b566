/// The Mustache template of the map in Markdown, over ``MapPage``.
let mapTemplate = """
  # {{title}} — stakeholder map

  **PRIVATE: for the facilitator alone. Never on a shared screen, never sent round.**

  ## Influence and stake

  Much at stake has who owns a goal, is accountable or responsible for one, or has urgency.

  | Approach | Because of | Who |
  | --- | --- | --- |
  {{#fields}}
  | {{approach}} | {{meaning}} | {{names}} |
  {{/fields}}

  ## Salience

  | Class | Has | Who |
  | --- | --- | --- |
  {{#classes}}
  | {{salience}} | {{claims}} | {{members}} |
  {{/classes}}

  {{#missing}}
  ## Still to do

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/missing}}
  {{#responsibilities}}
  ## Who does what

  A accountable, R responsible, C consulted, I informed.

  | Goal |{{#columns}} {{.}} |{{/columns}}
  | --- |{{#dashes}} {{{.}}} |{{/dashes}}
  {{#lines}}
  | {{goal}} |{{#cells}} {{.}} |{{/cells}}
  {{/lines}}

  {{/responsibilities}}
  ## People

  {{#people}}
  ### {{name}}

  {{#facts}}
  - **{{label}}:** {{text}}
  {{/facts}}

  {{/people}}
  {{#notes}}
  ## Notes of the session

  {{#rows}}
  - **{{at}}:** {{text}}
  {{/rows}}

  {{/notes}}

  """

/// The same in HTML, between the first and the last tag.
let mapHtmlTemplate = """
  <header>
  <h1 dir="auto">{{title}} <span class="badge">stakeholder map</span></h1>
  <p class="private">Private: for the facilitator alone. Never on a shared screen, never sent round.</p>
  </header>
  <section>
  <h2>Influence and stake</h2>
  <p class="soft">Much at stake has who owns a goal, is accountable or responsible for one, or has urgency.</p>
  <table>
  <thead><tr><th>Approach</th><th>Because of</th><th>Who</th></tr></thead>
  <tbody>
  {{#fields}}
  <tr><td><strong>{{approach}}</strong></td><td>{{meaning}}</td><td>
  {{#members}}
  <p dir="auto">{{.}}</p>
  {{/members}}
  </td></tr>
  {{/fields}}
  </tbody>
  </table>
  </section>
  <section>
  <h2>Salience</h2>
  <table>
  <thead><tr><th>Class</th><th>Has</th><th>Who</th></tr></thead>
  <tbody>
  {{#classes}}
  <tr><td><strong>{{salience}}</strong></td><td>{{claims}}</td><td dir="auto">{{members}}</td></tr>
  {{/classes}}
  </tbody>
  </table>
  </section>
  {{#missing}}
  <section>
  <h2>Still to do</h2>
  <ul>
  {{#rows}}
  <li dir="auto">{{.}}</li>
  {{/rows}}
  </ul>
  </section>
  {{/missing}}
  {{#responsibilities}}
  <section>
  <h2>Who does what</h2>
  <p class="soft">A accountable, R responsible, C consulted, I informed.</p>
  <table>
  <thead><tr><th>Goal</th>{{#columns}}<th dir="auto">{{.}}</th>{{/columns}}</tr></thead>
  <tbody>
  {{#lines}}
  <tr><td dir="auto">{{goal}}</td>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
  {{/lines}}
  </tbody>
  </table>
  </section>
  {{/responsibilities}}
  <section>
  <h2>People</h2>
  {{#people}}
  <div class="card">
  <h3 dir="auto">{{name}}</h3>
  <dl>
  {{#facts}}
  <dt>{{label}}</dt><dd dir="auto">{{text}}</dd>
  {{/facts}}
  </dl>
  </div>
  {{/people}}
  </section>
  {{#notes}}
  <section>
  <h2>Notes of the session</h2>
  <dl>
  {{#rows}}
  <dt>{{at}}</dt><dd dir="auto">{{text}}</dd>
  {{/rows}}
  </dl>
  </section>
  {{/notes}}

  """
