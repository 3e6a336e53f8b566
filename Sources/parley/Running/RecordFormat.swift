import ArgumentParser
import ParleyCore
import ParleyDocuments
import ParleyPlan

/// The formats of a record.
enum RecordFormat: String, CaseIterable, ExpressibleByArgument {
  case md, html, json, csv, ics, eml, roadmap

  func text(of record: Record, in words: DocumentWording) throws -> String {
    switch self {
    case .md: try RecordDocument.markdown(record, in: words)
    case .html: try RecordDocument.html(record, in: words)
    case .json: RecordDocument.json(record).escapingTreachery
    case .csv: RecordDocument.csv(record, in: words)
    case .ics: RecordDocument.ics(record, zone: record.zoneTimes, in: words)
    case .roadmap: try RoadmapDocument.html(record, in: words)
    case .eml: try RecordDocument.eml(record, zone: record.zoneTimes, in: words)
    }
  }
}

extension Record {
  /// The clock of its zone round its session; nil where it keeps none, or one that this machine does not know.
  var zoneTimes: ZoneTimes? { zone.flatMap { ZoneTimes(of: $0, around: asOf) } }
}
