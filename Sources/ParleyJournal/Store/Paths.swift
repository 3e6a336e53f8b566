import Foundation

/// The path from the root; a relative one counts from the current directory.
func absolutePath(_ path: String) -> String {
  path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
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
