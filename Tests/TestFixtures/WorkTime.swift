import Glibc

/// How long this thread worked on `body`: what else the machine does meanwhile does not count.
public func workTime<Result>(of body: () throws -> Result) rethrows -> (result: Result, time: Duration) {
  let start = threadTime()
  let result = try body()
  return (result, threadTime() - start)
}

private func threadTime() -> Duration {
  var now = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
  return .seconds(now.tv_sec) + .nanoseconds(now.tv_nsec)
}
