/// The Mustache template of the pre-read in Markdown and plain text, over ``PrereadPage``.
func prereadTemplate(_ words: TemplateWords) -> String {
  prereadTemplateHead(words) + prereadOpen(words) + prereadParts(words) + prereadFeatures(words)
    + prereadInformation(words)
}

private func prereadTemplateHead(_ words: TemplateWords) -> String {
  """
  # \(words["preread.subject"])

  {{#remarks}}
  {{.}}

  {{/remarks}}
  {{#looking}}
  ## \(words["preread.looking-back"])

  | \(words["label.goal"]) | \(words["label.metric"]) | \(words["label.target"]) | \
  \(words["label.actual"]) | \(words["label.result"]) | \(words["label.because"]) |
  | --- | --- | --- | --- | --- | --- |
  {{#results}}
  | {{goal}} | {{measure}} | {{target}} | {{actual}} | {{result}} | {{reason}} |
  {{/results}}

  {{#prices}}
  \(words["preread.gave-up"])\(words["signs.colon"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/prices}}

  """
}

private func prereadOpen(_ words: TemplateWords) -> String {
  """
  {{#open}}
  \(words["preread.left-open"])\(words["signs.colon"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/open}}
  {{#record}}
  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/record}}
  \(words["preread.new-here"])

  {{/looking}}

  """
}

private func prereadParts(_ words: TemplateWords) -> String {
  """
  \(words["preread.your-part"])

  {{#answer}}
  {{#until}}
  \(words.sentence("preread.answer-until", ["until": "."]))
  {{/until}}
  {{^until}}
  \(words["preread.answer"])
  {{/until}}
  {{/answer}}

  {{#frame}}
  ## \(words["frame.heading"])

  {{#rows}}
  - **{{label}}\(words["signs.colon"])** {{text}}
  {{/rows}}

  {{/frame}}
  ## \(words["preread.goals"])

  {{#goals}}
  ### {{name}}

  - **\(words["label.timeframe"])\(words["signs.colon"])** {{period}}
  {{#metrics}}
  - **\(words["label.metric"])\(words["signs.colon"])** {{.}}
  {{/metrics}}
  {{#facts}}
  - **{{label}}\(words["signs.colon"])** {{text}}
  {{/facts}}

  {{/goals}}

  """
}

private func prereadFeatures(_ words: TemplateWords) -> String {
  """
  {{#features}}
  ## \(words["preread.features"])

  {{#rows}}
  - **{{goal}}**
  {{#features}}
    - {{.}}
  {{/features}}
  {{/rows}}

  {{/features}}
  {{#decisions}}
  ## \(words["preread.decisions"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/decisions}}

  """
}

private func prereadInformation(_ words: TemplateWords) -> String {
  """
  {{#information}}
  ## \(words["preread.information"])

  {{#rows}}
  - **{{label}}\(words["signs.colon"])** {{text}}
  {{/rows}}

  {{/information}}
  {{#links}}
  ## \(words["links.heading"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/links}}
  {{#informed}}
  ## \(words["recipients.heading"])

  {{#rows}}
  - {{.}}
  {{/rows}}

  {{/informed}}
  {{#parkingLot}}
  ## \(words["preread.parking-lot"])

  | \(words["label.what"]) | \(words["label.from"]) | \(words["label.goal"]) |
  | --- | --- | --- |
  {{#rows}}
  | {{what}} | {{from}} | {{about}} |
  {{/rows}}
  {{/parkingLot}}

  """
}

/// The same in HTML, between the first and the last tag.
func prereadHtmlTemplate(_ words: TemplateWords) -> String {
  prereadHtmlHead(words) + prereadHtmlLookingBack(words) + factsSection("frame", words["frame.heading"])
    + prereadHtmlGoals(words) + prereadHtmlFeatures(words)
    + listSection("decisions", words["preread.decisions"])
    + factsSection("information", words["preread.information"]) + listSection("links", words["links.heading"])
    + listSection("informed", words["recipients.heading"])
    + section(
      "parkingLot", words["preread.parking-lot"],
      table([
        HtmlColumn(heading: words["label.what"], name: "what"),
        HtmlColumn(heading: words["label.from"], name: "from"),
        HtmlColumn(heading: words["label.goal"], name: "about"),
      ]))
}

private func prereadHtmlHead(_ words: TemplateWords) -> String {
  """
  <header>
  <h1 dir="auto">{{title}} <span class="badge">\(words["preread.badge"])</span></h1>
  {{#remarks}}
  <p class="remark" dir="auto">{{.}}</p>
  {{/remarks}}
  <p class="note">\(words["preread.your-part"])</p>
  {{#answer}}
  {{#until}}
  <p class="note" dir="auto">\(words.sentence("preread.answer-until", ["until": "."]))</p>
  {{/until}}
  {{^until}}
  <p class="note" dir="auto">\(words["preread.answer"])</p>
  {{/until}}
  {{/answer}}
  </header>

  """
}

private func prereadHtmlLookingBack(_ words: TemplateWords) -> String {
  let results = [
    HtmlColumn(heading: words["label.goal"], name: "goal"), HtmlColumn(heading: words["label.metric"], name: "measure"),
    HtmlColumn(heading: words["label.target"], name: "target", isNumber: true),
    HtmlColumn(heading: words["label.actual"], name: "actual", isNumber: true),
    HtmlColumn(heading: words["label.result"], name: "result"),
    HtmlColumn(heading: words["label.because"], name: "reason"),
  ]
  func list(_ name: String, _ heading: String) -> String {
    "{{#\(name)}}\n<h3>\(words[heading])</h3>\n\(htmlList){{/\(name)}}\n"
  }
  return """
    {{#looking}}
    <section>
    <h2>\(words["preread.looking-back"])</h2>
    \(table(results, rows: "results"))\(list("prices", "preread.gave-up"))\(list("open", "preread.left-open"))\
    {{#record}}
    \(htmlList){{/record}}
    <p class="soft">\(words["preread.new-here"])</p>
    </section>
    {{/looking}}

    """
}

private func prereadHtmlGoals(_ words: TemplateWords) -> String {
  """
  <section>
  <h2>\(words["preread.goals"])</h2>
  {{#goals}}
  <div class="card">
  <h3 dir="auto">{{name}} <span class="badge">{{period}}</span></h3>
  <dl>
  {{#metrics}}
  <dt>\(words["label.metric"])</dt><dd dir="auto">{{.}}</dd>
  {{/metrics}}
  {{#facts}}
  <dt>{{label}}</dt><dd dir="auto">{{text}}</dd>
  {{/facts}}
  </dl>
  </div>
  {{/goals}}
  </section>

  """
}

private func prereadHtmlFeatures(_ words: TemplateWords) -> String {
  section(
    "features", words["preread.features"],
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
}
