import ParleyCore

/// A board of Trello as *Export as JSON* writes it: its cards as the table that *Export as CSV* would give, which not every
/// plan of Trello offers.
enum TrelloBoard {
  private static let header = [
    "Card ID", "Card Name", "Card URL", "Card Description", "Labels", "Members", "Due Date", "List Name", "Board Name",
    "Archived", "Start Date", "Due Complete",
  ]

  /// The table; nil for what is no such board.
  static func table(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.first(where: { !" \t\r\n\u{FEFF}".utf8.contains($0) }) == UInt8(ascii: "{"),
      let board = JSON(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes),
      let cards = board["cards"]?.list, let lists = board["lists"]?.list
    else { return nil }
    let names = named(lists, by: "name")
    let archived = Set(lists.filter { $0["closed"]?.bool == true }.compactMap { $0["id"]?.text })
    let members = named(board["members"]?.list ?? [], by: "fullName")
    let rows = cards.map { card -> [String] in
      let list = card["idList"]?.text ?? ""
      let isArchived = card["closed"]?.bool == true || archived.contains(list)
      return [
        text(card, "id"), text(card, "name"), text(card, "shortUrl"), text(card, "desc"), labels(of: card),
        (card["idMembers"]?.list ?? []).compactMap { $0.text.flatMap { members[$0] } }.joined(separator: ", "),
        text(card, "due"), names[list] ?? "", text(board, "name"), isArchived ? "true" : "false", text(card, "start"),
        card["dueComplete"]?.bool == true ? "true" : "",
      ]
    }
    return Array(([header] + rows).map(line).joined().utf8)
  }

  private static func labels(of card: JSON) -> String {
    (card["labels"]?.list ?? []).map { text($0, "name") }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func named(_ things: [JSON], by key: String) -> [String: String] {
    Dictionary(things.compactMap { thing in thing["id"]?.text.map { ($0, text(thing, key)) } }) { first, _ in first }
  }

  private static func text(_ thing: JSON, _ key: String) -> String { thing[key]?.text ?? "" }

  private static func line(_ cells: [String]) -> String {
    cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
  }
}
