import ParleyCore

/// The method's advice on a plan that can run as it is. The sentences are in ``sentence``.
enum Advice: Hashable {
  /// M1: others may read a file in which something of the map stands. The name of the private file, where this is none.
  case isReadable(String, by: Readership, aside: String?)
  /// M2: someone with authority was never met.
  case notMet(String, Authority)
  /// M2: or not in time.
  case metTooLate(String, Authority, met: CalendarDate, starts: Instant)
  /// M3: no goal speaks of someone's metric.
  case metricInNoGoal(String, metric: String)
  /// M5.
  case manyPeople(Int)
  /// M5: enough people for a silent vote.
  case noVote(people: Int)
  /// M6: the steps take longer than the session.
  case timeboxesTooLong(TimeboxSum, minutes: Int)
  /// M6: the session is shorter or longer than its kind should be.
  case unusualLength(minutes: Int, SessionKind)
  /// M6.
  case manyGoals(Int)
  /// M7.
  case oneForBoth(String)
  /// M8.
  case requestNowhere(String, by: String)
  /// M17.
  case overCapacity(String, goals: Int, capacity: Int)
  /// M17: the shares of a timeframe's goals are more than all of its effort.
  case overShared(String, percent: Int)
  /// M36: a check-in without its one open question.
  case noQuestion
  /// M9: a 1:1 with nobody in particular.
  case noPartner(people: Int)
  /// M44.
  case noneAccountable(goal: String)
  /// M30: two people of one name, and what tells them apart.
  case namesakes(String, [String])
  /// M30: a day that is over when the session begins.
  case isOver(String, CalendarDate, starts: Instant)
  /// A number that many read as thousands.
  case doubtful(String, Double)

  /// Nil where no rule of the method is behind it.
  var rule: String? {
    switch self {
    case .isReadable: "M1"
    case .notMet, .metTooLate: "M2"
    case .metricInNoGoal: "M3"
    case .manyPeople, .noVote: "M5"
    case .timeboxesTooLong, .unusualLength, .manyGoals: "M6"
    case .oneForBoth: "M7"
    case .requestNowhere: "M8"
    case .overCapacity, .overShared: "M17"
    case .noQuestion: "M36"
    case .noPartner: "M9"
    case .noneAccountable: "M44"
    case .namesakes, .isOver: "M30"
    case .doubtful: nil
    }
  }
}

extension Advice {
  /// The problem — the remedy.
  var sentence: String {
    switch self {
    case .isReadable(let file, let readers, let aside):
      "what only the facilitator may read stands here, and \(readers.words) can read it — \(chmodCommand(for: file))"
        + (aside.map { ", or move it to \($0)" } ?? "")
    case .notMet(let name, let authority):
      "\(bare(name)) \(power(authority)) and has had no 1:1 — meet before the session and write the day as `met`"
    case .metTooLate(let name, let authority, let met, let starts):
      "\(bare(name)) \(power(authority)), and the 1:1 (\(met)) is not before the session (\(starts.date)) — meet earlier"
    case .metricInNoGoal(let name, let metric):
      "no goal speaks of \(quoted(metric)), which \(bare(name)) counts by — say in a goal what it does for that metric"
    case .manyPeople(let count):
      "\(inWords(count)) stakeholders; six to eight decide well — ask some for their input before, and invite the rest"
    case .noVote(let people):
      "with \(inWords(people)) stakeholders a silent vote keeps the loud from leading — write `vote: {step: true}`"
    case .timeboxesTooLong(let sum, let minutes):
      "the timeboxes add up to \(sum.total - minutes) min more than the \(minutes) there are: \(sum.arithmetic)"
        + " — shorten some, or raise `minutes`"
    case .unusualLength(let minutes, let kind): length(minutes, kind)
    case .manyGoals(let count):
      "\(inWords(count)) goals are more than one session settles — hold two: first `goals-only`, then `features-only`"
    case .oneForBoth(let name):
      "\(bare(name)) would facilitate and take notes — let someone else take the notes"
    case .requestNowhere(let request, let person):
      "\(quoted(request)), asked for by \(bare(person)), is no feature and is not parked — put it in the `parking-lot`"
    case .overCapacity(let name, let goals, let capacity):
      "\(bare(name)) begins with \(inWords(goals)) goals and holds \(inWords(capacity)) — move a goal to a later timeframe"
    case .overShared(let name, let percent):
      "the shares of the goals in \(bare(name)) add up to \(percent) % — give less to some, or move a goal to a later"
        + " timeframe"
    case .noQuestion:
      "a check-in is about one open question, and none is named — write it as `question`"
    case .noPartner(let people):
      "a 1:1 is with one person, and there are \(inWords(people)) — say with whom: `with`"
    case .noneAccountable(let goal):
      "nobody is accountable for \(bare(goal)) — name exactly one person as `accountable`"
    case .namesakes(let name, let apart):
      "\(inWords(apart.count)) people are called \(quoted(name)): the record tells them apart as"
        + " \(apart.map(bare).joined(separator: " and ")) — write what people call them"
    case .isOver(let key, let date, let starts):
      "`\(key)` is \(date), before the session (\(starts.date)) — write a later day, or leave it out"
    case .doubtful(let text, let number):
      "\(text) is read as \(number.numeral) — write \(number.numeral), or \(digits(text)) if thousands are meant"
    }
  }

  private func power(_ authority: Authority) -> String { authority == .veto ? "has a veto" : "decides" }

  private func length(_ minutes: Int, _ kind: SessionKind) -> String {
    let usual = kind.usualMinutes
    let range = usual.count == 1 ? "\(usual.lowerBound)" : "\(usual.lowerBound) to \(usual.upperBound)"
    let short = minutes < usual.lowerBound
    let by = short ? usual.lowerBound - minutes : minutes - usual.upperBound
    let article = kind == .alignment ? "an" : "a"
    return "\(minutes) min is \(by) min \(short ? "shorter" : "longer") than \(article) \(kind.rawValue) session takes"
      + " (\(range)) — \(short ? "take more time, or fewer goals" : "make it two sessions")"
  }

  private func digits(_ text: String) -> String { text.filter { $0 != "." } }

  private func bare(_ name: String) -> String { String(quoted(name).dropFirst().dropLast()) }
}

private func inWords(_ number: Int) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  return words.indices.contains(number) ? words[number] : "\(number)"
}
