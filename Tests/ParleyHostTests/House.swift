import Glibc
import ParleyCore
import ParleyJournal
import ParleyWire
import Testing

@testable import ParleyHost

/// A store and a place for sockets, removed when the test is over.
final class House {
  let path: String
  let file: SessionFile
  let place: SocketPlace

  /// The stand-in for a folder on a file system in memory.
  let memory: MemoryFolder

  init(_ opening: Entry = Table.opening(), clock: ClockReading = .now()) throws {
    var template = Array("/tmp/parley-host-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    place = SocketPlace(uid: getuid(), tmpdir: path)
    memory = MemoryFolder(trusted: path + "/memory")
    mkdir(memory.path, 0o700)
    let store = Store(directory: path + "/store")
    file = store.file("q3")
    let journal = try Journal.create(
      in: store, id: "q3", opening: opening, commandID: "opening", clock: clock)
    journal.close()
  }

  deinit { remove(path) }

  var order: HostOrder { HostOrder(file: file, place: place) }

  func entries() throws -> [String] { try Journal.open(file, access: .reading).entries().map(\.line) }

  func host() throws -> HostProcess {
    let process = try HostProcess(order, memory: memory)
    try process.begin()
    return process
  }

  private func remove(_ path: String) {
    if let directory = opendir(path) {
      while let item = readdir(directory) {
        let name = withUnsafePointer(to: item.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard name != ".", name != ".." else { continue }
        if item.pointee.d_type == UInt8(DT_DIR) { remove("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
      }
      closedir(directory)
    }
    rmdir(path)
  }

  /// A connected socket on which nothing has been said.
  func raw(_ path: String) throws -> Int32 {
    let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(result == 0)
    return socket
  }

  /// The content of every file in the house, by its path within.
  func files() -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    collect(path, into: &found)
    return found
  }

  /// Has exactly these files, as ``files()`` gives them.
  func hold(_ files: [String: [UInt8]]) {
    for name in self.files().keys where files[name] == nil { unlink("\(path)/\(name)") }
    for (name, bytes) in files { #expect(PrivateFile.replace("\(path)/\(name)", with: bytes)) }
  }

  private func collect(_ folder: String, into found: inout [String: [UInt8]]) {
    for name in House.names(in: folder) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: collect(path, into: &found)
      case S_IFREG: found[String(path.dropFirst(self.path.utf8.count + 1))] = House.bytes(of: path)
      default: break
      }
    }
  }

  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let item = readdir(directory) {
      let name = withUnsafeBytes(of: item.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}

extension HostProcess {
  /// Turns until there is nothing left to do.
  func settled() throws { while try turn(withinMs: 0) {} }

  /// Whether it waits without spinning: a timer may fall due in between, on a busy machine above all, but not every time.
  func rests() throws -> Bool {
    for _ in 0..<50 where try !turn(withinMs: 20) { return true }
    return false
  }

  func link(_ role: ParleyWire.Role = .facilitator) throws -> TerminalLink {
    try TerminalLink(to: socketPath, hello: .init(role: role))
  }
}
