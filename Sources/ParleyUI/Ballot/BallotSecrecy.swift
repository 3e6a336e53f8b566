import ParleyCore
import ParleyScreens

/// What must be said of a ballot, and what must not be shown of it (M19).
enum BallotSecrecy {
  /// Whether a line holds a ballot, whole or begun, whoever speaks and however it is quoted.
  static func covers(_ line: String) -> Bool {
    let words = line.split(separator: " ").map { $0.filter { $0 != "\"" && $0 != "'" && $0 != "\\" } }
    let verb = words.first?.hasPrefix("@") ?? false ? words.dropFirst().first : words.first
    return verb?.lowercased() == VerbName.ballot.rawValue
  }

  /// Whether a line begins as another command, so that what follows is no ballot, however unfinished it is.
  static func isOther(_ line: String) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    let command = words.first?.hasPrefix("@") ?? false ? words.dropFirst() : words[...]
    return !covers(line) && (1...2).contains { VerbName(rawValue: command.prefix($0).joined(separator: " ")) != nil }
  }

  /// The line with a sign for each character that follows its verb.
  static func masked(_ line: String) -> String {
    guard covers(line) else { return line }
    var words = line.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    let named = words.indices.filter { !words[$0].isEmpty }
    let verb = line.trimmed.hasPrefix("@") ? named.dropFirst().first : named.first
    for index in words.indices.drop(while: { $0 <= verb ?? 0 }) {
      words[index] = String(repeating: "*", count: words[index].count)
    }
    return words.joined(separator: " ")
  }

  /// What stands in the place of a refusal, which may name goals and dots.
  static func refusal(_ code: Refusal.Code) -> String {
    switch code {
    case .voteClosed: "the ballot was not taken: no vote is open"
    case .alreadyCast: "the ballot was not taken: this person has voted, and a ballot is final"
    case .tooManyDots: "the ballot was not taken: it gives more dots than there are"
    case .notPermitted, .notYours: "the ballot was not taken: only who is here may vote, and for nobody else"
    default: "the ballot was not taken, and nothing of it is kept; v opens an empty one"
    }
  }

  /// What is protected and what is not, in a word each and then more, for whoever is about to vote.
  static func promises(voters: Int, outlivesHost: Bool) -> [(word: String, text: String)] {
    [
      (
        "Secret",
        "what you vote: only sums are kept, and nobody sees them before the reveal, not even the facilitator."
      ),
      ("Seen", "that you have voted."),
      voters < 5
        ? ("Few voters", "\(only(voters)): whoever knows the others can work out your vote from the sums.") : nil,
      ("All alike", "if all vote alike, the result says what each of you voted."),
      (
        "Not safe",
        "from eyes over your shoulder, from a shared or recorded screen, and from whoever runs this computer or has its "
          + "account: they could read the program's memory."
      ),
      (
        "A crash",
        outlivesHost
          ? "loses no ballot: the sums lie in two halves, on disk and in memory; one alone says nothing."
          : "of the program ends the vote; nothing of it is in any file."
      ),
    ].compactMap { $0 }
  }

  private static func only(_ voters: Int) -> String { voters == 1 ? "only 1 votes" : "only \(voters) vote" }

  /// What to know before so many ballots are revealed.
  static func warning(ofRevealing ballots: Int, _ isEveryone: Bool) -> String {
    let once = "All votes appear at once and cannot be hidden again; the order of goals follows from them."
    if ballots == 1 { return "The one ballot would be seen as it is. \(once)" }
    if ballots < 5, !isEveryone { return "With \(ballots) ballots the sums nearly say who voted for what. \(once)" }
    return once
  }
}
