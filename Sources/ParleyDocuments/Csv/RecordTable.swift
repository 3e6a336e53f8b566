import ParleyCore

/// The dots, the parking lot and the decisions of a record in one table, so that a spreadsheet opens it as it is and
/// filters it by its first column.
struct RecordTable {
  private var table = CsvTable(header: Column.allCases.map(\.rawValue))
  private let names: Names

  var text: String { table.text }

  private enum Column: String, CaseIterable {
    case table, id, what, who, state, kind, about, words, because, consequences, goal, owner, date, replaces
  }

  init(_ record: Record) {
    names = Names(record)
    for goal in record.goals { addDots(of: goal) }
    for item in record.parkingLot { add(item) }
    for decision in record.decisions { add(decision) }
  }

  private mutating func addDots(of row: Record.GoalRow) {
    let objections = Dictionary(row.objections.map { ($0.who, $0.dot) }) { first, _ in first }
    for dot in row.dots {
      let objection = objections[dot.who]
      add([
        .table: "dots", .id: row.goal.id.text, .what: row.goal.name, .who: names.of(dot.who),
        .state: dot.stance.name, .about: objection?.about ?? "", .words: objection?.note ?? "",
      ])
    }
  }

  private mutating func add(_ item: ParkedItem) {
    add([
      .table: "parking-lot", .id: item.id.text, .what: item.text, .who: item.by.map { names.of($0) } ?? "",
      .state: item.state.rawValue, .kind: item.kind.rawValue, .goal: item.goal.map { names.of($0) } ?? "",
      .owner: item.owner.map { names.of($0) } ?? "", .date: item.due?.description ?? "",
    ])
  }

  private mutating func add(_ decision: Decision) {
    add([
      .table: "decisions", .id: decision.id.text, .what: decision.what, .because: decision.because,
      .consequences: decision.consequences ?? "", .date: decision.until?.description ?? "",
      .replaces: decision.replaces?.text ?? "",
    ])
  }

  private mutating func add(_ cells: [Column: String]) { table.add(Column.allCases.map { cells[$0] ?? "" }) }
}
