import ParleyCore
import ParleyScreens
import ParleyTerminal

extension Action {
  static let capture: [Action] = [
    Action(.note, .capture, "note", "a note for the record", keys: [.character("o")], footer: 66) { model in
      form(model) {
        Form(
          .note, title: "Note", prompt: "Everyone sees it: on every screen, and in the record.", asking: ["TEXT"],
          in: $0)
      }
    },
    Action(
      .privateNote, .capture, "private note", "a note for the cockpit alone: in no record, on no other screen",
      keys: [.control("o")]
    ) { model in
      form(model) { .noting(atCockpit: model.notes != nil, in: $0) }
    },
    Action(
      .decide, .capture, "decision", "writes a decision down: what, because, until when", keys: [.character("d")],
      footer: 62
    ) { model in
      form(model) {
        Form(.decide, title: "Decision", asking: ["WHAT", "because", "consequences", "until", "replaces"], in: $0)
      }
    },
    Action(
      .followUp, .capture, "follow-up", "something to do after the session: who, by when", keys: [.character("F")],
      footer: 64
    ) { model in
      form(model) {
        Form(
          .followUp, title: "Follow-up", asking: ["TEXT", "owner", "due", "with"], prefilled: ["due": "+7d"], in: $0)
      }
    },
  ]

  static let people: [Action] = [
    Action(
      .person, .people, "person", "chooses a person by the number beside the name: the next dot or word is theirs",
      keys: "1234567890".map(Key.character), place: .people
    ) { model, place in
      model.choosePerson(place)
      return []
    },
    Action(
      .heard, .people, "heard", "the person chosen, or the next one not heard, has spoken; who has not is shown",
      keys: [.character("H")], footer: 47
    ) { model in
      guard model.state?.step != .lobby else { return .nothing(because: "nothing is on the table yet") }
      return model.unheard.map { .command(MarkHeard(who: $0)) } ?? .nothing(because: "everyone here has been heard")
    },
    Action(
      .attendance, .people, "in/out", "the person marked has come in, or has left", keys: [.character("i")]
    ) { model in attendance(model) },
    Action(
      .enterAttendance, .people, "in/out", "the person marked has come in, or has left", keys: [.enter],
      place: .pane(.people), footer: 1
    ) { model in attendance(model) },
  ]

  /// The command that says that someone has come in, or has left.
  private static func passage(of who: StakeholderID, in state: State) -> any Verb {
    state.isPresent(who) ? Leave(who: who) : Arrive(who: who)
  }

  private static func attendance(_ model: TerminalModel) -> Giving {
    guard let state = model.state else { return .nothing(because: "the session is not here yet") }
    if case .person(let who) = model.selectedRow { return .command(passage(of: who, in: state)) }
    if let who = model.chosenPerson { return .command(passage(of: who, in: state)) }
    let people = state.plan.stakeholders.prefix(9).enumerated().map { index, person in
      Menu.Option(
        .character(Character("\(index + 1)")),
        "\(state.name(person.id)) \(state.isPresent(person.id) ? "leaves" : "arrives")",
        .gives(Statement(passage(of: person.id, in: state))))
    }
    return .menu(
      Menu(
        title: "Who comes or goes?", prompt: "Times of arrival and leaving are in the record.",
        options: people + [Menu.Option(.escape, "nobody", .closes)]))
  }
}

extension Form {
  /// A private note. On a screen that the room may see, its words are not shown while they are typed.
  fileprivate static func noting(atCockpit: Bool, in state: State) -> Form {
    let place =
      atCockpit
      ? "The cockpit alone shows it: in no record, on no other screen."
      : "This screen may be shared, so what is typed is not shown. The cockpit alone shows the note: join --role cockpit."
    var form = Form(
      .note, title: "Private note", prompt: place, asking: ["TEXT"], fixed: ["private": "true"], in: state)
    form.hidesWords = !atCockpit
    return form
  }
}
