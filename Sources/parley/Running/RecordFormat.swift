import ArgumentParser
import ParleyCore
import ParleyDocuments

/// The formats of a record.
enum RecordFormat: String, CaseIterable, ExpressibleByArgument {
  case md, html, json, csv, ics, eml

  func text(of record: Record) throws -> String {
    switch self {
    case .md: try RecordDocument.markdown(record)
    case .html: try RecordDocument.html(record)
    case .json: RecordDocument.json(record).escapingTreachery
    case .csv: RecordDocument.csv(record)
    case .ics: RecordDocument.ics(record)
    case .eml: try RecordDocument.eml(record)
    }
  }
}
