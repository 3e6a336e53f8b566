import Glibc

// By hand: Foundation has all of it, and brings a library that is half of the program.
/// Files and folders of the system, by their paths. Where something fails, `errno` has the reason.
public enum SystemFile {
  /// What a file holds; nil when it cannot be read.
  public static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += chunk[..<count] } else if errno != EINTR { return nil }
    }
  }

  /// What a file of UTF-8 holds; nil for any other.
  public static func text(_ path: String) -> String? {
    bytes(path).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Where a symbolic link leads, as it is written there; nil where there is none.
  public static func linkTarget(_ path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    return count > 0 ? String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  /// What is in a folder, in no order, without the folder itself and the one above; nil when it cannot be read.
  public static func names(in folder: String) -> [String]? {
    guard let open = opendir(folder) else { return nil }
    defer { closedir(open) }
    var names: [String] = []
    while let item = readdir(open) {
      let name = withUnsafeBytes(of: item.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder, and those above it, for its owner alone. False when that fails.
  static func makeFolders(_ path: String) -> Bool {
    if mkdir(path, 0o700) == 0 { return true }
    if errno == EEXIST { return FileKind(path) == .directory }
    guard errno == ENOENT, parentDirectory(of: path) != path, makeFolders(parentDirectory(of: path)) else {
      return false
    }
    return mkdir(path, 0o700) == 0 || errno == EEXIST
  }

  /// Copies a file to a name that nothing has, for its owner alone. False when that fails; then there is no copy.
  static func copy(_ path: String, to copy: String) -> Bool {
    guard let bytes = bytes(path) else { return false }
    let descriptor = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { break }
    }
    let why = errno
    close(descriptor)
    if !rest.isEmpty { unlink(copy) }
    errno = why
    return rest.isEmpty
  }
}
