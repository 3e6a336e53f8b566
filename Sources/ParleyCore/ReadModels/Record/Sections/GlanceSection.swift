extension RecordSection {
  /// What a reader wants to know before all else: each goal with everyone's dot, what it cost, and what is still open.
  public static let glance = RecordSection(
    "glance",
    RecordLayout(
      .words("glance.heading"), if: "glance", [.matrix("matrix"), .each("shortly", [.facts("summary")])])
  ) { record, names in
    let summary = record.summary(names)
    var values: RecordValues = [:]
    if record.isAboutGoals, !record.goals.isEmpty { values["matrix"] = matrix(record, names) }
    if !summary.isEmpty { values["shortly"] = .group(["summary": .facts(summary)]) }
    return values.isEmpty ? [:] : values.merging(["glance": .flag(true)]) { own, _ in own }
  }

  private static func matrix(_ record: Record, _ names: RecordNames) -> RecordValue {
    .group([
      "columns": .texts(record.attendance.map { names.of($0.who) }),
      "lines": .list(record.goals.map { line(of: $0, names) }),
    ])
  }

  private static func line(of row: Record.GoalRow, _ names: RecordNames) -> RecordValues {
    [
      "rank": .text(row.priority.map { "\($0)" } ?? .nothing),
      "subject": .text(row.goal.name.shown.leading(toHeading: row.anchor)),
      "period": .text(names.of(row.goal.timeframe)),
      "measure": .text(row.goal.metrics.first.map(names.words.measure).shown),
      "became": .text(row.became(in: names.words)),
      "token": .text(row.isOverDissent ? "dissent" : row.outcome.rawValue),
      "tally": .text(row.tally(names)),
      "cells": .list(
        row.dots.map { dot in
          [
            "hue": .text(dot.stance.name), "mark": .text(dot.stance.sign),
            "meaning": .text(dot.stance.word(in: names.words)),
            "whose": .text(names.of(dot.who)),
          ]
        }),
    ]
  }
}

extension Record.GoalRow {
  /// How many agree, and by name who does not: `● 8 of 10, ▲ Pia Novak, ■ Otto Falk`.
  fileprivate func tally(_ names: RecordNames) -> String {
    let groups = Record.Stance.inOrder.compactMap { stance -> String? in
      let people = dots.filter { $0.stance == stance }.map(\.who)
      switch stance {
      case _ where people.isEmpty: return nil
      case .dot(.green):
        return "\(stance.sign) \(names.words("glance.agree", ["n": "\(people.count)", "all": "\(dots.count)"]))"
      case .dot: return "\(stance.sign) \(names.of(people))"
      case .notAsked, .absent: return "\(stance.sign) \(names.words.counted(people.count, "glance.\(stance.name)"))"
      }
    }
    return groups.isEmpty ? .nothing : groups.joined(separator: ", ")
  }
}

extension Record {
  /// The price, the open ends and what comes next, one line each.
  fileprivate func summary(_ names: RecordNames) -> [RecordFact] {
    let words = names.words
    let decided = isAboutGoals ? [] : decisions.map { words.fact("decided", "\($0.id) \($0.what.shown)") }
    let traded = tradeOffs.filter { !$0.tradeOff.isVoid }.map { row in
      words.fact("traded", words.trade(row.gainedName, for: row.displacedName))
    }
    let open = disagreements.filter { $0.outcome != .resolved }.map { row in
      words.fact("still-open", row.topic.shown + (row.end(names).map { words["signs.dash"] + $0 } ?? ""))
    }
    return decided + traded + open + (next(names).map { [$0] } ?? [])
  }

  /// The first thing that somebody in particular has to do after the session.
  private func next(_ names: RecordNames) -> RecordFact? {
    guard ended != nil, let owed = owed.first(where: { !$0.who.isEmpty && $0.due != nil }), let due = owed.due else {
      return nil
    }
    let words = names.words
    return words.fact(
      "next",
      words(
        "glance.next",
        ["what": owed.sentence(in: words), "who": names.of(owed.who), "day": words.longDay(due.date)]))
  }
}

extension Record.Disagreement {
  /// Who brings it to its end, and by when.
  fileprivate func end(_ names: RecordNames) -> String? {
    process.map { process in
      names.words(
        outcome == .experiment ? "process.experiment" : "process.sentence",
        ["who": names.of(process.decider), "day": names.words.longDay(process.by)])
    }
  }
}

extension DocumentWording {
  /// What came in, and what moved out for it (M17).
  public func trade(_ gained: String, for displaced: String) -> String {
    self("glance.traded", ["gained": gained.shown, "displaced": displaced.shown])
  }
}

extension Owed {
  /// What is to be done, as one line of a document.
  public func sentence(in words: DocumentWording) -> String { words("owed.\(kind.rawValue)", ["what": what.shown]) }
}
