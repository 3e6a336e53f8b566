import Glibc

/// The path of an executable of this package, which is built along with the tests. The build puts it beside the test
/// runner, wherever that is (`--scratch-path`, another configuration, sanitizers).
public func builtProgram(_ name: String) throws(ProbeFailure) -> String {
  var searched: [String] = []
  // The runner is the test bundle itself here; elsewhere it lies some levels inside it.
  var directory = parent(of: runner())
  for _ in 0..<4 where !directory.isEmpty {
    let candidate = "\(directory)/\(name)"
    if isExecutableFile(candidate) { return candidate }
    searched.append(directory)
    directory = parent(of: directory)
  }
  throw .notBuilt(program: name, searched: searched)
}

private func runner() -> String {
  guard let path = realpath("/proc/self/exe", nil) else { return "" }
  defer { free(path) }
  return String(cString: path)
}

private func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return String(path[..<slash])
}

private func isExecutableFile(_ path: String) -> Bool {
  var found = stat()
  return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
}
