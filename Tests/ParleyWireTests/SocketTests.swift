import Glibc
import ParleyCore
import ParleyWire
import Testing

/// A directory that is removed, with the plain files in it, when the test is over.
final class TemporaryDirectory {
  let path: String

  init() {
    var template = Array("/tmp/parley-wire-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit { remove(path) }

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
}

@Suite("The place of sockets")
struct SocketPlaceTests {
  let scratch = TemporaryDirectory()
  var place: SocketPlace { SocketPlace(uid: getuid(), tmpdir: scratch.path) }

  private func mode(_ path: String) -> UInt32 {
    var found = stat()
    return lstat(path, &found) == 0 ? found.st_mode & 0o7777 : 0
  }

  @Test(
    "is under TMPDIR, else under /tmp, one a user",
    arguments: [
      (nil, "/tmp/parley-1000"), ("", "/tmp/parley-1000"), ("relative", "/tmp/parley-1000"),
      ("/var/tmp", "/var/tmp/parley-1000"), ("/var/tmp//", "/var/tmp/parley-1000"), ("/", "/parley-1000"),
    ] as [(String?, String)])
  func directory(tmpdir: String?, expected: String) {
    #expect(SocketPlace(uid: 1000, tmpdir: tmpdir).directory == expected)
  }

  @Test("a session has one path, and the same id in another store another")
  func paths() throws {
    let place = SocketPlace(directory: "/tmp/parley-1000")
    let path = try place.path(for: "q3-2027-06-28", store: "/a")
    #expect(path.hasPrefix("/tmp/parley-1000/q3-2027-06-28-") && path.hasSuffix(".sock"))
    #expect(try place.path(for: "q3-2027-06-28", store: "/a") == path)
    #expect(try place.path(for: "q3-2027-06-28", store: "/b") != path)
  }

  @Test("long ids are cut to what the kernel takes, and stay apart")
  func longIds() throws {
    let place = SocketPlace(directory: "/tmp/parley-1000")
    let long = String(repeating: "é", count: 120)
    let (one, two) = (try place.path(for: long + "1", store: "/a"), try place.path(for: long + "2", store: "/a"))
    #expect(one != two)
    #expect(one.utf8.count <= 107 && two.utf8.count <= 107)
    let deep = SocketPlace(directory: "/" + String(repeating: "d", count: 100))
    #expect(throws: SocketFault.self) { try deep.path(for: "q3", store: "/a") }
  }

  @Test("is made for this user alone, and is good the second time too")
  func makes() throws {
    try place.prepare()
    #expect(mode(place.directory) == 0o700)
    try place.prepare()
  }

  @Test("a link in its place is refused, even to a directory of one's own")
  func link() throws {
    let target = scratch.path + "/elsewhere"
    mkdir(target, 0o700)
    symlink(target, place.directory)
    #expect(throws: SocketFault.unsafeDirectory(place.directory, .link)) { try place.prepare() }
  }

  @Test("a directory open to others is refused", arguments: [0o755, 0o710, 0o701, 0o777] as [mode_t])
  func openToOthers(mode: mode_t) throws {
    mkdir(place.directory, 0o700)
    chmod(place.directory, mode)
    #expect(throws: SocketFault.unsafeDirectory(place.directory, .open(mode: mode))) { try place.prepare() }
  }

  @Test("a file in its place is refused")
  func file() throws {
    close(creat(place.directory, 0o600))
    #expect(throws: SocketFault.unsafeDirectory(place.directory, .notADirectory)) { try place.prepare() }
  }

  @Test("shared with a group, a directory of its own lets that group through and no one else; the other stays closed")
  func shared() throws {
    let group = getegid()
    let shared = SocketPlace(uid: getuid(), tmpdir: scratch.path, sharedWith: group)
    #expect(shared.directory == place.directory + "-g\(group)")
    try place.prepare()
    try shared.prepare()
    try shared.prepare()
    #expect(mode(shared.directory) == 0o710 && mode(place.directory) == 0o700)
    let listener = try SocketListener(at: shared.directory + "/q3.sock", group: group)
    #expect(mode(listener.path) == 0o660)
    _ = try TerminalLink(toAny: listener.path, hello: .init(role: .screen))
    #expect(try listener.accept()?.peer?.uid == geteuid())
    chmod(shared.directory, 0o730)
    #expect(throws: SocketFault.unsafeDirectory(shared.directory, .open(mode: 0o730))) { try shared.check() }
    #expect(throws: SocketFault.unsafeDirectory(shared.directory, .open(mode: 0o730))) {
      try TerminalLink(toAny: listener.path, hello: .init(role: .screen))
    }
  }

  @Test("by its path no terminal connects to what is no socket, or stands in a directory that is a link")
  func byPath() throws {
    try place.prepare()
    let path = place.directory + "/q3.sock"
    close(creat(path, 0o600))
    #expect(throws: SocketFault.notASocket(path)) { try TerminalLink(toAny: path, hello: .init(role: .screen)) }
    unlink(path)
    let listener = try SocketListener(at: path)
    symlink(place.directory, scratch.path + "/link")
    symlink(listener.path, place.directory + "/other.sock")
    for wrong in [scratch.path + "/link/q3.sock", place.directory + "/other.sock"] {
      #expect(throws: SocketFault.self) { try TerminalLink(toAny: wrong, hello: .init(role: .screen)) }
    }
  }

  @Test("a session's name is read from its path", arguments: [("q3-2027-06-28", "q3-2027-06-28"), ("a", "a")])
  func name(id: String, expected: String) throws {
    #expect(SocketPlace.session(ofPath: try place.path(for: id, store: "/a")) == expected)
    #expect(SocketPlace.session(ofPath: "/tmp/other") == "other")
  }

  @Test(
    "another user's directory is refused",
    .enabled(if: getuid() == 0, "only root can make a directory that is another user's"))
  func foreign() throws {
    mkdir(place.directory, 0o700)
    chown(place.directory, 65_534, 65_534)
    #expect(throws: SocketFault.unsafeDirectory(place.directory, .foreign)) { try place.prepare() }
  }
}

@Suite("Listening")
struct SocketListenerTests {
  let scratch = TemporaryDirectory()
  var path: String { scratch.path + "/q3.sock" }
  let hello = TerminalMessage.Hello(role: .facilitator)

