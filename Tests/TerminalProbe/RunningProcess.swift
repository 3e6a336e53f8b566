import CLinux
import CVterm
import Glibc

/// A started program with pipes to its standard descriptors.
struct RunningProcess {
  let pid: pid_t
  private let ending: Int32
  private var input: Inflow
  private(set) var output: Outflow
  private(set) var errors: Outflow

  init(_ launch: Launch, command: [String], directory: String?, input: String?) throws(ProbeFailure) {
    self = try startingPrograms.withLock { _ throws(ProbeFailure) in
      try RunningProcess(alone: launch, command: command, directory: directory, input: input)
    }
  }

  private init(alone launch: Launch, command: [String], directory: String?, input text: String?)
    throws(ProbeFailure)
  {
    let (stdin, stdout, stderr) = (Channel(), Channel(), Channel())
    let pid =
      launch.withArguments { arguments, environment in
        parley_spawn_session_in(
          directory, launch.path, arguments, environment, text == nil ? -1 : stdin.reading, stdout.writing,
          stderr.writing, 0)
      } ?? -1
    let reason = errno
    for descriptor in [stdin.reading, stdout.writing, stderr.writing] { Glibc.close(descriptor) }
    guard pid > 0 else {
      for descriptor in [stdin.writing, stdout.reading, stderr.reading] { Glibc.close(descriptor) }
      throw .notStarted(command: command, errno: reason)
    }
    self.pid = pid
    ending = parley_process_watch(pid)
    input = Inflow(descriptor: stdin.writing, bytes: Array((text ?? "").utf8))
    output = Outflow(descriptor: stdout.reading)
    errors = Outflow(descriptor: stderr.reading)
  }

  /// Feeds and hears the program until it has ended; false when the deadline came first.
  mutating func follow(until deadline: Deadline) -> Bool {
    while true {
      input.write()
      output.read()
      errors.read()
      var waiting = [
        pollfd(fd: ending, events: Int16(POLLIN), revents: 0),
        pollfd(fd: output.isAtEnd ? -1 : output.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors.isAtEnd ? -1 : errors.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input.isDone ? -1 : input.descriptor, events: Int16(POLLOUT), revents: 0),
      ]
      let ready = poll(&waiting, nfds_t(waiting.count), deadline.milliseconds)
      if ready == 0 { return false }
      if waiting[0].revents != 0 { break }
    }
    // All it wrote is in the pipes by now.
    output.read()
    errors.read()
    return true
  }

  func reap() -> Ending {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return Ending(waitStatus: status)
  }

  mutating func close() {
    input.close()
    for descriptor in [ending, output.descriptor, errors.descriptor] { Glibc.close(descriptor) }
  }
}

/// Two ends of a pipe, both closed on exec.
struct Channel {
  let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }
}

/// The input that is still to be written to a program.
struct Inflow {
  let descriptor: Int32
  private var bytes: ArraySlice<UInt8>
  private(set) var isDone = false

  init(descriptor: Int32, bytes: [UInt8]) {
    (self.descriptor, self.bytes) = (descriptor, bytes[...])
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    parley_ignore_write_signals()
  }

  mutating func write() {
    while !isDone {
      if bytes.isEmpty { return close() }
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else {
        // A program need not read its input.
        return errno == EAGAIN ? () : close()
      }
    }
  }

  mutating func close() {
    if !isDone { Glibc.close(descriptor) }
    isDone = true
  }
}

/// The output read from a program so far.
struct Outflow {
  let descriptor: Int32
  private var bytes: [UInt8] = []
  private(set) var isAtEnd = false

  init(descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func read() {
    var chunk = [UInt8](repeating: 0, count: 65536)
    while !isAtEnd {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count > 0 { bytes += chunk[..<count] }
      if count == 0 { isAtEnd = true }
      if count < 0 { return }
    }
  }
}
