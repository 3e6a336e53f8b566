import Foundation
import ParleyCore
import ParleyPlan
import Testing

@Suite("An export that is added to a plan")
struct MergedPlanTests {
  private static let day = CalendarDate(daysSince1970: 20_994)

  private func export(_ table: String) throws -> ImportedPlan {
    try ImportedPlan(bytes: Array(table.utf8), title: "Q3", kind: .alignment, starts: Self.day)
  }

  private func merged(_ plan: String, _ table: String) throws -> MergedPlan {
    try MergedPlan(Array(plan.utf8), name: "plan.yaml", adding: try export(table))
  }

  /// A plan as somebody writes one.
  private static let plan = """
    # Ours. Please keep the order!
    parley: 1
    title: 'Q3'
    timeframes:
    - {id: q3, name: Q3 2027, from: 2027-07-01, to: 2027-09-30}
    stakeholders:
        - id: ceo       # decides
          name: Ada Obi
    goals:
      - name: Reduce churn   # the board asks for it
        id: churn
        ref: G-1
        timeframe: q3
        metric: {name: Churn, unit: "%", baseline: 8, target: 5}
        features:
          # what we know already
          - {id: score, name: "Health, score", ref: G-2}

          - id: mails
            name: 'Win-back mails'
            ref: G-3
        rationale: >
          Each point
          is forty accounts.
      - {id: speed, name: Speed, timeframe: q3, metric: {name: 'Ada''s count, [raw]', baseline: 1, target: 2}, features: [ {id: cache, name: Cache} ]}   # short

    # Raised before
    parking-lot: [{text: Push, kind: idea, ref: G-9}]

    vote: {dots: 3}

    """

  private static let table = """
    Issue key,Issue Type,Summary,Parent,Assignee,Fix versions
    G-1,Epic,Reduce monthly churn,,Ada Obi,
    G-2,Story,"Health, score",G-1,,
    G-3,Story,Win-back letters,G-1,,
    G-4,Story,Exit survey,G-1,,
    G-7,Epic,Speed,,,
    G-8,Story,Faster search,G-7,,
    G-9,Story,Push,,,
    G-10,Story,Dark mode,,,
    G-20,Epic,Grow deals,,Victor Sand,Q4 2027
    G-21,Story,Cache,G-20,,
    G-22,Story,CRM sync,G-20,,

    """

