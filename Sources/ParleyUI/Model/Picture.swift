import ParleyCore
import ParleyScreens
import ParleyTerminal

// What is drawn: the session's view below, the overlay on top.
extension TerminalModel {
  /// The whole screen at this moment.
  ///
  /// - Parameter keepsMarks: whether it is to be asked what can be clicked.
  public func frame(
    size: Size, at now: Instant, depth: ColorDepth, showsUnicode: Bool, keepsMarks: Bool = false
  ) -> Frame {
    let look = Look(theme: themes.current, depth: depth, showsUnicode: showsUnicode)
    let room = sessionSize(in: size)
    let frame = sessionFrame(size: room, at: now, look, keepsMarks: keepsMarks)
    guard let panel = tutorPanel(look) else { return frame }
    var lengthened = frame.lengthened(toRows: size.rows, style: look[.text])
    panel.draw(
      into: &lengthened, in: Rect(x: 0, y: room.rows, width: size.columns, height: size.rows - room.rows))
    return lengthened
  }

  private func sessionFrame(size: Size, at now: Instant, _ look: Look, keepsMarks: Bool) -> Frame {
    if isWaiting { return waitingForYes(size: size, look: look) }
    guard let view = view(at: now, look: look, columns: footerColumns(size)) else { return waiting(size, look) }
    var frame = view.frame(size: size, keepsMarks: keepsMarks)
    OverlayDrawing(look: look, model: self, now: now).draw(into: &frame)
    return frame
  }

  /// What the session's screen shows; nil before the session is here.
  public func view(at now: Instant, look: Look = Look(), columns: Int = .max) -> SessionView? {
    guard let state else { return nil }
    let model = withSelectionFound
    var view = SessionView(
      state: state, now: now, look: look, pane: pane, selected: model.selectedRow, scroll: scrolls[pane] ?? 0,
      keys: model.footer(at: now, columns: columns), notice: shownNotice(at: now), input: inputLine, offer: offer,
      marked: model.person, audience: speaker, stage: model.stageView(at: now))
    view.notes = cockpitNotes
    view.connected = connected(in: state)
    view.terminalNumber = welcome?.number ?? 1
    view.earlierNotices = view.notice == notice ? Array(notices.dropLast()) : []
    view.isZoomed = isZoomed
    view.name = sessionName ?? state.id
    if speaker != .screen {
      view.tabs = tabs(in: state)
      view.shownTab = TerminalModel.panes.firstIndex { $0.kind == pane.kind }
    }
    view.keysOfWaysOut = Dictionary(
      uniqueKeysWithValues: WayOut.allCases.map { ($0, keyOfWayOut($0, shown: view.keys)) })
    view.voteKey = keyOfVote(shown: view.keys)
    if let hints = overlays.last?.hints { (view.keys, view.tabs) = (hints, []) }
    view.said = said
    return view
  }

  /// What a cockpit has to show besides; nil at every other terminal.
  var cockpitNotes: CockpitNotes? { notes.map { CockpitNotes($0.map, missing: $0.missing) } }

  private func keyOfWayOut(_ way: WayOut, shown hints: [KeyHint]) -> String {
    hints.first { $0.label == way.rawValue }?.key ?? Action.of(way.action).keys.first?.shown ?? ""
  }

  private func keyOfVote(shown hints: [KeyHint]) -> String {
    hints.first { [Action.of(.vote).title, KeyHint.ownBallot].contains($0.label) }?.key ?? "v"
  }

  private func waiting(_ size: Size, _ look: Look) -> Frame {
    var frame = Frame(size: size, style: look[.text])
    let text = link == .lost ? "host lost, restarting" : "joining the session"
    frame.write(Text.truncated(text, toWidth: size.columns), at: Point(x: 0, y: 0), style: look[.dim])
    return frame
  }

  /// A lost host or a full disk stays on the screen until it is over.
  func shownNotice(at now: Instant) -> Notice? {
    if case .prompt(let prompt) = overlays.last, let refusal = prompt.refusal { return Notice(.refusal, refusal) }
    return switch link {
    case .lost: Notice(.refusal, "host lost, restarting\(lastContact(at: now)); what you typed is kept")
    case .notSaved(let reason):
      notices.last { $0.severity == .refusal }
        ?? Notice(.refusal, "not saved: \(reason); \(unsaved) kept and tried again")
    case .live where isUnanswered(at: now):
      Notice(.warning, "the host does not answer\(lastContact(at: now)); what you typed is kept")
    case .joining, .live: notice ?? knockNotice ?? writingNotice
    }
  }

  /// That others are writing, never what.
  private var writingNotice: Notice? {
    guard !writing.isEmpty, let state else { return nil }
    let names = writing.map(state.title)
    return Notice(.information, "\(names.joined(separator: ", ")) \(names.count == 1 ? "is" : "are") writing")
  }

  /// `, last heard 12 s ago`; nothing while it is a moment ago.
  private func lastContact(at now: Instant) -> String {
    guard let lastHeard, case let seconds = now.seconds(since: lastHeard), seconds >= 2 else { return "" }
    return ", last heard \(seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min") ago"
  }

  private var unsaved: String { pending.isEmpty ? "what was given before is" : "\(pending.count)" }

  /// What to do at zero, by the keys that do it at any time (M26).
  private var offer: OvertimeOffer? {
    guard offersOvertime else { return nil }
    let ways: [([Action.ID], OvertimeOffer.Way)] = [
      ([.extend], .extend(minutes: 5)), ([.rebalance], .spread), ([.park, .next], .moveOn), ([.conflict], .conflict),
      ([.dismiss], .stay),
    ]
    return OvertimeOffer(
      ways.map { ids, way in
        let keys = ids.compactMap { keymap.keys(of: $0).first }
        return OvertimeOffer.Choice(key: keys.map(\.shown).joined(separator: " "), way: way, keys: keys)
      })
  }

  private var mask: Character { showsUnicode ? "·" : "*" }

  private var inputLine: InputLine? {
    if case .search(let editor) = overlays.last {
      return InputLine(
        prompt: "/", text: editor.text, cursor: editor.cursor, hint: editor.isEmpty ? "words, a name, a goal" : "")
    }
    guard case .prompt(let prompt) = overlays.last else { return nil }
    let text = prompt.editor.text
    if BallotSecrecy.covers(text) {
      return InputLine(text: BallotSecrecy.masked(text), cursor: prompt.editor.cursor)
    }
    if hides(text) {
      // What may follow would say what stands there.
      return InputLine(
        text: prompt.showsHidden ? text : PrivateLine.masked(text, by: mask), cursor: prompt.editor.cursor,
        hint: "   \(Form.showingKey.shown) \(prompt.showsHidden ? "hides" : "shows") the words")
    }
    // Words that stand there before it is said that they are private have been read.
    let isOpenNote = notes == nil && speaker == .facilitator && text.hasPrefix("note ")
    return InputLine(
      text: text, cursor: prompt.editor.cursor,
      hint: isOpenNote ? "   everyone sees it; private=true, before the words, hides them" : prompt.usage ?? "",
      completions: prompt.candidates.prefix(8).map { InputLine.Completion($0.word, $0.meaning) }, chosen: prompt.chosen)
  }
}
