import ParleyCore

/// A document as one HTML file: its style is in it, and it loads nothing, which its own policy forbids too.
enum HtmlPage {
  /// Fills the template of what stands between the first and the last tag. Throws when it is no Mustache template.
  static func whole(
    title: String, body: String, _ page: Any, _ words: DocumentWording, style more: String = "", most: Int = .max
  ) throws -> String {
    """
    <!DOCTYPE html>
    <html lang="\(words.language.html)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="generator" content="Parley">
    <title>\(title.html)</title>
    <style>
    \(style)\(more)
    </style>
    </head>
    <body>
    <main>

    """ + (try DocumentForm.html.fill(body, with: page, most: most)) + """
      </main>
      </body>
      </html>

      """
  }

  /// Colours are those of Okabe and Ito, darker or lighter as the ground asks for, which colour-blind readers tell apart;
  /// each stands beside a shape. No word is broken: a table that is too wide for a phone becomes a list of cards there.
  private static let style = colours + text + tables + narrow + phone + print

  private static let colours = """
    :root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --soft: #59636e; --line: #d5dae0; --pale: #f4f6f8;
      --accent: #0b4f79; --green: #00734f; --yellow: #8a6a00; --red: #b84300; --violet: #8a3d7c; --private: #fdf1ea; }
    @media (prefers-color-scheme: dark) {
      :root { --ground: #14181d; --ink: #e6e9ed; --soft: #9aa5b1; --line: #39424d; --pale: #1e242b;
        --accent: #6cb8e6; --green: #2fbf8f; --yellow: #e3b341; --red: #f08a4b; --violet: #d08fc4; --private: #3a2416; }
    }

    """

  private static let text = """
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: break-word; }
    section { overflow-x: auto; }
    a { color: var(--accent); overflow-wrap: anywhere; }
    th a, h3 a { color: inherit; overflow-wrap: break-word; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
    h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid var(--accent); }
    h3 { font-size: 1.02rem; margin: 1.5rem 0 .4rem; }
    p { margin: .3rem 0; }
    .badge { display: inline-block; font-size: .8rem; font-weight: 600; padding: .1rem .55rem; border-radius: 1rem;
      border: 1px solid currentColor; vertical-align: middle; white-space: nowrap; }
    .soft, .remark, .legend { color: var(--soft); } .legend { font-size: .85rem; }
    .note { border-inline-start: 4px solid var(--accent); background: var(--pale); padding: .6rem .9rem; margin: 1rem 0; }
    .private { border-inline-start: 4px solid #d55e00; background: var(--private); padding: .6rem .9rem; margin: 1rem 0;
      font-weight: 600; }
    .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .4rem 0; }
    dt { color: var(--soft); max-width: 14rem; } dd { margin: 0; min-width: 0; }
    ul { margin: .3rem 0; padding-inline-start: 1.3rem; } li { margin: .25rem 0; } li p { margin: 0; }
    .green { color: var(--green); } .yellow { color: var(--yellow); } .red { color: var(--red); }
    .confirmed, .adjusted, .met, .exceeded { color: var(--green); }
    .deferred, .left-open, .partly-met { color: var(--yellow); } .dropped, .not-reached, .missed { color: var(--red); }
    .dissent { color: var(--violet); font-weight: 600; }
    footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .8rem;
      color: var(--soft); }

    """

  private static let tables = """
    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .92rem; }
    th, td { text-align: start; vertical-align: top; padding: .35rem .55rem; border-bottom: 1px solid var(--line); }
    thead th { background: var(--pale); font-weight: 600; } tbody th { font-weight: 600; }
    td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .matrix tbody th { min-width: 8rem; } .matrix td:nth-child(4) { min-width: 6.5rem; }
    .matrix th, .matrix td { padding-inline: .3rem; }
    .matrix th.who, .matrix td.dot { text-align: center; } .matrix td.dot { font-size: 1.05rem; }
    .matrix th.who { vertical-align: bottom; word-break: keep-all; }

    """

  /// The names of people side by side are wider than a small window, and those of eight than any: they stand upright.
  private static let narrow = """
    @media (max-width: 64rem) {
      .matrix th.who { writing-mode: vertical-rl; transform: rotate(180deg); text-align: start; white-space: nowrap;
        padding: .3rem .1rem; }
      table { font-size: .84rem; } th, td { padding-inline: .3rem; } td.number { white-space: normal; }
      .matrix th, .matrix td { padding-inline: .15rem; }
      .matrix tbody th { min-width: 5rem; } .matrix td:nth-child(4) { min-width: 5rem; }
    }
    .matrix:has(th.who:nth-child(13)) th.who { writing-mode: vertical-rl; transform: rotate(180deg); text-align: start;
      white-space: nowrap; padding: .3rem .1rem; }

    """

  private static let phone = """
    @media screen and (max-width: 44rem) {
      main { padding: 1.2rem 1rem 3rem; } h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; }
      table, tbody, tr, th, td { display: block; } thead { display: none; }
      tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } tr:last-child { border-bottom: 0; }
      th, td, td.number { border: 0; padding: .1rem 0; text-align: start; white-space: normal; }
      td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); } td[data-label]:empty { display: none; }
      :lang(fr) td[data-label]::before { content: attr(data-label) "\\A0: "; }
      .matrix tr { position: relative; padding-inline-start: 1.4rem; } .matrix th, .matrix td { padding-inline: 0; }
      .matrix td.number { position: absolute; inset-inline-start: 0; }
      .matrix td:nth-child(n + 3):nth-child(-n + 5) { display: inline; }
      .matrix td:nth-child(3)::after, .matrix td:nth-child(4)::after { content: " · "; }
      .matrix td:nth-child(5)::after { content: "\\A"; white-space: pre; }
      .matrix td.dot { display: inline-block; margin-inline-end: .8rem; font-size: 1rem; }
      .matrix td.dot::after { content: " " attr(data-who); color: var(--ink); font-size: .85rem; }
      dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; }
    }

    """

  private static let print = """
    @page { size: A4; margin: 16mm 15mm; }
    @media print {
      :root { color-scheme: light; --ground: #fff; --ink: #1b1f24; --soft: #59636e; --line: #d5dae0; --pale: #f4f6f8;
        --accent: #0b4f79; --green: #00734f; --yellow: #8a6a00; --red: #b84300; --violet: #8a3d7c; }
      body { font-size: 10pt; } main { max-width: none; padding: 0; } table { font-size: 8.5pt; }
      .matrix { font-size: 7.5pt; } .matrix td.dot { font-size: 9pt; } section { overflow-x: visible; }
      h2, h3, caption { break-after: avoid; } tr, li, dl, .card { break-inside: avoid; }
      thead { display: table-header-group; } a { text-decoration: none; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
