#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a plan file could not be read at all; the program exits with 66.
public enum PlanFileFault: Error, Hashable, Sendable {
  case missing(path: String)
  case isDirectory(path: String)
  case unreadable(path: String, reason: String)

  /// The line for standard error: `parley: FILE: what — what to do`.
  public var report: String {
    switch self {
    case .missing(let path): "parley: \(path): there is no such file — `parley new \(path)` writes one to fill in"
    case .isDirectory(let path): "parley: \(path): this is a directory — name the plan file in it"
    case .unreadable(let path, let reason): "parley: \(path): it cannot be read (\(reason)) — look at its permissions"
    }
  }
}

/// A plan on disk.
public enum PlanFile {
  /// Reads `path` and the private file beside it, at most 256 KiB of each. `-` is standard input, which has no file
  /// beside it.
  ///
  /// Throws when the file, or an existing private one, cannot be read; the faults *in* them are in the reading.
  public static func read(path: String) throws(PlanFileFault) -> PlanReading {
    let bytes = try bytes(of: path)
    let privatePath = privatePath(of: path)
    let privateBytes = try path != "-" && isThere(privatePath) ? self.bytes(of: privatePath) : nil
    var readers: [String: Readership] = [:]
    for file in [path, privatePath] { readers[file] = Readership(of: file) }
    return PlanReading(
      bytes: bytes, name: path, privateBytes: privateBytes, privateName: privatePath, readers: readers)
  }

  /// `plan.private.yaml` for `plan.yaml`.
  public static func privatePath(of path: String) -> String {
    let stem = [".yaml", ".yml"].first(where: path.hasSuffix).map { path.dropLast($0.count) } ?? path[...]
    return stem + ".private.yaml"
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// One byte more than a plan may have, so that the reader sees that it is too large.
  private static func bytes(of path: String) throws(PlanFileFault) -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path) }
    defer { close(descriptor) }
    let limit = Composer.largestFile + 1
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count < limit {
      let count = bytesRead(descriptor, &buffer, min(buffer.count, limit - bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fault(path) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer.prefix(count))
    }
    return bytes
  }

  private static func fault(_ path: String) -> PlanFileFault {
    switch errno {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EISDIR: .isDirectory(path: path)
    case let code: .unreadable(path: path, reason: String(cString: strerror(code)))
    }
  }
}

/// The system's call, which a plan's own of that name hides.
private func bytesRead(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
  read(descriptor, &buffer, count)
}
