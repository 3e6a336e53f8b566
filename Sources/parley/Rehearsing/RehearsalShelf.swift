import ParleyCore
import ParleyJournal

/// The rehearsals. They have a folder of their own beside the store, so that no list of sessions ever contains one.
struct RehearsalShelf {
  let store: Store

  init(beside store: Store) {
    let parent = store.directory.split(separator: "/").dropLast().joined(separator: "/")
    self.store = Store(directory: "/\(parent)/rehearsals")
  }

  /// A rehearsal on disk.
  struct PastRehearsal {
    let file: SessionFile
    let session: Session
    let report: RehearsalReport
    /// When it was left, in milliseconds since 1970 of the machine's clock.
    let leftMs: Int64
  }

  /// The rehearsals of a plan, the last one first; without a title those of all plans.
  func kept(of title: String?) -> [PastRehearsal] {
    let outlines = store.list().filter { summary in
      guard let outline = summary.outline else { return false }
      return title == nil || outline.title.hasSuffix(title ?? "")
    }
    return outlines.compactMap { summary in
      guard let session = try? read(summary.file), title == nil || session.state.plan.ownTitle == title,
        let report = RehearsalReport(of: session, (try? summary.file.readMap()) ?? StakeholderMap())
      else { return nil }
      return PastRehearsal(
        file: summary.file, session: session, report: report, leftMs: summary.outline?.lastActiveMs ?? 0)
    }
  }

  /// The report of a rehearsal, with the earlier ones that were like it.
  func report(of kept: PastRehearsal) -> RehearsalReport {
    var report = kept.report
    let others = self.kept(of: kept.session.state.plan.ownTitle).filter { $0.leftMs < kept.leftMs }
    report.earlier = others.filter { report.isComparable(with: $0.report) }.map(\.report.figures)
    report.all = others.filter { $0.report.performance != nil }.map {
      RehearsalReport.Past($0.report.figures, $0.report.mark, $0.session.state.opened)
    }
    return report
  }

  private func read(_ file: SessionFile) throws -> Session {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    return try journal.session()
  }
}
