import Glibc

/// Writes a file whole or not at all. An existing file stays unless `replacing` is set; the fault then names `remedy`.
/// Only a file is ever replaced: a link stays, and the file that it leads to is replaced; a pipe, a device or a folder
/// is refused. The umask narrows `mode`, and so does a file that is replaced: nobody may read the new one who could not
/// read the old one.
func writeFile(
  _ text: String, to path: String, replacing: Bool, remedy: String, mode: mode_t = 0o666
) throws(Failure) {
  let path = replacing ? try replaceable(path) : path
  if !replacing, access(path, F_OK) == 0 { throw .exists(path, remedy: remedy) }
  let draft = "\(path).\(getpid()).new"
  var old = stat()
  let narrowed = replacing && stat(path, &old) == 0 ? mode & old.st_mode : mode
  let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, narrowed)
  guard descriptor >= 0 else { throw .cannotCreate(path, reason: Output.reason(errno)) }
  var problem = Output.put(text, to: descriptor)
  if problem == 0, fsync(descriptor) != 0 { problem = errno }
  if close(descriptor) != 0, problem == 0 { problem = errno }
  defer { unlink(draft) }
  guard problem == 0 else { throw .cannotWrite(path, reason: Output.reason(problem)) }
  try settle(draft, at: path, replacing: replacing, remedy)
}

/// The path at which a file can be put: where a link leads, else the path itself.
private func replaceable(_ path: String) throws(Failure) -> String {
  var found = stat()
  guard lstat(path, &found) == 0 else { return path }
  guard found.st_mode & S_IFMT == S_IFLNK else {
    try requireFile(found, path)
    return path
  }
  guard stat(path, &found) == 0, let resolved = realpath(path, nil) else {
    throw .cannotCreate(path, reason: "the link leads nowhere: \(Output.reason(errno))")
  }
  defer { free(resolved) }
  try requireFile(found, path)
  return String(cString: resolved)
}

private func requireFile(_ found: stat, _ path: String) throws(Failure) {
  let kind =
    switch found.st_mode & S_IFMT {
    case S_IFREG: nil as String?
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "no file"
    }
  if let kind { throw .cannotCreate(path, reason: "it is \(kind), and only a file is replaced") }
}

/// Gives the draft its name. A link does not replace a file that has appeared meanwhile.
private func settle(_ draft: String, at path: String, replacing: Bool, _ remedy: String) throws(Failure) {
  if !replacing, link(draft, path) == 0 { return }
  if !replacing, errno == EEXIST { throw .exists(path, remedy: remedy) }
  guard rename(draft, path) == 0 else { throw .cannotCreate(path, reason: Output.reason(errno)) }
}
