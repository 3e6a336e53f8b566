import Glibc
import ParleyCore
import ParleyHost

/// Tells a host that was started early, on its standard input, which session to make and hold.
///
/// Theory: `parley run` starts the host before it reads the plan, so that the two processes start side by side. The
/// host makes the session's file, since it goes on with it. A host whose input ends without a request was started for a
/// plan with faults, and ends.
struct SpawnRequest {
  let order: HostOrder
  let opening: Entry

  /// Waits for the request; nil when there is none.
  static func awaited() throws(Failure) -> SpawnRequest? {
    let bytes = try fileBytes("/dev/stdin", atMost: 16 << 20)
    if bytes.isEmpty { return nil }
    guard let json = JSON(bytes), let order = json["order"]?.list.map({ $0.compactMap(\.text) }),
      let opening = json["opening"].flatMap({ try? Entry(json: $0) }), let order = HostOrder(arguments: order)
    else { throw .usage(command: "host-process", problem: "this is not for people") }
    return SpawnRequest(order: order, opening: opening)
  }

  var text: String {
    let json: JSON = ["order": JSON(order.arguments), "opening": opening.json]
    return json.line
  }
}

/// A host process that has been started and waits for its request.
final class WaitingHost {
  let launcher: HostLauncher
  private var input: Int32

  init() throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .unexpected("no pipe: \(Output.reason(errno))") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    input = ends[1]
    do throws(HostFault) {
      launcher = try HostLauncher.start(
        executable: programPath ?? "/proc/self/exe", arguments: ["host-process"], input: ends[0])
    } catch {
      close(ends[1])
      throw .host(error)
    }
  }

  deinit { dismiss() }

  func send(_ request: SpawnRequest) throws(Failure) {
    let problem = Output.put(request.text, to: input)
    dismiss()
    if problem != 0 { throw .host(.silent) }
  }

  /// Without a request the host ends.
  func dismiss() {
    if input >= 0 { close(input) }
    input = -1
  }
}
