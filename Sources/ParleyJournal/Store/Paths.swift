import Glibc

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
