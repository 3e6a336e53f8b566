#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Who may read a file besides its owner, by its permissions and those of the folders above it.
///
/// What an access control list adds is not looked at, nor what an account may do that is in several groups of the path.
public enum Readership: Hashable, Sendable {
  /// The other members of a group of this machine.
  case group(String)
  /// Every account of this machine.
  case everyone

  /// Nil where nobody else may read it, or there is no such file.
  public init?(of path: String) {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    var file = stat()
    guard stat(resolved, &file) == 0 else { return nil }
    let folders = Readership.folders(above: String(cString: resolved))
    if file.st_mode & S_IROTH != 0, folders.allSatisfy({ $0.st_mode & S_IXOTH != 0 }) {
      self = .everyone
      return
    }
    // Its members are others to a folder of another group.
    let letThrough = folders.allSatisfy { folder in
      folder.st_mode & (folder.st_gid == file.st_gid ? S_IXGRP : S_IXOTH) != 0
    }
    // A folder that is closed to others and open to its group lets that group read what everyone may.
    if file.st_mode & S_IROTH != 0, let members = Readership.onlyGroup(through: folders) {
      self = .group(members)
      return
    }
    guard file.st_mode & S_IRGRP != 0, letThrough, !Readership.isOwnGroup(file) else { return nil }
    self = .group(Readership.name(ofGroup: file.st_gid))
  }

  /// The one group that gets through folders which are closed to others; nil where none does, or it has nobody else in it.
  private static func onlyGroup(through folders: [stat]) -> String? {
    let closed = folders.filter { $0.st_mode & S_IXOTH == 0 }
    guard let first = closed.first, closed.allSatisfy({ $0.st_gid == first.st_gid && $0.st_mode & S_IXGRP != 0 }),
      !isOwnGroup(first)
    else { return nil }
    return name(ofGroup: first.st_gid)
  }

  private static func name(ofGroup number: gid_t) -> String {
    getgrgid(number).map { String(cString: $0.pointee.gr_name) } ?? "\(number)"
  }

  private static func folders(above path: String) -> [stat] {
    var folders: [stat] = []
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      var folder = stat()
      if stat(rest.isEmpty ? "/" : String(rest), &folder) == 0 { folders.append(folder) }
    }
    return folders
  }

  /// Whether the file's group is the one that many systems give each account for itself: of its name, with nobody else in
  /// it.
  private static func isOwnGroup(_ file: stat) -> Bool {
    guard let owner = getpwuid(file.st_uid) else { return false }
    let name = String(cString: owner.pointee.pw_name)
    guard owner.pointee.pw_gid == file.st_gid, let group = getgrgid(file.st_gid),
      String(cString: group.pointee.gr_name) == name
    else { return false }
    var member = group.pointee.gr_mem
    while let found = member?.pointee {
      if String(cString: found) != name { return false }
      member = member?.advanced(by: 1)
    }
    return true
  }

  /// `everyone on this machine`.
  public var words: String {
    switch self {
    case .group(let name): "the group \(name)"
    case .everyone: "everyone on this machine"
    }
  }
}

/// How to keep a file to oneself, as one types it.
public func chmodCommand(for path: String) -> String { "chmod 600 \(shellWord(path))" }

/// A word as one types it in a shell: in quotes where it needs them (POSIX, 2.2.2).
public func shellWord(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { byte in
    byte > 0x7F || Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
      || "/._-+@%:,=".utf8.contains(byte)
  }
  return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
}
