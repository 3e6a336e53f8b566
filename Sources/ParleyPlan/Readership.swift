import Glibc

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
    guard file.st_mode & S_IRGRP != 0, letThrough, !Readership.isOwnGroup(file) else { return nil }
    self = .group(getgrgid(file.st_gid).map { String(cString: $0.pointee.gr_name) } ?? "\(file.st_gid)")
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
public func chmodCommand(for path: String) -> String {
  let isPlain = path.utf8.allSatisfy { byte in
    byte > 0x7F || Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
      || "/._-+@%:,".utf8.contains(byte)
  }
  if isPlain { return "chmod 600 \(path)" }
  let parts = path.split(separator: "'", omittingEmptySubsequences: false)
  return "chmod 600 '\(parts.joined(separator: "'\\''"))'"
}
