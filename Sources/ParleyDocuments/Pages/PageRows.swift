/// The rows of a page's section that is there only when it has some.
struct PageRows<Row> {
  let rows: [Row]

  init?(_ rows: [Row]) {
    if rows.isEmpty { return nil }
    self.rows = rows
  }
}
