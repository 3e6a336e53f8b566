import Glibc

// Foundation would do what stands here, and comes with a library that is half of the program.

/// The path from the root; a relative one counts from the current directory.
func absolutePath(_ path: String) -> String {
  guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
  defer { free(current) }
  return String(cString: current) + "/" + path
}

/// The user's home: what `HOME` says, else what the system knows.
func homeDirectory() -> String {
  if let home = getenv("HOME"), home.pointee != 0 { return String(cString: home) }
  return getpwuid(getuid())?.pointee.pw_dir.map { String(cString: $0) } ?? "/"
}

/// What a file holds; nil when it cannot be read.
func contents(atPath path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count == 0 { return bytes }
    if count > 0 { bytes += chunk[..<count] } else if errno != EINTR { return nil }
  }
}

func text(atPath path: String) -> String? {
  contents(atPath: path).flatMap { String(validating: $0, as: UTF8.self) }
}

/// The names in a folder, in no order; nil when it cannot be read.
func names(in directory: String) -> [String]? {
  guard let folder = opendir(directory) else { return nil }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// Makes a folder, and those above it, for its owner alone. False, with the reason in `errno`, when that fails.
func makeDirectories(_ path: String) -> Bool {
  if mkdir(path, 0o700) == 0 { return true }
  if errno == EEXIST { return FileKind(path) == .directory }
  guard errno == ENOENT, parentDirectory(of: path) != path, makeDirectories(parentDirectory(of: path)) else {
    return false
  }
  return mkdir(path, 0o700) == 0 || errno == EEXIST
}

/// Copies a file to a name that nothing has, for its owner alone. False, with the reason in `errno`, when that fails;
/// then there is no copy.
func copyFile(_ path: String, to copy: String) -> Bool {
  guard let bytes = contents(atPath: path) else { return false }
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

/// The folder that holds the file at an absolute path.
func parentDirectory(of path: String) -> String {
  let parts = path.split(separator: "/")
  return "/" + parts.dropLast().joined(separator: "/")
}

/// The kind of thing at a path.
enum FileKind {
  case none, file, directory, other

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .none
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    default: self = .other
    }
  }
}

/// Makes the names in a folder last through a loss of power.
func syncDirectory(_ path: String) {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
