/// A document as one HTML file: its style is in it, and it loads nothing, which its own policy forbids too.
enum HtmlPage {
  /// Fills the template of what stands between the first and the last tag. Throws when it is no Mustache template.
  static func whole(title: String, body: String, _ page: Any) throws -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="generator" content="Parley">
    <title>\(title.html)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <main>

    """ + (try DocumentForm.html.fill(body, with: page)) + """
      </main>
      </body>
      </html>

      """
  }

  /// Colours are those of Okabe and Ito, which colour-blind readers tell apart; each stands beside a shape.
  private static let style = """
    :root { --ink: #1b1f24; --soft: #59636e; --line: #d5dae0; --pale: #f4f6f8; --accent: #0b4f79; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #fff; color: var(--ink);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: anywhere; }
    th, .badge, td[class], td[class] small { overflow-wrap: normal; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
    h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid var(--accent); }
    h3 { font-size: 1.02rem; margin: 1.5rem 0 .4rem; }
    p { margin: .3rem 0; }
    .badge { display: inline-block; font-size: .8rem; font-weight: 600; padding: .1rem .55rem; border-radius: 1rem;
      border: 1px solid currentColor; vertical-align: middle; white-space: nowrap; }
    .soft, .remark { color: var(--soft); }
    .note { border-left: 4px solid var(--accent); background: var(--pale); padding: .6rem .9rem; margin: 1rem 0; }
    .private { border-left: 4px solid #d55e00; background: #fdf1ea; padding: .6rem .9rem; margin: 1rem 0;
      font-weight: 600; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .92rem; }
    th, td { text-align: start; vertical-align: top; padding: .35rem .55rem; border-bottom: 1px solid var(--line); }
    thead th { background: var(--pale); border-bottom: 1px solid #aab3bd; font-weight: 600; }
    td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .matrix td:nth-child(2) { min-width: 8rem; } .matrix td:nth-child(4) { min-width: 6.5rem; }
    .matrix th, .matrix td { padding-inline: .3rem; }
    .matrix th.who, .matrix td.dot { text-align: center; }
    .matrix td.dot { font-size: 1.05rem; }
    .matrix td.dot small { display: block; font-size: .68rem; color: var(--soft); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .4rem 0; }
    dt { color: var(--soft); } dd { margin: 0; }
    ul { margin: .3rem 0; padding-inline-start: 1.3rem; } li { margin: .25rem 0; } li p { margin: 0; }
    .green { color: #00734f; } .yellow { color: #8a6a00; } .red { color: #b84300; }
    .confirmed, .adjusted, .met, .exceeded { color: #00734f; } .deferred, .left-open, .partly-met { color: #8a6a00; }
    .dropped, .not-reached, .missed { color: #b84300; } .dissent { color: #8a3d7c; font-weight: 600; }
    footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .8rem;
      color: var(--soft); }
    @page { size: A4; margin: 16mm 15mm; }
    @media print {
      body { font-size: 10pt; } main { max-width: none; padding: 0; }
      .matrix { font-size: 7.5pt; } .matrix td.dot { font-size: 9pt; } .matrix td.dot small { font-size: 5.5pt; }
      h2, h3 { break-after: avoid; } tr, li, dl, .card { break-inside: avoid; } thead { display: table-header-group; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