  @Test("a terminal that connects says hello and is answered")
  func connects() throws {
    let listener = try SocketListener(at: path)
    let link = try TerminalLink(to: path, hello: hello)
    let terminal = try #require(try listener.accept())
    #expect(terminal.peer?.pid == getpid())
    #expect(terminal.receive() == [.hello(hello)])
    let welcome = Welcome(
      session: "q3", role: .facilitator, now: Instant(milliseconds: 9), boottimeMs: 4)
    terminal.send(.welcome(welcome))
    terminal.send(.ended(.idle))
    #expect(link.receive() == [.welcome(welcome), .ended(.idle)])
    #expect(link.welcome == welcome && link.disconnectReason == .idle)
    #expect(link.now(atBoottimeMs: 6) == Instant(milliseconds: 11))
    #expect(try listener.accept() == nil)
  }

  @Test("only its owner can reach it")
  func mode() throws {
    let listener = try SocketListener(at: path)
    var found = stat()
    #expect(lstat(listener.path, &found) == 0 && found.st_mode & 0o777 == 0o600)
  }

  @Test("a socket that a dead host left is replaced")
  func stale() throws {
    _ = try SocketListener(at: path)
    #expect(access(path, F_OK) == 0)
    #expect(throws: SocketFault.nobodyThere(path)) { try TerminalLink(to: path, hello: hello) }
    let listener = try SocketListener(at: path)
    _ = try TerminalLink(to: path, hello: hello)
    #expect(try listener.accept() != nil)
  }

  @Test("a host that lives is not replaced")
  func live() throws {
    let listener = try SocketListener(at: path)
    #expect(throws: SocketFault.inUse(path)) { try SocketListener(at: path) }
    _ = try TerminalLink(to: path, hello: hello)
    #expect(try listener.accept() != nil)
  }

  @Test("what is no socket is left alone")
  func file() throws {
    close(creat(path, 0o600))
    #expect(throws: SocketFault.notASocket(path)) { try SocketListener(at: path) }
    #expect(access(path, F_OK) == 0)
  }

  @Test("a link in its place is neither followed nor removed")
  func link() throws {
    symlink(scratch.path + "/other.sock", path)
    #expect(throws: SocketFault.notASocket(path)) { try SocketListener(at: path) }
  }

  @Test("it takes away its own socket, never the one of its successor")
  func removes() throws {
    let first = try SocketListener(at: path)
    first.remove()
    #expect(access(path, F_OK) != 0)
    let second = try SocketListener(at: path)
    first.remove()
    #expect(access(path, F_OK) == 0)
    second.remove()
    #expect(access(path, F_OK) != 0)
  }

  @Test("no terminal connects through a directory that others may write to")
  func unsafeDirectory() throws {
    let listener = try SocketListener(at: path)
    chmod(scratch.path, 0o777)
    #expect(throws: SocketFault.unsafeDirectory(scratch.path, .open(mode: 0o777))) {
      try TerminalLink(to: listener.path, hello: hello)
    }
    chmod(scratch.path, 0o700)
  }

  @Test("without a session there is nobody to reach")
  func nobody() {
    #expect(throws: SocketFault.nobodyThere(path)) { try TerminalLink(to: path, hello: hello) }
  }
}