  @Test("puts what is new between the lines of the plan, and changes none of them")
  func between() throws {
    let merged = try merged(Self.plan, Self.table)
    let wanted = Self.plan
      .replacing(
        "to: 2027-09-30}\n",
        with: "to: 2027-09-30}\n- {id: q4-2027, name: \"Q4 2027\", from: 2027-10-01, to: 2027-12-31}\n"
      )
      .replacing(
        "      name: Ada Obi\n", with: "      name: Ada Obi\n    - id: victor-sand\n      name: \"Victor Sand\"\n"
      )
      .replacing(
        "        ref: G-3\n",
        with:
          "        ref: G-3\n      # line 5: type: Story\n      - {id: exit-survey, name: \"Exit survey\", ref: \"G-4\"}\n"
      )
      .replacing("name: Cache} ]", with: "name: Cache}, {id: faster-search, name: \"Faster search\", ref: \"G-8\"} ]")
      .replacing(
        "# short\n",
        with: """
          # short
            - id: grow-deals
              name: "Grow deals"
              timeframe: q4-2027
              ref: "G-20"
              metrics:
                # - {name: WHAT IS COUNTED, unit: UNIT, baseline: TODAY, target: THEN}
              owner: victor-sand
              features:
                # line 12: type: Story
                - {id: crm-sync, name: "CRM sync", ref: "G-22"}

          """
      )
      .replacing("ref: G-9}]", with: "ref: G-9}, {text: \"Dark mode\", kind: feature, ref: \"G-10\"}]")
    #expect(merged.text == wanted)
    #expect(merged.summary == "1 goal, 3 features and 1 parked item added; 6 are there already")
    #expect(
      merged.notices.map { "\($0.line):\($0.column) \($0.message.prefix { $0 != ";" })" } == [
        "10:11 the export calls `G-1` `Reduce monthly churn`",
        "20:15 the export calls `G-3` `Win-back letters`",
        "25:120 the export has it under `Grow deals`, which is new",
      ])
    let again = try MergedPlan(Array(merged.text.utf8), name: "plan.yaml", adding: try export(Self.table))
    #expect(again.isUnchanged && again.text == merged.text)
    #expect(again.summary == "nothing added; 11 are there already")
  }

  @Test("keeps the ends of lines, a byte-order mark, and a last line without an end")
  func ends() throws {
    let table = "Issue key,Issue Type,Summary,Parent\nG-1,Epic,Reduce churn,\nG-4,Story,Exit survey,G-1\n"
    let plan = SamplePlan().text
    let new =
      "    features:\n      # line 3: type: Story\n      - {id: exit-survey, name: \"Exit survey\", ref: \"G-4\"}\n"
    let dos = try MergedPlan(
      [0xEF, 0xBB, 0xBF] + Array(plan.replacing("\n", with: "\r\n").utf8), name: "", adding: try export(table))
    #expect(dos.text == "\u{FEFF}" + (plan + new).replacing("\n", with: "\r\n"))
    #expect(try merged(String(plan.dropLast()), table).text == plan + new)
  }

  @Test(
    "finds where a list ends, however it is written",
    arguments: [
      ("features: []", "features: [{}]"), ("features: [  ]", "features: [{}  ]"),
      ("features: [{id: a, name: A}]", "features: [{id: a, name: A}, {}]"),
      ("features: [{id: a, name: \"]\"},]", "features: [{id: a, name: \"]\"}, {}]"),
      ("features: [{id: a, name: 'It''s ]'}]", "features: [{id: a, name: 'It''s ]'}, {}]"),
      ("features: [{id: a, name: Don't}]", "features: [{id: a, name: Don't}, {}]"),
      (
        "features: [ # ] not here\n        {id: a, name: A} # nor here ]\n      ]",
        "features: [ # ] not here\n        {id: a, name: A}, {} # nor here ]\n      ]"
      ),
      ("features:\n      - {id: a, name: A}", "features:\n      - {id: a, name: A}\n      #L\n      - {}"),
      ("features:\n    - {id: a, name: A}\n    # b", "features:\n    - {id: a, name: A}\n    # b\n    #L\n    - {}"),
      ("features: # later", "features: # later\n      #L\n      - {}"),
      (
        "features:\n      - id: a\n        name: |\n          - b\n\n          c\n    capacity: 3",
        "features:\n      - id: a\n        name: |\n          - b\n\n          c\n      #L\n      - {}\n    capacity: 3"
      ),
    ])
  func lists(before: String, after: String) throws {
    let table = "Issue key,Issue Type,Summary,Parent\nG-1,Epic,Reduce churn,\nG-4,Story,Exit survey,G-1\n"
    let plan = SamplePlan().text + "    \(before)\n\nvote: {dots: 3}\n"
    let new = "{id: exit-survey, name: \"Exit survey\", ref: \"G-4\"}"
    let remark = "# line 3: type: Story"
    let wanted =
      SamplePlan().text + "    \(after.replacing("{}", with: new).replacing("#L", with: remark))\n\nvote: {dots: 3}\n"
    #expect(try merged(plan, table).text == wanted)
  }

  @Test("gives a draft the metric that it lacks, and names one that the export has otherwise")
  func metrics() throws {
    let table = "Key,Type,Name,Metric,Baseline,Target\nG-1,Objective,Reduce churn,Churn,8,4\n"
    let merged = try merged(SamplePlan().text, table)
    #expect(merged.isUnchanged)
    #expect(merged.notices.map(\.message).first?.hasPrefix("the export has 4 as the target of `Churn`") == true)
    #expect(merged.notices.map(\.line) == [11])
    let draft = SamplePlan().text
      .replacing("    metric: {name: Churn, baseline: 8, target: 5}\n", with: "    metrics:\n")
    #expect(
      try self.merged(draft, table).text
        == draft.replacing("metrics:\n", with: "metrics:\n      - {name: \"Churn\", baseline: 8, target: 4}\n"))
  }

  @Test("says of a list in a form of its own that nothing can be added to it, and leaves a plan that is no YAML")
  func other() throws {
    let table = "Issue key,Issue Type,Summary,Parent\nG-1,Epic,Reduce churn,\nG-4,Story,Exit survey,G-1\n"
    let plan = SamplePlan().text + "    features: {id: a, name: A}\n"
    let merged = try merged(plan, table)
    #expect(merged.isUnchanged && merged.notices.map(\.line) == [12])
    #expect(throws: MergedPlan.Unreadable.self) { _ = try self.merged("goals: [\n", table) }
    #expect(throws: MergedPlan.Unreadable.self) { _ = try self.merged("- a\n", table) }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let exports: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/Fixtures/import")) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted()
  }()

  @Test("Exports of all programs add nothing to the plan that they gave, and only lines to another", arguments: exports)
  func exported(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent("Fixtures/import/\(name)")))
    let export = try ImportedPlan(bytes: bytes, title: "Q3", kind: .alignment, starts: Self.day)
    let own = try MergedPlan(Array(export.text.utf8), name: "plan.yaml", adding: export)
    #expect(own.isUnchanged && own.notices.isEmpty, "\(own.summary) \(own.notices)")
    let plan = Array(try Data(contentsOf: Self.folder.appendingPathComponent("Examples/saas-q3.yaml")))
    let merged = try MergedPlan(plan, name: "plan.yaml", adding: export)
    var left = merged.text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in String(decoding: plan, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      guard let place = left.firstIndex(of: line) else {
        Issue.record("gone: \(line)")
        return
      }
      left = left[(place + 1)...]
    }
    let before = PlanReading(bytes: plan, name: "").plan
    let after = PlanReading(text: merged.text.replacing(Self.gap, with: Self.metric), name: "plan.yaml")
    // A table may say that a goal is where it is to be.
    guard !after.told.contains(where: { $0.contains("the target equals the baseline") }) else { return }
    #expect(after.errors.isEmpty, "\(after.told)")
    for (old, new) in zip(before?.goals ?? [], after.plan?.goals ?? []) {
      #expect(old.id == new.id && old.metrics == new.metrics && new.features.starts(with: old.features))
    }
    for line in merged.text.split(separator: "\n") { #expect(line.count <= 160, "\(line)") }
  }

  private static let gap = "# - {name: WHAT IS COUNTED, unit: UNIT, baseline: TODAY, target: THEN}"
  private static let metric = "- {name: M, baseline: 0, target: 1}"

  @Test("The change is printed as diff -u prints it")
  func difference() throws {
    let table = "Issue key,Issue Type,Summary,Parent\nG-1,Epic,Reduce churn,\nG-4,Story,Exit survey,G-1\n"
    let plan = SamplePlan(rest: "    features: [{id: a, name: A}]\n").text
    let merged = try merged(plan, table)
    #expect(
      merged.difference(from: Array(plan.utf8), name: "q3.yaml") == """
        --- q3.yaml
        +++ q3.yaml
        @@ -9,4 +9,4 @@
             name: Reduce churn
             timeframe: q3
             metric: {name: Churn, baseline: 8, target: 5}
        -    features: [{id: a, name: A}]
        +    features: [{id: a, name: A}, {id: exit-survey, name: "Exit survey", ref: "G-4"}]

        """)
    #expect(try self.merged(merged.text, table).difference(from: Array(merged.text.utf8), name: "") == "")
  }
}
