/// Why an event loop could not go on; each holds the `errno` of the call that failed.
public enum EventLoopFault: Error, Hashable {
  case poll(Int32)
  case signals(Int32)
  case timer(Int32)
}
