/// The Mustache template of the roadmap in Markdown, over ``RoadmapPage``.
func roadmapTemplate(_ words: TemplateWords) -> String {
  """
  # {{title}}\(words["signs.dash"])\(words["roadmap.badge"])

  {{standing}}, {{day}}

  {{#star}}
  **{{.}}**

  {{/star}}
  {{#columns}}
  ## {{name}}{{#held}} ({{.}}){{/held}}

  {{#dates}}
  {{.}}

  {{/dates}}
  | # | \(words["label.goal"]) | \(words["label.metric"]) | \(words["label.owner"]) | \
  \(words["label.outcome"]) | \(words["label.dots"]) |
  | --- | --- | --- | --- | --- | --- |
  {{#goals}}
  | {{rank}} | {{name}} | {{#measures}}{{.}} {{/measures}}| {{ownerName}} | {{became}} | {{tally}} |
  {{/goals}}

  {{/columns}}
  {{#others}}
  ## \(words["roadmap.others"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/others}}
  {{#lines}}
  {{#rows}}
  - {{.}}
  {{/rows}}
  {{/lines}}

  """
}

/// The same in HTML, between the first and the last tag.
func roadmapHtmlTemplate(_ words: TemplateWords) -> String {
  roadmapHtmlTemplateHead(words) + roadmapHtmlFoot(words)
}

private func roadmapHtmlTemplateHead(_ words: TemplateWords) -> String {
  """
  <header>
  <h1 dir="auto">{{title}} <span class="badge">{{standing}}</span></h1>
  <p class="remark">{{day}}</p>
  {{#star}}
  <p class="star" dir="auto">★ {{.}}</p>
  {{/star}}
  </header>
  <div class="columns">
  {{#columns}}
  <section class="column">
  <h2 dir="auto">{{name}}{{#held}} <span class="held">{{.}}</span>{{/held}}</h2>
  <p class="dates">{{dates}}</p>
  {{#goals}}
  <article class="goal {{token}}">
  <h3 dir="auto">{{#rank}}<span class="rank">{{.}}</span> {{/rank}}{{name}}</h3>
  {{#measures}}
  <p class="measure" dir="auto">{{.}}</p>
  {{/measures}}
  <p class="facts">{{#owner}}<span dir="auto">{{.}}</span> {{/owner}}{{#share}}<span>{{.}}</span> {{/share}}\
  {{#became}}<span class="became {{token}}">{{.}}</span>{{/became}}</p>
  <p class="dots">
  {{#dots}}
  <span class="dot"><span class="{{hue}}">{{mark}}</span><span class="heard"> {{meaning}}</span> {{whose}}</span>
  {{/dots}}
  </p>
  </article>
  {{/goals}}
  </section>
  {{/columns}}
  </div>

  """
}

private func roadmapHtmlFoot(_ words: TemplateWords) -> String {
  """
  <footer>
  {{#others}}
  <p><strong>\(words["roadmap.others"])</strong>
  {{#rows}}
  <span class="other" dir="auto">{{.}}</span>
  {{/rows}}
  </p>
  {{/others}}
  {{#lines}}
  <p>
  {{#rows}}
  <span class="other" dir="auto">{{.}}</span>
  {{/rows}}
  </p>
  {{/lines}}
  {{#legend}}
  <p class="legend" aria-hidden="true"><span class="green">●</span> \(words["stance.green"]) \
  <span class="yellow">▲</span> \(words["stance.yellow"]) <span class="red">■</span> \(words["stance.red"]) \
  ○ \(words["stance.abstain"])</p>
  {{/legend}}
  </footer>

  """
}
