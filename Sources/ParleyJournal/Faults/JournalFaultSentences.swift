import ParleyCore

// The one place where faults of the store become words.
extension JournalFault: CustomStringConvertible {
  /// `WHERE: WHAT — WHAT TO DO`, for one line on standard error.
  public var description: String { "\(place): \(what) — \(remedy)" }

  /// The file, folder or name that the fault is about.
  public var place: String {
    switch self {
    case .notFound(let name), .ambiguous(let name, _): name
    case .noOpenSession(let store): store
    case .notASession(let path), .newerVersion(let path, _), .damaged(let path, _, _), .busy(let path, _),
      .cutOff(let path, _), .exists(let path), .cannotCreate(let path, _), .notReadable(let path, _),
      .notWritable(let path),
      .diskFull(let path), .io(let path, _), .outOfOrder(let path, _, _), .takenAway(let path):
      path
    }
  }

  /// The problem there.
  public var what: String {
    switch self {
    case .notFound: "no such session"
    case .ambiguous(_, let candidates): "is the beginning of \(candidates.joined(separator: ", "))"
    case .noOpenSession: "no session is open"
    case .notASession: "is not a session"
    case .newerVersion(_, let version): "was written by a newer Parley (format \(version))"
    case .damaged(_, let entry?, let what): "is damaged at entry \(entry): \(what)"
    case .damaged(_, nil, let what): "is damaged: \(what)"
    case .cutOff(_, let loss): loss.sentence
    case .takenAway: "was taken away from under the session"
    case .busy(_, let pid?): "is held by process \(pid)"
    case .busy(_, nil): "is held by another process"
    case .exists: "exists already"
    case .cannotCreate(_, let why): "cannot be created: \(why)"
    case .notReadable(_, let why): "cannot be read: \(why)"
    case .notWritable: "cannot be written"
    case .diskFull: "the disk is full"
    case .io(_, let why): "reading or writing failed: \(why)"
    case .outOfOrder(_, let expected, let given): "entry \(given) was given where \(expected) comes next"
    }
  }

  /// The remedy for it.
  public var remedy: String {
    switch self {
    case .notFound: "parley sessions lists what there is"
    case .ambiguous: "give more of the name"
    case .noOpenSession: "parley run FILE begins one"
    case .notASession: "give a file that ends in .parley, or a session's id"
    case .newerVersion: "use that version, or a later one"
    case .damaged: "parley verify says how far it is whole"
    case .cutOff(_, .copied): "copy it again once the session is closed, or go on from here with --as-it-is"
    case .cutOff: "look for a whole copy, or go on without them with --as-it-is"
    case .takenAway: "give the host a place where it can write: it keeps everything until then"
    case .busy: "parley join enters it"
    case .exists: "choose another id"
    case .cannotCreate, .notReadable: "see to its permissions, or choose another store"
    case .notWritable: "copy it to a place of your own, or see to its permissions"
    case .diskFull: "make room, then give the command again"
    case .io: "look at the disk, then give the command again"
    case .outOfOrder: "open the session anew"
    }
  }
}

extension Loss {
  fileprivate var sentence: String {
    switch self {
    case .entries(let from, let to, let after, let until):
      "has lost its end: " + (from == to ? "entry \(to) is missing" : "entries \(from) to \(to) are missing")
        + (after.map { ", given after \(Loss.moment($0))" } ?? "")
        + (until.map { ", the last at \(Loss.moment($0))" } ?? "")
    case .replaced(let entry): "is not what was kept: another entry \(entry) stands in its place"
    case .copied(let entries, let until):
      "is a copy of a live session: it ends with entry \(entries - 1)"
        + (until.map { ", given at \(Loss.moment($0))" } ?? "") + ", and what came after it is missing"
    }
  }

  private static func moment(_ instant: Instant) -> String { "\(instant.date) \(instant.clock)" }
}
