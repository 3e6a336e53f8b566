import ParleyCore
import ParleyJournal

/// Something of a closed session, by a name such as `q3-alignment-2027-06-28/F1`.
struct NamedPart {
  let session: StoreRecords.SessionRecord
  /// As it was typed, after the last slash.
  let part: String

  /// - Parameters:
  ///   - command: the one that was given, for the fault of a name without a slash.
  ///   - kind: what stands after the slash.
  init(
    _ name: String, of kind: String, command: String, place: StoreOption, in records: StoreRecords
  ) throws(Failure) {
    guard let slash = name.lastIndex(of: "/"), slash > name.startIndex, name.index(after: slash) < name.endIndex else {
      throw .usage(command: command, problem: "`\(name)` names no session — write SESSION/\(kind)")
    }
    let file = try place.find(String(name[..<slash]))
    guard let kept = records.sessions.first(where: { $0.file == file }), kept.record.ended != nil else {
      throw .unknown(
        file.id, what: "this is no closed session", remedy: "close it first; `parley sessions` lists them all")
    }
    session = kept
    part = String(name[name.index(after: slash)...])
  }

  /// The one of these that is meant, in any case. Throws with all of them where none is.
  func meant(among known: [String], what: String) throws(Failure) -> String {
    if let one = known.first(where: { $0 == part }) { return one }
    if let one = known.first(where: { $0.lowercased() == part.lowercased() }) { return one }
    let remedy =
      nearName(to: part, among: known).map { "did you mean \($0)?" }
      ?? (known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))")
    throw .unknown("\(session.record.id)/\(part)", what: "the session has no \(what) of this name", remedy: remedy)
  }
}
