import Glibc

/// Writes a file whole or not at all. An existing file stays unless `replacing` is set; the fault then names `remedy`.
/// The umask narrows `mode`.
func writeFile(
  _ text: String, to path: String, replacing: Bool, remedy: String, mode: mode_t = 0o666
) throws(Failure) {
  if !replacing, access(path, F_OK) == 0 { throw .exists(path, remedy: remedy) }
  let draft = "\(path).\(getpid()).new"
  let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
  guard descriptor >= 0 else { throw .cannotCreate(path, reason: Output.reason(errno)) }
  var problem = Output.put(text, to: descriptor)
  if problem == 0, fsync(descriptor) != 0 { problem = errno }
  if close(descriptor) != 0, problem == 0 { problem = errno }
  defer { unlink(draft) }
  guard problem == 0 else { throw .cannotWrite(path, reason: Output.reason(problem)) }
  try settle(draft, at: path, replacing: replacing, remedy)
}

/// Gives the draft its name. A link does not replace a file that has appeared meanwhile.
private func settle(_ draft: String, at path: String, replacing: Bool, _ remedy: String) throws(Failure) {
  if !replacing, link(draft, path) == 0 { return }
  if !replacing, errno == EEXIST { throw .exists(path, remedy: remedy) }
  guard rename(draft, path) == 0 else { throw .cannotCreate(path, reason: Output.reason(errno)) }
}
