/// The look of the roadmap on its one page: columns side by side on A4 turned on its side, smaller the more goals there
/// are, one below the other on a phone.
enum RoadmapStyle {
  static func text(of page: RoadmapPage) -> String {
    sheet + """
      :root { --columns: \(max(1, page.columns.count)); --size: \(size(of: page))pt; }

      """ + narrow + print
  }

  /// Points on paper, the largest with which the page should hold everything: who reads it stands a step away.
  private static func size(of page: RoadmapPage) -> Int {
    [16, 14, 13, 12, 11, 10, 9, 8].first { height(of: page, size: Double($0)) < 178 } ?? 7
  }

  /// Millimetres that the page takes, about: a letter is half as wide as it is high.
  private static func height(of page: RoadmapPage, size: Double) -> Double {
    let line = size * 0.353 * 1.3
    let columns = Double(max(1, page.columns.count))
    let letters = max(10, (276 / columns - 10) / (size * 0.353 * 0.56))
    func lines(_ text: String, _ scale: Double) -> Double { (Double(width(of: text)) * scale / letters).rounded(.up) }
    let heights = page.columns.map { column in
      column.goals.reduce(0) { sum, goal in
        let dots = goal.dots.reduce(0) { $0 + width(of: $1.whose) + 4 }
        let text =
          lines("00 " + goal.name, 1.1) * 1.15 + goal.measures.reduce(0) { $0 + lines($1, 1.08) } + 0.9
          + (Double(dots) * 0.88 / letters).rounded(.up) * 0.9
        return sum + text * line + 5.5
      }
    }
    let around =
      6.5 + Double((page.lines?.rows.count ?? 0) + (page.others?.rows.count ?? 0)) / 3 + (page.star == nil ? 0 : 1)
    return (heights.max() ?? 0) + around * line + 12
  }

  private static let sheet = """

    main { max-width: 90rem; } footer:not(:has(p)) { display: none; }
    .star { font-weight: 600; color: var(--accent); }
    .columns { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 1rem; margin-top: 1rem; }
    .column { overflow: visible; min-width: 0; }
    .column h2 { margin: 0; border-bottom-width: 3px; display: flex; justify-content: space-between; align-items: baseline;
      gap: .5rem; }
    .held { font-size: .85rem; font-weight: 400; color: var(--soft); white-space: nowrap; }
    .dates { color: var(--soft); font-size: .85rem; min-height: 1.3em; }
    .goal { border: 1px solid var(--line); border-inline-start: 5px solid var(--line); border-radius: .3rem;
      padding: .5rem .7rem; margin: .5rem 0; break-inside: avoid; }
    .goal.confirmed, .goal.adjusted { border-inline-start-color: var(--green); color: inherit; }
    .goal.dissent { border-inline-start-color: var(--violet); color: inherit; font-weight: inherit; }
    .goal.left-open { border-inline-start-color: var(--yellow); color: inherit; }
    .goal.not-reached { color: inherit; }
    .goal h3 { margin: 0 0 .15rem; line-height: 1.25; }
    .rank { color: var(--soft); font-weight: 400; }
    .measure { font-weight: 600; color: var(--accent); margin: 0; }
    .facts, .dots { margin: .15rem 0 0; font-size: .88em; }
    .facts span + span::before { content: "· "; color: var(--soft); font-weight: 400; }
    .dots:empty { display: none; }
    .dot { white-space: nowrap; margin-inline-end: .55em; }
    .other { margin-inline-end: 1em; }

    """

  private static let narrow = """
    @media screen and (max-width: 52rem) { .columns { grid-template-columns: 1fr; gap: 1.5rem; } }

    """

  private static let print = """
    @page { size: A4 landscape; margin: 10mm 11mm; }
    @media print {
      body { font-size: var(--size); line-height: 1.3; } main { padding: 0 1px; max-width: none; }
      h1 { font-size: 1.6em; } h2 { font-size: 1.15em; } .goal h3 { font-size: 1.1em; }
      .columns { gap: 4mm; margin-top: 2mm; } .goal { padding: 1.3mm 2mm; margin: 1.6mm 0; }
      header p { margin: .5mm 0; } footer { margin-top: 2mm; padding-top: 1mm; font-size: .85em; }
      footer p { margin: .5mm 0; }
    }
    """
}
