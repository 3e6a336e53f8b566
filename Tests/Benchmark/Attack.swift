import Glibc
import ParleyCore
import ParleyWire

/// A terminal that gives commands as fast as its line takes them, and comes back whenever it is disconnected.
enum Attack {
  static func run(on socket: String) -> Never {
    print("attacking")
    fflush(nil)
    var link: TerminalLink?
    while true {
      if link?.isOpen != true {
        link = try? TerminalLink(to: socket, hello: .init(role: .stakeholder, as: StakeholderID("p1")))
      }
      guard let line = link, let descriptor = line.descriptor else {
        poll(nil, 0, 1)
        continue
      }
      if line.unsentBytes < 1 << 15 {
        for _ in 0..<100 { line.give("request \"once more\"") }
      }
      var polled = pollfd(fd: descriptor, events: Int16(POLLIN | POLLOUT), revents: 0)
      poll(&polled, 1, 100)
      line.flush()
      _ = line.receive()
    }
  }
}
