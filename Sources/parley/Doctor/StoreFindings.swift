import Glibc
import ParleyJournal
import ParleyPlan
import ParleyWire

extension Finding {
  /// Checks the store's folder, and the promises of the disk there.
  ///
  /// - Parameter source: what names it, in a word.
  static func store(_ store: Store, said source: String) -> [Finding] {
    let folder = nearestFolder(to: store.directory)
    let isThere = folder == store.directory
    let place = Finding.good(
      "store", "\(store.directory)\(isThere ? "" : ", made with the first session"); \(source)")
    guard access(folder, W_OK) == 0 else {
      let remedy = "see to its permissions, or choose another with PARLEY_STORE"
      return [.bad("store", "\(folder) cannot be written", remedy, .inputOutput)]
    }
    return [place, space(folder), kind(folder)] + durability(folder)
  }

  /// Checks that nobody else can read the maps beside the sessions (M1).
  static func maps(_ store: Store) -> [Finding] {
    let maps = store.files().map(\.privatePath).filter { access($0, F_OK) == 0 }
    let exposed = maps.compactMap { path in
      Readership(of: path).map { Finding.poor("private", "\($0.words) can read \(path)", chmodCommand(for: path)) }
    }
    if !exposed.isEmpty || maps.isEmpty { return exposed }
    let words = maps.count == 1 ? "the map of 1 session" : "the maps of \(maps.count) sessions"
    return [.good("private", "you alone can read \(words)")]
  }

  private static func nearestFolder(to path: String) -> String {
    var path = path
    while path.count > 1, access(path, F_OK) != 0, let slash = path.lastIndex(of: "/") {
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    return path
  }

  private static func space(_ folder: String) -> Finding {
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0 else {
      return .bad("space", "the disk says nothing of itself", "choose another store", .inputOutput)
    }
    let mebibytes = (UInt64(disk.f_bavail) * UInt64(disk.f_frsize)) >> 20
    let words = mebibytes > 4096 ? "\(mebibytes >> 10) GiB free" : "\(mebibytes) MiB free"
    return mebibytes < 64 ? .poor("space", words, "a session takes about 1 MiB; make room") : .good("space", words)
  }

  private static func kind(_ folder: String) -> Finding {
    switch fileSystem(of: folder) {
    case nil: .good("file system", "unknown")
    case "tmpfs"?, "ramfs"?:
      .poor("file system", "in memory", "sessions are gone with the machine's next start; use a disk")
    case let name? where name.hasPrefix("nfs") || ["cifs", "smb3", "9p", "fuse.sshfs"].contains(name):
      .poor("file system", "\(name), on a network", "locks may not hold there; use a local disk")
    case let name?: .good("file system", name)
    }
  }

  /// The type of the mount with the longest path that leads to the folder. Swift's Glibc hides statfs.
  private static func fileSystem(of folder: String) -> String? {
    guard let bytes = try? fileBytes("/proc/self/mounts", atMost: 1 << 20), let real = realpath(folder, nil) else {
      return nil
    }
    defer { free(real) }
    let path = String(cString: real)
    let mounts = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
    let leading = mounts.filter { $0.count > 2 && ($0[1] == "/" || path == $0[1] || path.hasPrefix("\($0[1])/")) }
    return leading.max { $0[1].utf8.count < $1[1].utf8.count }.map { String($0[2]) }
  }

  private static func durability(_ folder: String) -> [Finding] {
    do throws(JournalFault) {
      let trial = try StoreExamination(in: folder)
      let sqlite = Finding.good("SQLite", trial.sqliteVersion)
      guard trial.synchronous == 2, trial.journalMode == "wal" else {
        let words = "synchronous is \(trial.synchronous), the journal \(trial.journalMode)"
        return [sqlite, .bad("durable", words, "choose another store", .inputOutput)]
      }
      let time = Int(trial.commitMilliseconds.rounded(.up))
      return [sqlite, .good("durable", "every command is on disk before it shows, in \(time) ms")]
    } catch {
      return [.bad("durable", error.what, error.remedy, .inputOutput)]
    }
  }

  /// Checks the place where terminals find the host of a live session.
  static func hosts() -> Finding {
    let place = SocketPlace.current
    do throws(SocketFault) {
      try place.prepare()
      return .good("hosts", place.directory)
    } catch {
      return .bad("hosts", "\(error)", "sessions cannot be reached until then", .inputOutput)
    }
  }
}

func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }
