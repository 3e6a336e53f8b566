import Glibc

/// A link in a socket's place, which leads those who know only that path to another socket beside it. Whoever wants to
/// listen at the path takes the link away.
enum SocketForward {
  /// Puts a link at a path. Nothing when the two are not in one directory, or something stands there.
  static func put(at path: String, to other: String) {
    guard let place = parts(path), let target = parts(other), place.directory == target.directory
    else { return }
    symlink(target.name, path)
  }

  /// The socket to which a path leads: the path itself, unless a link stands there that ``put(at:to:)`` made.
  static func end(of path: String) -> String {
    var path = path
    for _ in 0..<8 {
      guard let name = target(of: path), let place = parts(path) else { return path }
      path = place.directory + "/" + name
    }
    return path
  }

  /// Takes such a link away; false when there is none.
  static func remove(_ path: String) -> Bool { target(of: path) != nil && unlink(path) == 0 }

  // A link that leads out of the directory is somebody else's work.
  private static func target(of path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: SocketPlace.pathLimit + 1)
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0, count <= SocketPlace.pathLimit else { return nil }
    let name = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return name.contains("/") || !name.hasSuffix(".sock") ? nil : name
  }

  private static func parts(_ path: String) -> (directory: String, name: String)? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
