import ArgumentParser
import ParleyCore
import ParleyDocuments

/// The forms in which a record can be had.
enum RecordFormat: String, CaseIterable, ExpressibleByArgument {
  case md, json

  func text(of record: Record) throws -> String {
    switch self {
    case .md: try RecordDocument.markdown(record)
    case .json: RecordDocument.json(record)
    }
  }
}
