import ParleyCore

/// What must be said of a ballot, and what must not be shown of it (M19).
enum BallotSecrecy {
  /// Whether a line holds a ballot, whole or begun, whoever speaks and however it is quoted.
  static func covers(_ line: String) -> Bool {
    let words = line.split(separator: " ").map { $0.filter { $0 != "\"" && $0 != "'" && $0 != "\\" } }
    let verb = words.first?.hasPrefix("@") ?? false ? words.dropFirst().first : words.first
    return verb?.lowercased() == "ballot"
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
  static func refusal(_ code: String) -> String {
    switch code {
    case "vote-closed": "the ballot was not taken: no vote is open (M19)"
    case "already-cast": "the ballot was not taken: this person has voted, and a ballot is final (M19)"
    case "too-many-dots": "the ballot was not taken: it gives more dots than there are (M19)"
    case "not-permitted", "not-yours": "the ballot was not taken: only who is here may vote, and for nobody else (M19)"
    default: "the ballot was not taken, and nothing of it is kept; v opens an empty one (M19)"
    }
  }

  /// What is protected and what is not, for whoever is about to vote.
  static func promises(voters: Int, outlivesHost: Bool) -> [String] {
    [
      "Seen by all: that you voted. Kept nowhere: what you voted. Only sums are kept, and nobody sees them before "
        + "the reveal, the facilitator included.",
      voters < 5 ? "Only \(voters) vote: whoever knows the others can guess from the sums what you chose." : nil,
      "If all vote alike, the result says what each of you voted.",
      "Not protected: eyes over your shoulder, and whoever owns this computer's account or runs the machine, who "
        + "could read the program's memory.",
      outlivesHost
        ? "A crash loses no ballot: the sums are split in two files, on disk and in memory, neither readable alone."
        : "A crash of the program cancels the vote: nothing of it is in any file.",
    ].compactMap { $0 }
  }
}
