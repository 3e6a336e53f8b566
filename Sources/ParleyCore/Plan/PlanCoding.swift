// The plan as the opening of a session keeps it: all that is public, nothing of the map. The names are frozen.
extension Plan: CodedObject {
  package static let codec = Codec(
    { (title: String, kind: SessionKind, starts: String?, minutes: Int, remote: Bool, facilitator: String?) in
      Plan(
        title: title, kind: kind, starts: starts.flatMap { Instant($0) }, minutes: minutes, remote: remote,
        facilitator: facilitator, timeframes: [], stakeholders: [], goals: [])
    },
    Member("title", \.title), Member("kind", \.kind), Member("starts", \.starts?.description),
    Member("minutes", \.minutes), Member("remote", \.remote), Member("facilitator", \.facilitator)
  ).with([
    CodedField("noteTaker", \.noteTaker), CodedField("context", \.context), CodedField("boundary", \.boundary),
    CodedField("timeframes", \.timeframes), CodedField("stakeholders", \.stakeholders), CodedField("goals", \.goals),
    CodedField("parkingLot", \.parkingLot), CodedField("timeboxes", \.timeboxes), CodedField("vote", \.ownVoteRules),
    CodedField("phrases", \.phrases), CodedField("previous", \.previous), CodedField("askOrder", \.askOrder),
    CodedField("before", \.before), CodedField("homework", \.ownHomework), CodedField("rehearsal", \.rehearsal),
    CodedField("shows", \.shows), CodedField("northStar", \.northStar), CodedField("redLines", \.redLines),
    CodedField("links", \.links), CodedField("inform", \.inform), CodedField("mailboxes", \.ownMailboxes),
    CodedField("zone", \.zone), CodedField("language", \.language), CodedField("checkIns", \.ownCheckIns),
  ])

  // What a plan leaves as it usually is, is not written.
  private var ownVoteRules: VoteRules? {
    get { vote == VoteRules() ? nil : vote }
    set { vote = newValue ?? VoteRules() }
  }

  private var ownMailboxes: Mailboxes? {
    get { mailboxes == Mailboxes() ? nil : mailboxes }
    set { mailboxes = newValue ?? Mailboxes() }
  }

  private var ownCheckIns: CheckInRhythm? {
    get { checkIns == .once ? nil : checkIns }
    set { checkIns = newValue ?? .once }
  }

  private var ownHomework: Homework? {
    get { homework == Homework() ? nil : homework }
    set { homework = newValue ?? Homework() }
  }
}

extension SessionKind: Coded {}
extension Authority: Coded {}
extension MapFact: Coded {}
extension CheckInRhythm: Coded {}
extension ItemKind: Coded {}
extension BoundaryMark: Coded {}
extension Evidence: Coded {}
extension LastPeriod.Result: Coded {}
extension RehearsalMark.Mood: Coded {}
extension Lesson: Coded {}

extension Context: CodedObject {
  package static let codec = Codec(
    Self.init, Member("context", \.context), Member("conflict", \.conflict), Member("resolution", \.resolution),
    Member("evidence", \.evidence))
}

extension Boundary: CodedObject {
  package static let codec = Codec(
    Self.init, Member("decided", \.decided), Member("open", \.open), Member("outOfScope", \.outOfScope))
}

extension Timeframe: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("name", \.name), Member("from", \.from), Member("to", \.to),
    Member("capacity", \.capacity))
}

extension Stakeholder: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("name", \.name), Member("role", \.role), Member("metric", \.metric),
    Member("authority", \.authority), Member("absent", \.absent), Member("email", \.email),
    Member("zone", \.zone))
}

extension Recipient: CodedObject {
  package static let codec = Codec(Self.init, Member("id", \.id), Member("name", \.name), Member("email", \.email))
}

extension Mailboxes: CodedObject {
  package static let codec = Codec(
    Self.init, Member("facilitator", \.facilitator), Member("noteTaker", \.noteTaker),
    Member("sendFrom", \.sendFrom))
}

extension ParkedIdea: CodedObject {
  package static let codec = Codec(
    Self.init, Member("text", \.text), Member("by", \.by), Member("kind", \.kind), Member("goal", \.goal),
    Member("owner", \.owner), Member("due", \.due), Member("ref", \.ref), Member("url", \.url))
}

extension Timeboxes: CodedObject {
  package static let codec = Codec(
    Self.init, Member("review", \.review), Member("boundary", \.boundary), Member("context", \.context),
    Member("vote", \.vote), Member("goal", \.goal), Member("priorities", \.priorities), Member("conflict", \.conflict),
    Member("features", \.features), Member("readBack", \.readBack)
  ).with([CodedField("parts", \.parts)])
}

extension Step.Part: Coded, CodedKey {
  package var keyText: String { rawValue }
  package static func key(_ text: String) -> Self? { Self(rawValue: text) }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension VoteRules: CodedObject {
  package static let codec = Codec(
    Self.init, Member("dots", \.dots), Member("max", \.max), Member("step", \.step), Member("fewest", \.fewest))
}

extension RehearsalMark: CodedObject {
  package static let codec = Codec(
    { RehearsalMark(seed: Int($0), mood: $1, from: $2, isSolo: $3, practice: $4, lesson: $5, edition: $6) },
    Member("seed", { Int64($0.seed) }), Member("mood", \.mood), Member("from", \.from), Member("solo", \.isSolo),
    Member("practice", \.practice), Member("lesson", \.lesson), Member("edition", \.edition))
}

extension Homework: CodedObject {
  package static let codec = Codec(Self.init).with([
    CodedField("question", \.question), CodedField("assumptions", \.assumptions),
    CodedField("alternatives", \.alternatives), CodedField("killCriteria", \.killCriteria), CodedField("with", \.with),
  ])
}

extension Homework.GivenAssumption: CodedObject {
  package static let codec = Codec(Self.init, Member("text", \.text), Member("evidence", \.evidence))
}

extension Homework.GivenKillCriterion: CodedObject {
  package static let codec = Codec(
    Self.init, Member("metric", \.metric), Member("threshold", \.threshold), Member("by", \.by),
    Member("action", \.action), Member("owner", \.owner))
}

extension LastSession: CodedObject {
  package static let codec = Codec(
    Self.init(id:title:goals:tradeOffs:parkingLot:decisions:), Member("id", \.id), Member("title", \.title),
    Member("goals", \.goals), Member("tradeOffs", \.tradeOffs), Member("parkingLot", \.parkingLot),
    Member("decisions", \.decisions)
  ).with([
    CodedField("disagreements", \.disagreements), CodedField("outcomes", \.outcomes), CodedField("links", \.links),
    CodedField("readings", \.readings),
  ])
}

extension LastSession.OpenDisagreement: CodedObject {
  package static let codec = Codec(
    Self.init, Member("topic", \.topic), Member("decider", \.decider), Member("by", \.by),
    Member("criteria", \.criteria))
}

extension LastSession.PastOutcome: CodedObject {
  package static let codec = Codec(
    Self.init, Member("what", \.what), Member("text", \.text), Member("result", \.result))
}

extension LaterOutcome.Result: Coded {}

extension Reading: CodedObject {
  package static let codec = Codec(Self.init, Member("at", \.at), Member("value", \.value), Member("note", \.note))
}
