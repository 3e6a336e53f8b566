import CSQLite

/// A value in a row, of the types that SQLite has (sqlite.org/datatype3.html).
enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// A whole number; nil for anything else.
  var integer: Int? { if case .integer(let number) = self { Int(number) } else { nil } }

  /// A text; nil for anything else.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The bytes of a blob; nil for anything else.
  var bytes: [UInt8]? { if case .blob(let bytes) = self { bytes } else { nil } }
}

/// A statement of a connection, and the row at which it stands.
final class SQLiteStatement {
  private let connection: OpaquePointer?
  private var handle: OpaquePointer?

  init(_ sql: String, on connection: SQLiteConnection) throws(SQLiteFault) {
    self.connection = connection.handle
    let code = sqlite3_prepare_v2(connection.handle, sql, -1, &handle, nil)
    guard code == SQLITE_OK else { throw SQLiteFault(code, connection.handle) }
  }

  deinit { sqlite3_finalize(handle) }

  /// Goes back to before the first row, and takes these values for its parameters.
  func bind(_ values: [SQLiteValue]) throws(SQLiteFault) {
    sqlite3_reset(handle)
    for (place, value) in values.enumerated() {
      let code = bind(value, Int32(place + 1))
      guard code == SQLITE_OK else { throw SQLiteFault(code, connection) }
    }
  }

  private func bind(_ value: SQLiteValue, _ parameter: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, parameter)
    case .integer(let number): return sqlite3_bind_int64(handle, parameter, number)
    case .real(let number): return sqlite3_bind_double(handle, parameter, number)
    case .text(var text):
      return text.withUTF8 { parley_sqlite_bind_text(handle, parameter, $0.baseAddress, Int32($0.count)) }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { parley_sqlite_bind_blob(handle, parameter, $0.baseAddress, Int32($0.count)) }
    }
  }

  /// Goes on to the next row; false at the end.
  func step() throws(SQLiteFault) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let fault = code == SQLITE_DONE ? nil : SQLiteFault(code, connection)
    // As long as it stands at a row it keeps others from changing the file.
    sqlite3_reset(handle)
    if let fault { throw fault }
    return false
  }

  /// Ends before the last row.
  func reset() { sqlite3_reset(handle) }

  /// The values of the row.
  var row: [SQLiteValue] { (0..<sqlite3_column_count(handle)).map(value) }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// The bytes of a text or a blob, valid until the next step; none for null.
  func content(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }

  private func value(_ column: Int32) -> SQLiteValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT: .text(String(decoding: content(column), as: UTF8.self))
    case SQLITE_BLOB: .blob(Array(content(column)))
    default: .null
    }
  }
}
