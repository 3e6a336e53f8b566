import ParleyCore

/// The stakeholder map for the facilitator alone (M1): every form of it says at its head that it is private.
public enum MapDocument {
  /// As Markdown. Throws only when the template is none.
  public static func markdown(
    _ plan: Plan, _ map: StakeholderMap, blocks: PastBlocks = PastBlocks(), in words: DocumentWording = .english
  ) throws -> String {
    try DocumentForm.markdown.fill(
      mapTemplate(TemplateWords(words, .markdown)), with: MapPage(plan, map, blocks, words)
    ).withOneEnd.withAlignedTables
  }

  /// As one HTML file. Throws only when the template is none.
  public static func html(
    _ plan: Plan, _ map: StakeholderMap, blocks: PastBlocks = PastBlocks(), in words: DocumentWording = .english
  ) throws -> String {
    try HtmlPage.whole(
      title: words("map.subject", ["title": plan.title]), body: mapHtmlTemplate(TemplateWords(words, .html)),
      MapPage(plan, map, blocks, words), words)
  }
}
