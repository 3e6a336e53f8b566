import Glibc
import ParleyCore
import ParleyHost

/// Tells a host that was started, on its standard input, which session to hold, and to make where it has an opening. There
/// it stands for nobody else; every account of the machine can read a process's arguments.
///
/// Theory: `parley run` starts the host before it reads the plan, so that the two processes start side by side. The
/// host makes the session's file, since it goes on with it. A host whose input ends without a request was started for a
/// plan with faults, and ends.
struct SpawnRequest {
  let order: HostOrder
  /// Of a new session.
  var opening: Entry?

  /// Waits for the request; nil when there is none.
  static func awaited() throws(Failure) -> SpawnRequest? {
    let bytes = try fileBytes("/dev/stdin", atMost: 16 << 20)
    if bytes.isEmpty { return nil }
    guard let json = JSON(bytes), let order = json["order"]?.list.map({ $0.compactMap(\.text) }),
      let order = HostOrder(arguments: order)
    else { throw .usage(command: "host-process", problem: "this is not for people") }
    let opening = json["opening"].flatMap { try? Entry(json: $0) }
    guard opening != nil || json["opening"] == nil else {
      throw .usage(command: "host-process", problem: "the opening cannot be read")
    }
    return SpawnRequest(order: order, opening: opening)
  }

  var text: String {
    let json: JSON = ["order": JSON(order.arguments), "opening": opening?.json ?? .null]
    return json.line
  }
}

/// A host process that has been started and waits for its request.
final class WaitingHost {
  let launcher: HostLauncher
  private var input: Int32

  init() throws(HostFault) {
    let executable = programPath ?? "/proc/self/exe"
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .cannotStart(path: executable, errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    input = ends[1]
    do throws(HostFault) {
      launcher = try HostLauncher.start(executable: executable, arguments: ["host-process"], input: ends[0])
    } catch {
      close(ends[1])
      throw error
    }
  }

  deinit { dismiss() }

  func send(_ request: SpawnRequest) throws(HostFault) {
    let problem = Output.put(request.text, to: input)
    dismiss()
    if problem != 0 { throw .silent }
  }

  /// Without a request the host ends.
  func dismiss() {
    if input >= 0 { close(input) }
    input = -1
  }
}
