import TestFixtures

/// A disk that goes through recorded changes, and can lose its power between any two of them.
///
/// Theory: what was synced is there. Of what was written since, any part may be there, in pieces of a sector, whatever
/// came first. The names in a folder change in order (file systems with a journal of their own see to that), but how many
/// of the changes since the folder was last synced are there is open. Nothing more is promised by POSIX, and some file
/// systems keep a good deal more. Left out: a disk that says that it has synced and has not; that is `obeys`.
struct RecordedDisk {
  private final class File {
    var durable: [UInt8] = []
    var pending: [Pending] = []

    func sync() {
      for change in pending { change.carryOut(on: &durable) }
      pending = []
    }
  }

  private enum Pending {
    case written(at: Int, bytes: [UInt8])
    case truncated(to: Int)

    func carryOut(on bytes: inout [UInt8]) {
      switch self {
      case .truncated(let count):
        if count < bytes.count { bytes.removeLast(bytes.count - count) }
        bytes += [UInt8](repeating: 0, count: count - bytes.count)
      case .written(let place, let new):
        if place + new.count > bytes.count { bytes += [UInt8](repeating: 0, count: place + new.count - bytes.count) }
        bytes.replaceSubrange(place..<place + new.count, with: new)
      }
    }
  }

  private enum Naming {
    case put(String, File)
    case moved(String, to: String)
    case removed(String)

    func carryOut(on names: inout [String: File]) {
      switch self {
      case .put(let name, let file): names[name] = file
      case .moved(let from, let to): names[to] = names.removeValue(forKey: from)
      case .removed(let name): names[name] = nil
      }
    }
  }

  private static let sector = 512
  /// Whether it does sync when it is asked to.
  private let obeys: Bool
  private var files: [UInt64: File] = [:]
  private var names: [String: File] = [:]
  private var naming: [Naming] = []

  init(obeys: Bool = true) { self.obeys = obeys }

  mutating func go(through change: DiskChange) {
    switch change {
    case .created(let number, let name):
      let file = File()
      files[number] = file
      naming.append(.put(name, file))
    case .written(let number, let place, let bytes): files[number]?.pending.append(.written(at: place, bytes: bytes))
    case .truncated(let number, let count): files[number]?.pending.append(.truncated(to: count))
    case .synced(let number): if obeys { files[number]?.sync() }
    case .folderSynced: syncNames(naming.count)
    case .renamed(let from, let to): naming.append(.moved(from, to: to))
    case .removed(let name): naming.append(.removed(name))
    case .said, .failed: break
    }
  }

  private mutating func syncNames(_ count: Int) {
    for change in naming.prefix(count) { change.carryOut(on: &names) }
    naming.removeFirst(count)
  }

  /// The files that may be there when the power comes back.
  func afterCut(_ chance: inout Chance) -> [String: [UInt8]] {
    var names = names
    for change in naming.prefix(chance.next(naming.count + 1)) { change.carryOut(on: &names) }
    return names.filter { !$0.key.hasSuffix("-shm") }.mapValues { file in
      var bytes = file.durable
      let luck = chance.next(4)
      for change in file.pending {
        switch (luck, change) {
        case (0, _): break
        case (1, _): change.carryOut(on: &bytes)
        case (2, _), (_, .truncated): if chance.next(2) == 0 { change.carryOut(on: &bytes) }
        case (_, .written(let place, let new)):
          for piece in RecordedDisk.sectors(of: new, at: place) where chance.next(2) == 0 {
            piece.carryOut(on: &bytes)
          }
        }
      }
      return bytes
    }
  }

  private static func sectors(of bytes: [UInt8], at place: Int) -> [Pending] {
    var pieces: [Pending] = []
    var start = place
    while start < place + bytes.count {
      let end = min((start / sector + 1) * sector, place + bytes.count)
      pieces.append(.written(at: start, bytes: Array(bytes[start - place..<end - place])))
      start = end
    }
    return pieces
  }
}
