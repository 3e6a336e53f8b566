// Theory: some programs write a picture of their screen and no table. Monday writes a title, then each group's name above
// the headings, which it repeats; Azure writes a tree, in which `Title 1`, `Title 2` say how deep a row is. Both become the
// table that they are a picture of.

extension CsvSheet {
  /// The sheet as one table with its headings first, as far as it has any that are known.
  func laidOut(by columns: CsvColumns) -> CsvSheet { grouped(by: columns).flattened(by: columns) }

  /// The headings are the first line that names rows or goals and something more.
  private func grouped(by columns: CsvColumns) -> CsvSheet {
    let top = Row(line: 1, cells: header)
    if columns.isHeading(top) { return self }
    let all = [top] + rows
    guard let place = all.prefix(12).firstIndex(where: { columns.isHeading($0) }) else { return self }
    let headings = all[place].cells
    var group: String?
    var kept: [Row] = []
    for (index, row) in all.enumerated() {
      let isAboveHeadings = index + 1 < all.count && all[index + 1].cells == headings
      if isAboveHeadings, let name = row.onlyCell {
        group = name
      } else if index > place, row.cells != headings, let first = row.cells.first, !first.isEmpty {
        // A line without a name adds up those above it.
        let cells = Array((row.cells + Array(repeating: "", count: headings.count)).prefix(headings.count))
        kept.append(Row(line: row.line, cells: cells + [group ?? ""]))
      }
    }
    return CsvSheet(header: headings + ["group"], rows: kept, separator: separator)
  }

  /// A tree whose depth is in which of several columns the title stands.
  private func flattened(by columns: CsvColumns) -> CsvSheet {
    let depths = header.indices.compactMap { place in
      header[place].lowercased().wholeMatch(of: /title ([0-9]+)/).flatMap { Int($0.output.1) }.map { ($0, place) }
    }.sorted { $0 < $1 }.map(\.1)
    guard depths.count > 1 else { return self }
    let key = columns.meanings(of: header).firstIndex { $0?.field == .key }
    let hasParents = header.contains { $0.lowercased() == "parent" }
    var above: [String] = []
    let others = header.indices.filter { !depths.contains($0) }
    let flat = rows.map { row in
      let depth = depths.firstIndex { row[$0] != "" } ?? 0
      let title = row[depths[depth]]
      let parent = above.prefix(depth).last ?? ""
      let name = key.map { row[$0] } ?? ""
      above = Array(above.prefix(depth)) + [name.isEmpty ? title : name]
      return Row(line: row.line, cells: others.map { row[$0] } + [title] + (hasParents ? [] : [parent]))
    }
    return CsvSheet(
      header: others.map { header[$0] } + ["title"] + (hasParents ? [] : ["parent"]), rows: flat, separator: separator)
  }
}

extension CsvSheet.Row {
  fileprivate subscript(place: Int) -> String { cells.indices.contains(place) ? cells[place] : "" }

  /// What stands in its first cell, where nothing stands in the others.
  fileprivate var onlyCell: String? {
    guard let first = cells.first, !first.isEmpty, cells.dropFirst().allSatisfy(\.isEmpty) else { return nil }
    return first
  }
}
