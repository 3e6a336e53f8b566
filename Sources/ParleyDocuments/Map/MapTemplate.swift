/// The Mustache template of the map in Markdown, over ``MapPage``.
func mapTemplate(_ words: TemplateWords) -> String {
  mapTemplateHead(words) + mapStakes(words) + mapParts(words) + mapPeople(words)
}

private func mapTemplateHead(_ words: TemplateWords) -> String {
  """
  # {{title}}\(words["signs.dash"])\(words["map.badge"])

  **\(words["map.private-loud"])**


  """
}

private func mapStakes(_ words: TemplateWords) -> String {
  """
  ## \(words["map.fields"])

  \(words["map.fields-lead"])

  | \(words["map.approach"]) | \(words["map.because-of"]) | \(words["label.who"]) |
  | --- | --- | --- |
  {{#fields}}
  | {{approach}} | {{meaning}} | {{names}} |
  {{/fields}}

  ## \(words["map.salience"])

  | \(words["map.class"]) | \(words["map.has"]) | \(words["label.who"]) |
  | --- | --- | --- |
  {{#classes}}
  | {{salience}} | {{claims}} | {{members}} |
  {{/classes}}


  """
}

private func mapParts(_ words: TemplateWords) -> String {
  """
  {{#missing}}
  ## \(words["map.to-do"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/missing}}
  {{#responsibilities}}
  ## \(words["map.who-does-what"])

  \(words["map.letters"])

  | \(words["label.goal"]) |{{#columns}} {{.}} |{{/columns}}
  | --- |{{#dashes}} {{{.}}} |{{/dashes}}
  {{#lines}}
  | {{goal}} |{{#cells}} {{part}} |{{/cells}}
  {{/lines}}

  {{/responsibilities}}

  """
}

private func mapPeople(_ words: TemplateWords) -> String {
  """
  ## \(words["map.people"])

  {{#people}}
  ### {{name}}

  {{#facts}}
  - **{{label}}\(words["signs.colon"])** {{text}}
  {{/facts}}

  {{/people}}
  {{#notes}}
  ## \(words["map.notes"])

  {{#rows}}
  - **{{at}}\(words["signs.colon"])** {{text}}
  {{/rows}}

  {{/notes}}

  """
}

/// The same in HTML, between the first and the last tag.
func mapHtmlTemplate(_ words: TemplateWords) -> String {
  mapHtmlTemplateHead(words) + mapHtmlSalience(words) + mapHtmlPeople(words)
}

private func mapHtmlTemplateHead(_ words: TemplateWords) -> String {
  """
  <header>
  <h1 dir="auto">{{title}} <span class="badge">\(words["map.badge"])</span></h1>
  <p class="private">\(words["map.private"])</p>
  </header>
  <section>
  <h2>\(words["map.fields"])</h2>
  <p class="soft">\(words["map.fields-lead"])</p>
  <table>
  <thead><tr><th>\(words["map.approach"])</th><th>\(words["map.because-of"])</th><th>\(words["label.who"])</th></tr></thead>
  <tbody>
  {{#fields}}
  <tr><th scope="row">{{approach}}</th><td>{{meaning}}</td><td>
  {{#members}}
  <p dir="auto">{{.}}</p>
  {{/members}}
  </td></tr>
  {{/fields}}
  </tbody>
  </table>
  </section>
  <section>

  """
}

private func mapHtmlSalience(_ words: TemplateWords) -> String {
  """
  <h2>\(words["map.salience"])</h2>
  <table>
  <thead><tr><th>\(words["map.class"])</th><th>\(words["map.has"])</th><th>\(words["label.who"])</th></tr></thead>
  <tbody>
  {{#classes}}
  <tr><th scope="row">{{salience}}</th><td>{{claims}}</td><td dir="auto">{{members}}</td></tr>
  {{/classes}}
  </tbody>
  </table>
  </section>
  {{#missing}}
  <section>
  <h2>\(words["map.to-do"])</h2>
  <ul>
  {{#rows}}
  <li dir="auto">{{.}}</li>
  {{/rows}}
  </ul>
  </section>
  {{/missing}}

  """
}

private func mapHtmlPeople(_ words: TemplateWords) -> String {
  """
  {{#responsibilities}}
  <section>
  <h2>\(words["map.who-does-what"])</h2>
  <p class="soft">\(words["map.letters"])</p>
  <table>
  <thead><tr><th>\(words["label.goal"])</th>{{#columns}}<th dir="auto">{{.}}</th>{{/columns}}</tr></thead>
  <tbody>
  {{#lines}}
  <tr><th scope="row" dir="auto">{{goal}}</th>{{#cells}}<td data-label="{{whose}}">{{part}}</td>{{/cells}}</tr>
  {{/lines}}
  </tbody>
  </table>
  </section>
  {{/responsibilities}}
  <section>
  <h2>\(words["map.people"])</h2>
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
  <h2>\(words["map.notes"])</h2>
  <dl>
  {{#rows}}
  <dt>{{at}}</dt><dd dir="auto">{{text}}</dd>
  {{/rows}}
  </dl>
  </section>
  {{/notes}}

  """
}
